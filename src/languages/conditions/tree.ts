/** A part of a condition and where it starts in the text. */
export type Node = Expression & { readonly at: number };

/** What a part of a condition is. */
export type Expression =
  | { readonly kind: 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  /** `{{args.x}}`: the text of an argument, which is not known yet. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'identifier'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'conditional'; readonly test: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'member'; readonly of: Node; readonly property: Node; readonly optional: boolean }
  /** Where a `?.` gives up when it meets nil. */
  | { readonly kind: 'chain'; readonly of: Node }
  | { readonly kind: 'slice'; readonly of: Node; readonly from: Node | undefined; readonly to: Node | undefined }
  | { readonly kind: 'call'; readonly callee: Node; readonly args: readonly Node[] }
  | { readonly kind: 'builtin'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'closure'; readonly body: Node }
  /** `#`, `#index` or `#acc` in a closure. */
  | { readonly kind: 'pointer'; readonly name: string }
  | { readonly kind: 'let'; readonly name: string; readonly value: Node; readonly body: Node }
  | { readonly kind: 'array'; readonly items: readonly Node[] }
  | { readonly kind: 'map'; readonly pairs: ReadonlyArray<{ readonly key: Node; readonly value: Node }> };

/** A part of one kind. */
export type NodeOf<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }> & { readonly at: number };

/** The parts directly below a part, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'unary': return [node.operand];
    case 'binary': return [node.left, node.right];
    case 'conditional': return [node.test, node.yes, node.no];
    case 'member': return [node.of, node.property];
    case 'chain': return [node.of];
    case 'slice': return [node.of, node.from, node.to].filter((part) => part !== undefined);
    case 'call': return [node.callee, ...node.args];
    case 'builtin': return node.args;
    case 'closure': return [node.body];
    case 'let': return [node.value, node.body];
    case 'array': return node.items;
    case 'map': return node.pairs.flatMap(({ key, value }) => [key, value]);
    default: return [];
  }
}
