import { AppOfApps, ArgoApp, ArgoChart, SyncPolicy } from 'cdk8s-argo';
import { argoCdItself, configuration } from './argo-cd';
import { fleet } from './fleet';
import { infrastructure } from './infrastructure';
import { platformProject, shopProject } from './projects';
import { registrations } from './registrations';
import { manifests } from './repositories';
import { shopCharts, shopOnEveryCluster } from './shop';

/** The whole fleet as one program. Its YAML is one repository, which Argo CD follows. */
export function platformApp(): ArgoApp {
  const app = new ArgoApp({ outdir: 'dist/platform', fleet });

  // What is applied by hand, once: the root. It delivers everything else, and so everything after it is a commit.
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const platform = new AppOfApps(bootstrap, 'platform', { repository: manifests, syncPolicy: SyncPolicy.automated({ prune: true }) });

  // Who may deliver what, and how clusters are reached.
  const foundation = new ArgoChart(app, 'foundation', { namespace: 'argocd' });
  const platformTeam = platformProject(foundation);
  const shopTeam = shopProject(foundation);
  registrations(foundation);
  const argoCd = configuration(foundation, shopTeam);

  shopCharts(app);

  // The order in which a new installation comes up.
  const first = platform.addChart(foundation);
  const second = argoCdItself(platform, platformTeam, argoCd).syncAfter(first);
  const third = infrastructure(platform, platformTeam, second);
  shopOnEveryCluster(platform, shopTeam).syncAfter(third);
  return app;
}
