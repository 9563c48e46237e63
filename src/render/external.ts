import type { IConstruct } from 'constructs';

/** An object that somebody else makes. */
export interface ExternalObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** @default - the namespace of the chart */
  readonly namespace?: string;
}

const externals = new WeakMap<IConstruct, ExternalObject[]>();

/** Says that an object exists where the construct is applied, so that naming it is no mistake. */
export function declareExternal(scope: IConstruct, object: ExternalObject): void {
  const known = externals.get(scope) ?? [];
  known.push(object);
  externals.set(scope, known);
}

/** What the construct declared to exist elsewhere. */
export function externalsOf(construct: IConstruct): readonly ExternalObject[] {
  return externals.get(construct) ?? [];
}
