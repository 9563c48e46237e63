import { ConditionError } from './condition-error';
import type { Node, NodeOf } from './tree';
import { ANY, listOf } from './value-type';
import { Dictionary, keyOf, List, type Value, Whole } from './values';

/** What names and `#` stand for at a place of a condition. */
export class Scope {
  public constructor(
    private readonly variables: Readonly<Record<string, Value>> = {},
    private readonly pointers: Readonly<Record<string, Value>> = {},
  ) {}

  public has(name: string): boolean {
    return Object.hasOwn(this.variables, name);
  }

  public get(name: string): Value {
    return this.variables[name]!;
  }

  /** `#` by its name, which is empty for the item itself. */
  public pointer(name: string): Value {
    return this.pointers[name]!;
  }

  public with(name: string, value: Value): Scope {
    return new Scope({ ...this.variables, [name]: value }, this.pointers);
  }

  /** In a closure, at an item. */
  public at(pointers: Readonly<Record<string, Value>>): Scope {
    return new Scope(this.variables, pointers);
  }
}

/** What a closure needs to be evaluated with. */
export interface Evaluates {
  value(node: Node, scope: Scope): Value;
  truth(node: Node, scope: Scope): boolean;
  grown(made: List): List;
}

/** A built-in function that goes through a list with a closure. */
export function evaluatePredicate(node: NodeOf<'builtin'>, scope: Scope, evaluate: Evaluates, of: List): Value {
  const closure = node.args[1]!;
  const { items } = of;
  const holds = (item: Value): boolean => evaluate.truth(closure, scope.at({ '': item }));
  switch (node.name) {
    case 'all': return items.every(holds);
    case 'none': return !items.some(holds);
    case 'any': return items.some(holds);
    case 'one': return items.filter(holds).length === 1;
    case 'count': return Whole.int(items.filter(holds).length);
    case 'filter': return evaluate.grown(new List(items.filter(holds), ANY));
    case 'find': return items.find(holds) ?? null;
    case 'findLast': return [...items].reverse().find(holds) ?? null;
    case 'findIndex': return place(items.findIndex(holds));
    case 'findLastIndex': return place(items.length - 1 - [...items].reverse().findIndex(holds), items.length);
    case 'groupBy': return grouped(items, (item) => evaluate.value(closure, scope.at({ '': item })));
    case 'map':
      return evaluate.grown(new List(items.map((item, i) => evaluate.value(closure, scope.at({ '': item, 'index': Whole.int(i) }))), ANY));
    default: return reduced(node, scope, evaluate, items);
  }
}

function place(index: number, none = -1): Value {
  return index === none ? null : Whole.int(index);
}

function grouped(items: readonly Value[], keyOfItem: (item: Value) => Value): Dictionary {
  const groups = new Map<string, { key: Value; items: Value[] }>();
  for (const item of items) {
    const key = keyOfItem(item);
    if (key instanceof List || key instanceof Dictionary) throw new ConditionError('a list or a map is no key to group by');
    const group = groups.get(keyOf(key)) ?? { key, items: [] };
    group.items.push(item);
    groups.set(keyOf(key), group);
  }
  const entries = [...groups].map(([id, group]) => [id, { key: group.key, value: new List(group.items, ANY) }] as const);
  return new Dictionary(new Map(entries), ANY, listOf(ANY));
}

function reduced(node: NodeOf<'builtin'>, scope: Scope, evaluate: Evaluates, items: readonly Value[]): Value {
  const [, closure, start] = node.args;
  if (!start && items.length === 0) throw new ConditionError('reduce of an empty list needs a third argument to start with', node.at);
  const first = start ? 0 : 1;
  return items.slice(first).reduce(
    (acc, item, i) => evaluate.value(closure!, scope.at({ '': item, 'index': Whole.int(i + first), acc })),
    start ? evaluate.value(start, scope) : items[0]!,
  );
}
