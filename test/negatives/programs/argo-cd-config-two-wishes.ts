// Two constructs want different values for one setting of Argo CD.
import { type ArgoApp, ArgoCdConfig, ArgoChart } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const [web, api] = ['web', 'api'].map((id) => new ArgoChart(app, id, { namespace: id }));
  ArgoCdConfig.contribute(web!, { key: 'application.instanceLabelKey', value: 'example.com/app', why: 'dashboards show nothing' });
  ArgoCdConfig.contribute(api!, { key: 'application.instanceLabelKey', value: 'example.com/application', why: 'alerts go to nobody' });
  new ArgoCdConfig(new ArgoChart(app, 'argo-cd', { namespace: 'argocd' }), 'Config', { adminEnabled: false });
}
