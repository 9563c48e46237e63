/**
 * A field of a Rollout that an argument can be read from. Below `metadata` Kubernetes' own syntax holds, with labels and
 * annotations in brackets and quotes. In the spec and the status, dots or brackets without quotes lead from key to key.
 */
export type FieldPath =
  | 'metadata.name' | 'metadata.namespace' | 'metadata.uid'
  | `metadata.labels['${string}']` | `metadata.annotations['${string}']`
  | `spec.${string}` | `status.${string}`;

const METADATA = /^metadata\.(?:name|namespace|uid|(?:labels|annotations)\['(?:[a-z0-9.-]+\/)?[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?'\])$/;
const BODY = /^(?:spec|status)(?:\.[^.[\]'"\s]+|\[[^.[\]'"\s]+\])+$/;

/**
 * What is wrong with a path, and what to write. Undefined for a path that the controller can read.
 * @see utils/analysis/factory.go in argoproj/argo-rollouts
 */
export function fieldPathProblem(path: string): string | undefined {
  if (METADATA.test(path) || BODY.test(path)) return undefined;
  const [, map, key] = /^metadata\.(labels|annotations)[./](.+)$/.exec(path) ?? [];
  if (map) return `labels and annotations stand in brackets: write metadata.${map}['${key}']`;
  if (path.startsWith('metadata')) {
    return "of the metadata can be read: metadata.name, metadata.namespace, metadata.uid, metadata.labels['key'] and metadata.annotations['key']";
  }
  const quoted = /['"]([^'"]*)['"]/.exec(path)?.[1];
  if (quoted?.includes('.')) return `a key with a dot, such as ${quoted}, cannot be addressed in the spec or the status. read it from metadata.labels['${quoted}']`;
  if (quoted) return `keys of the spec and the status stand without quotes: write ${path.replace(/\[['"]([^'"]*)['"]\]/g, '.$1')}`;
  return 'write a path from spec or status, such as spec.template.spec.containers[0].image';
}
