import {
  type AppOfApps, type AppProject, Application, ArgoCdConfig, ArgoCdInstallation, ArgoCdParams, type ChildApplication, Destination, Source,
  SyncPolicy,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { access } from './access';
import { notifications } from './notifications';
import { argoCharts } from './repositories';

/**
 * The configuration of Argo CD, as values of the chart that installs it. What the platform relies on, the health of Applications and
 * progressive syncs, comes into it by itself.
 */
export function configuration(scope: Construct, shop: AppProject): ArgoCdInstallation {
  const argoCd = new ArgoCdInstallation(scope, 'ArgoCd', { as: 'helmValues' });
  new ArgoCdConfig(argoCd, 'Config', {
    url: 'https://argocd.example.com',
    oidc: { name: 'Company', issuer: 'https://login.example.com', clientID: 'argocd', clientSecret: '$oidc.clientSecret' },
    adminEnabled: false,
  });
  new ArgoCdParams(argoCd, 'Params', { controller: { selfHealTimeout: '10s' } });
  access(argoCd, shop);
  notifications(argoCd);
  return argoCd;
}

/** Argo CD looks after itself: a change of its configuration is a commit like any other. */
export function argoCdItself(platform: AppOfApps, project: AppProject, argoCd: ArgoCdInstallation): ChildApplication {
  return platform.add(new Application(platform.applications, 'argo-cd', {
    source: Source.helmChart({ repository: argoCharts, chart: 'argo-cd', version: '9.x', helm: { values: argoCd.helmValues } }),
    destination: Destination.inCluster('argocd'),
    project,
    syncPolicy: SyncPolicy.automated(),
  }));
}
