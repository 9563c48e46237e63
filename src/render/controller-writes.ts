import type { IConstruct } from 'constructs';

/**
 * A jq path, which begins at the object: `.spec.backends[]?.weight`. Put one that begins otherwise in parentheses. Write lists as
 * `[]?`: without the question mark the whole path is skipped for an object that lacks one of them.
 */
export type JqPath = `.${string}` | `(${string}`;

/** Fields that a controller writes into an object which Git holds too. Argo CD must not set them back. */
export interface ControllerWrites {
  /** `apiVersion` of the object: `edge.example.com/v1`. */
  readonly apiVersion: string;
  /** Kind of the object: `Backend`. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
  /** @default - the namespace of the chart */
  readonly namespace?: string;
  /** The fields: `.spec.backends[]?.weight`. */
  readonly jqPathExpressions: readonly [JqPath, ...JqPath[]];
}

/** The same, with who writes the fields. */
export interface DeclaredWrites extends ControllerWrites {
  /**
   * Who writes them, and why.
   * @default - the controller of a router
   */
  readonly owner?: { readonly controller: string; readonly reason: string };
}

const written = new WeakMap<IConstruct, readonly DeclaredWrites[]>();

/** Says what a controller writes because of the construct. */
export function declareControllerWrites(scope: IConstruct, writes: readonly DeclaredWrites[]): void {
  written.set(scope, [...controllerWritesOf(scope), ...writes]);
}

/** What the construct declared that a controller writes. */
export function controllerWritesOf(construct: IConstruct): readonly DeclaredWrites[] {
  return written.get(construct) ?? [];
}
