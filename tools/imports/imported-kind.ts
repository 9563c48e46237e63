import type { PackedNode } from '../../src/validation/schema/packed-node';

/** A kind as it is written out: its schema as named nodes, and where it comes from. */
export interface ImportedKind {
  /** Group of the API, `''` for the core group. */
  readonly group: string;
  /** Versions that have this schema, in the order of the definition. */
  readonly versions: readonly string[];
  readonly kind: string;
  /** Project and tag. */
  readonly origin: string;
  /** Folder of the wire types. */
  readonly types: string;
  /** Kubernetes release, for the kinds that belong to one. */
  readonly kubernetes?: string;
  /** Name of the node that describes the object. */
  readonly root: string;
  /** The schema of the object as a tree, where there is one: kinds of Kubernetes come in named nodes. */
  readonly tree?: PackedNode;
  /** Nodes with a name, each once. */
  readonly nodes: NamedNodes;
}

/** Nodes by the name that references use. */
export type NamedNodes = Readonly<Record<string, PackedNode>>;

/** `networking.istio.io/v1`, or `v1` in the core group. */
export function apiVersionOf(group: string, version: string): string {
  return group ? `${group}/${version}` : version;
}
