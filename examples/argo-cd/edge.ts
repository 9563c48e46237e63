import { ArgoCdConfig, ArgoCdInstallation, ArgoChart } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { DATABASE_HEALTH } from './config';

/** A small Argo CD of its own, installed by Kustomize: its ConfigMaps are patched, so what the installation says stays. */
export class EdgeInstallation extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'argocd-edge' });
    const argoCd = new ArgoCdInstallation(this, 'ArgoCd', { as: 'kustomizePatches', resources: ['https://git.example.com/argo-cd/v3.5.1/install.yaml'] });
    new ArgoCdConfig(argoCd, 'Config', { installationId: 'edge', healthChecks: [DATABASE_HEALTH] });
  }
}
