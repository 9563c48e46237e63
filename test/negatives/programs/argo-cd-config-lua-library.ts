// A health check uses a function that scripts of argocd-cm do not have.
import { type ArgoApp, ArgoCdConfig, ArgoChart, HealthCheck } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  new ArgoCdConfig(new ArgoChart(app, 'argo-cd', { namespace: 'argocd' }), 'Config', {
    healthChecks: [HealthCheck.lua({
      group: 'example.com',
      kind: 'Cache',
      script: 'if string.find(obj.status.phase, "Ready") then return { status = "Healthy" } end\nreturn { status = "Progressing" }',
    })],
  });
}
