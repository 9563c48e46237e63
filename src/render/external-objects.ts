import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ObjectId } from '../manifests/manifest';

const EXTERNAL = 'cdk8s-argo:external';

/** Says that an object which this construct names exists where its chart is applied, though nobody in this app makes it. */
export function declareExternal(construct: IConstruct, id: ObjectId): void {
  construct.node.addMetadata(EXTERNAL, id, { stackTrace: false });
}

/** What `declareExternal` was told about this construct. */
export function externalsOf(construct: IConstruct): { readonly chart: Chart; readonly id: ObjectId }[] {
  return construct.node.metadata
    .filter((entry) => entry.type === EXTERNAL)
    .map((entry) => ({ chart: Chart.of(construct), id: entry.data as ObjectId }));
}
