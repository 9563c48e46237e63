// A health check is under a key that Argo CD does not know, and another one gives an empty table for a new object.
import { type ArgoApp, ArgoCdConfig, ArgoChart } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  new ArgoCdConfig(new ArgoChart(app, 'argo-cd', { namespace: 'argocd' }), 'Config', {
    more: {
      'resource.customizations.health.example.com_Cache': 'hs = {}\nif obj.status ~= nil then hs.status = obj.status.phase end\nreturn hs',
      'resource.customizations.healt.example.com_Queue': 'return { status = "Healthy" }',
    },
  });
}
