import type { IConstruct } from 'constructs';

/** Whether Argo CD has been given a health check for a kind. @param group `''` for the core group */
export type HealthChecked = (group: string, kind: string) => boolean;

const declared = new WeakMap<IConstruct, HealthChecked[]>();

/** Says which kinds the Argo CD of this app gets health checks for. */
export function declareHealthChecks(scope: IConstruct, isChecked: HealthChecked): void {
  const { root } = scope.node;
  declared.set(root, [...declared.get(root) ?? [], isChecked]);
}

/** What everybody has declared in this app. */
export function healthChecksOf(scope: IConstruct): HealthChecked {
  const all = declared.get(scope.node.root) ?? [];
  return (group, kind) => all.some((isChecked) => isChecked(group, kind));
}
