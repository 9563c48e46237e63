// One cluster under two names: Argo CD compares servers without the slash at the end.
import { type ArgoApp, Cluster, Fleet } from 'cdk8s-argo';

export function program(_app: ArgoApp): void {
  Fleet.of([
    Cluster.registered({ name: 'production', server: 'https://production.example.com:6443' }),
    Cluster.registered({ name: 'prod', server: 'https://production.example.com:6443/' }),
  ]);
}
