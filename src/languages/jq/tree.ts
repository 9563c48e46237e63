/** What binds variables in `. as $x` and its relatives: a variable, or a shape with patterns inside. */
export interface JqPattern {
  readonly variables: readonly string[];
  /** Keys that are computed: `{(.key): $x}`. */
  readonly keys: readonly JqNode[];
}

/** A jq expression, as far as is needed to say what it refers to and what it deletes. */
export type JqNode = { readonly at: number } & (
  | { readonly kind: 'identity' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A field of an object, named by a constant: `.a`, `.["a"]`, `."a"`. */
  | { readonly kind: 'field'; readonly of: JqNode; readonly name: string }
  /** An item or a field that is computed, or a slice. */
  | { readonly kind: 'index'; readonly of: JqNode; readonly keys: readonly JqNode[] }
  | { readonly kind: 'iterate'; readonly of: JqNode }
  | { readonly kind: 'optional'; readonly of: JqNode }
  /** Anything that makes a new value of others: a text, an object, a list, arithmetic, a comparison, an assignment. */
  | { readonly kind: 'value'; readonly parts: readonly JqNode[] }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly JqNode[] }
  | { readonly kind: 'pipe'; readonly left: JqNode; readonly right: JqNode }
  | { readonly kind: 'comma'; readonly left: JqNode; readonly right: JqNode }
  | { readonly kind: 'alternative'; readonly left: JqNode; readonly right: JqNode }
  | { readonly kind: 'bind'; readonly source: JqNode; readonly patterns: readonly JqPattern[]; readonly body: JqNode }
  | { readonly kind: 'define'; readonly name: string; readonly parameters: readonly string[]; readonly body: JqNode; readonly rest: JqNode }
  | { readonly kind: 'if'; readonly conditions: readonly JqNode[]; readonly branches: readonly JqNode[] }
  | { readonly kind: 'try'; readonly body: JqNode; readonly handler?: JqNode }
  /** `reduce` and `foreach`: the variables are known in `steps`, not in `start`. */
  | { readonly kind: 'fold'; readonly source: JqNode; readonly pattern: JqPattern; readonly start: JqNode; readonly steps: readonly JqNode[] }
  | { readonly kind: 'label'; readonly name: string; readonly body: JqNode }
  | { readonly kind: 'break'; readonly name: string }
);
