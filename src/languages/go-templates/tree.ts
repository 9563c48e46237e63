/** A piece of a template, in the order of the text. */
export type Node =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'action'; readonly pipe: Pipe; readonly at: number }
  | { readonly kind: 'if' | 'with' | 'range'; readonly pipe: Pipe; readonly then: readonly Node[]; readonly otherwise: readonly Node[]; readonly at: number }
  | { readonly kind: 'template'; readonly name: string; readonly pipe: Pipe | undefined; readonly at: number }
  | { readonly kind: 'break' | 'continue'; readonly at: number };

/** Commands, each the last argument of the next, and the variables that get what comes out. */
export interface Pipe {
  readonly variables: readonly string[];
  /** Whether the variables exist already: `=` and not `:=`. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
  readonly at: number;
}

/** A function with its arguments, or one operand. */
export interface Command {
  readonly operands: readonly [Operand, ...Operand[]];
  readonly at: number;
}

/** Something that has a value. */
export type Operand = { readonly at: number } & (
  | { readonly kind: 'function'; readonly name: string }
  /** `.a.b`, of dot. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  /** `$x.a.b` */
  | { readonly kind: 'variable'; readonly name: string; readonly path: readonly string[] }
  | { readonly kind: 'dot' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
  /** `(pipeline).a.b` */
  | { readonly kind: 'group'; readonly pipe: Pipe; readonly path: readonly string[] }
  /** `fn.a` where a function stands in front of a field. */
  | { readonly kind: 'chain'; readonly of: Operand; readonly path: readonly string[] }
);

/** A template that has been read. */
export interface ParsedTemplate {
  readonly nodes: readonly Node[];
  /** What `define` and `block` say, by name. */
  readonly defined: ReadonlyMap<string, readonly Node[]>;
}
