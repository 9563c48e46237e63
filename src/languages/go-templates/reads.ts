import type { Command, Node, Operand, ParsedTemplate, Pipe } from './tree';

/** A parameter that a template reads. */
export interface Read {
  /** Keys from the top: `['metadata', 'labels', 'env']`. */
  readonly path: readonly string[];
  /** Where in the text, from 0. */
  readonly at: number;
  /** Whether nothing is done with it but print it: `{{ .name }}`. */
  readonly printed: boolean;
  /** Whether it is read by `index`, to which a label that is missing is `''`. */
  readonly indexed: boolean;
}

/** The parameters that a template reads from the data it gets. What it reads from variables or inside of with and range is left out. */
export function readsOf(template: ParsedTemplate): readonly Read[] {
  const reads: Read[] = [];
  nodes(template.nodes, true, reads);
  return reads;
}

function nodes(list: readonly Node[], atTop: boolean, reads: Read[]): void {
  for (const node of list) {
    switch (node.kind) {
      case 'action':
        pipe(node.pipe, atTop, reads, node.pipe.variables.length === 0);
        break;
      case 'if': case 'with': case 'range':
        pipe(node.pipe, atTop, reads);
        nodes(node.then, atTop && node.kind === 'if', reads);
        nodes(node.otherwise, atTop, reads);
        break;
      case 'template':
        if (node.pipe) pipe(node.pipe, atTop, reads);
    }
  }
}

function pipe({ commands }: Pipe, atTop: boolean, reads: Read[], prints = false): void {
  const [only, ...others] = commands;
  for (const one of commands) command(one, atTop, reads, prints && others.length === 0 && one === only && one.operands.length === 1);
}

function command({ operands }: Command, atTop: boolean, reads: Read[], printed: boolean): void {
  const [first, map, ...keys] = operands;
  const base = map && pathOf(map, atTop);
  const texts = keys.map((key) => (key.kind === 'string' ? key.value : undefined));
  if (first.kind === 'function' && first.name === 'index' && base && texts.length > 0 && texts.every((text) => text !== undefined)) {
    reads.push({ path: [...base, ...texts], at: first.at, printed: false, indexed: true });
    return;
  }
  for (const one of operands) operand(one, atTop, reads, printed);
}

function operand(one: Operand, atTop: boolean, reads: Read[], printed: boolean): void {
  const path = pathOf(one, atTop);
  if (path && path.length > 0) reads.push({ path, at: one.at, printed, indexed: false });
  else if (one.kind === 'group') pipe(one.pipe, atTop, reads);
  else if (one.kind === 'chain') operand(one.of, atTop, reads, false);
}

function pathOf(one: Operand, atTop: boolean): readonly string[] | undefined {
  if (one.kind === 'field') return atTop ? one.path : undefined;
  if (one.kind === 'dot') return atTop ? [] : undefined;
  return one.kind === 'variable' && one.name === '$' ? one.path : undefined;
}
