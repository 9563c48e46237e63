// Both generators of a matrix say what `name` is.
import { type ArgoApp, Generator } from 'cdk8s-argo';

export function program(_app: ArgoApp): void {
  Generator.matrix(Generator.clusters({ matchLabels: { env: 'production' } }), Generator.list([{ name: 'web' }, { name: 'api' }]));
}
