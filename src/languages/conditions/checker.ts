import { PREDICATE_NAMES, FUNCTION_NAMES } from './builtin-names';
import { binaryType, membershipProblem, operationHint } from './check-binary';
import { ConditionError } from './condition-error';
import { goRegExpProblem } from './go-regexp-syntax';
import { ENVIRONMENT, unknownName } from './names';
import { builtinOutcome, type Outcome, overloadOutcome } from './signatures';
import type { Node, NodeOf } from './tree';
import {
  ANY, BOOL, FLOAT, INT, isAny, isAssignable, isBool, isList, isNumber, isWhole, LIST, listOf, MAP, NIL, shown, STRING, storage, type Type,
} from './value-type';

/** The types of all parts of a condition. */
export type Types = ReadonlyMap<Node, Type>;

/** Finds the types of a condition for a result of this type, as expr 1.15.5 does before it evaluates. Throws ConditionError. */
export function checkCondition(root: Node, result: Type): Types {
  const checker = new Checker(result);
  checker.typeOf(root);
  return checker.types;
}

interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly items: Type | undefined;
}

const ANY_FUNCTION: Type = { kind: 'function', takes: [], gives: ANY };

/** One check of one condition. */
class Checker {
  public readonly types = new Map<Node, Type>();
  /** What the items are in lists that are written in the condition, where they are all of one type. */
  private readonly items = new Map<Node, Type>();
  private readonly variables: Variable[] = [];
  /** The lists that the closures around a part go through. */
  private readonly lists: Array<{ readonly item: Type; readonly names: Readonly<Record<string, Type>> }> = [];

  public constructor(private readonly result: Type) {}

  public typeOf(node: Node): Type {
    const type = this.find(node);
    this.types.set(node, type);
    return type;
  }

  private find(node: Node): Type {
    switch (node.kind) {
      case 'nil': return NIL;
      case 'bool': return BOOL;
      case 'int': return INT;
      case 'float': return FLOAT;
      case 'string': return STRING;
      case 'placeholder': return ANY;
      case 'identifier': return this.identifier(node);
      case 'unary': return this.unary(node);
      case 'binary': return this.binary(node);
      case 'conditional': return this.conditional(node);
      case 'chain': return this.typeOf(node.of);
      case 'member': return this.member(node);
      case 'slice': return this.slice(node);
      case 'call': return this.call(node);
      case 'builtin': return PREDICATE_NAMES.has(node.name) ? this.predicate(node) : this.builtin(node);
      case 'closure': return this.typeOf(node.body);
      case 'pointer': return this.pointer(node);
      case 'let': return this.declaration(node);
      case 'array': return this.array(node);
      case 'map':
        for (const { key, value } of node.pairs) [key, value].forEach((part) => this.typeOf(part));
        return MAP;
    }
  }

  private identifier(node: NodeOf<'identifier'>): Type {
    const variable = this.variables.find(({ name }) => name === node.name);
    if (variable) {
      if (variable.items) this.items.set(node, variable.items);
      return variable.type;
    }
    if (node.name === 'result') return this.result;
    if (node.name === '$env') return MAP;
    if (PREDICATE_NAMES.has(node.name) || FUNCTION_NAMES.has(node.name)) return ANY_FUNCTION;
    const known = ENVIRONMENT.get(node.name);
    if (!known) throw new ConditionError(unknownName(node.name), node.at);
    return known;
  }

  private unary(node: NodeOf<'unary'>): Type {
    const type = this.typeOf(node.operand);
    if (node.operator === '!' || node.operator === 'not') {
      if (isBool(type) || isAny(type)) return BOOL;
      throw new ConditionError(`${node.operator} wants true or false, and gets ${shown(type)}. it binds tighter than a comparison: `
        + `write ${node.operator} (...)`, node.at);
    }
    if (isNumber(type) || isAny(type)) return type;
    throw new ConditionError(`${node.operator} wants a number, and gets ${shown(type)}`, node.at);
  }

  private binary(node: NodeOf<'binary'>): Type {
    const [left, right] = [this.typeOf(node.left), this.typeOf(node.right)];
    if (node.operator === 'in') {
      const problem = membershipProblem(left, right, this.items.get(node.right));
      if (problem !== undefined) throw new ConditionError(problem, node.at);
      return BOOL;
    }
    if (node.operator === 'matches' && node.right.kind === 'string' && !node.right.value.includes('{{')) {
      const problem = goRegExpProblem(node.right.value);
      if (problem !== undefined) throw new ConditionError(`the regular expression does not compile: ${problem}`, node.right.at);
    }
    if (node.operator === '%' && node.left.kind === 'int' && node.right.kind === 'int' && node.right.value === 0n) {
      throw new ConditionError('a division of whole numbers by 0', node.at);
    }
    const type = binaryType(node.operator, left, right);
    if (type) return type;
    throw new ConditionError(`${node.operator} cannot stand between ${shown(left)} and ${shown(right)}${
       isNegation(node.left) ? `. ${node.left.operator} binds tighter: write ${node.left.operator} (...)` : operationHint(node.operator, left, right)}`,
    node.at);
  }

  private conditional(node: NodeOf<'conditional'>): Type {
    const test = this.typeOf(node.test);
    if (!isBool(test) && !isAny(test)) throw new ConditionError(`? wants true or false before it, and gets ${shown(test)}`, node.at);
    const [yes, no] = [this.typeOf(node.yes), this.typeOf(node.no)];
    if (yes.kind === 'nil') return no;
    return no.kind === 'nil' || isAssignable(yes, no) ? yes : ANY;
  }

  private member(node: NodeOf<'member'>): Type {
    const of = this.typeOf(node.of);
    const property = this.typeOf(node.property);
    if (node.of.kind === 'identifier' && node.of.name === '$env') {
      return node.property.kind === 'string' ? this.fromEnvironment(node.property, node.optional) : ANY;
    }
    switch (of.kind) {
      // Times and durations have methods, which we do not list.
      case 'any': case 'time': case 'duration':
        return ANY;
      case 'map':
        if (property.kind === 'nil' || isAny(property) || isAssignable(property, of.key)) return of.item;
        throw new ConditionError(`the keys of the map are ${shown(of.key)}, not ${shown(property)}`, node.at);
      case 'list':
        if (isWhole(property) || isAny(property)) return of.item;
        throw new ConditionError(`an item of a list has a whole number, as in [0], not ${shown(property)}`, node.property.at);
      default:
        throw new ConditionError(node.property.kind === 'string'
          ? `${shown(of)} has no field ${JSON.stringify(node.property.value)}`
          : `${shown(of)} has no items`, node.at);
    }
  }

  private fromEnvironment(name: NodeOf<'string'>, optional: boolean): Type {
    try {
      return this.identifier({ kind: 'identifier', name: name.value, at: name.at });
    } catch (error) {
      if (optional && error instanceof ConditionError) return ANY;
      throw error;
    }
  }

  private slice(node: NodeOf<'slice'>): Type {
    const type = this.typeOf(node.of);
    if (!isAny(type) && !isList(type) && type.kind !== 'string') throw new ConditionError(`${shown(type)} has no part [from:to]`, node.at);
    for (const bound of [node.from, node.to]) {
      if (!bound) continue;
      const is = this.typeOf(bound);
      if (!isWhole(is) && !isAny(is)) throw new ConditionError(`a part [from:to] wants whole numbers, and gets ${shown(is)}`, bound.at);
    }
    return type;
  }

  private call(node: NodeOf<'call'>): Type {
    const callee = this.typeOf(node.callee);
    // Upstream does not look at the arguments of a function that it does not know yet.
    if (isAny(callee)) return ANY;
    const name = node.callee.kind === 'identifier' ? node.callee.name : 'this';
    if (callee.kind !== 'function') throw new ConditionError(`${name} is ${shown(callee)}, not a function`, node.at);
    return this.outcome(node, overloadOutcome(name, [callee.takes], callee.gives, node.args.map((arg) => this.typeOf(arg))));
  }

  private builtin(node: NodeOf<'builtin'>): Type {
    const [of] = node.args;
    if (node.name === 'get' && node.args.length === 2) {
      // Upstream does not look at the second argument then.
      if ((of!.kind === 'identifier' && of!.name === '$env') || isAny(this.typeOf(of!))) return ANY;
    }
    return this.outcome(node, builtinOutcome(node.name, node.args.map((arg) => this.typeOf(arg))));
  }

  private outcome(node: Node, outcome: Outcome): Type {
    if ('problem' in outcome) throw new ConditionError(outcome.problem, node.at);
    return outcome;
  }

  private predicate(node: NodeOf<'builtin'>): Type {
    const [list, closure, start] = node.args as [Node, Node, Node | undefined];
    const of = this.typeOf(list);
    if (!isAny(of) && !isList(of)) {
      throw new ConditionError(`${node.name} goes through a list, and gets ${shown(of)}`, list.at);
    }
    const item = of.kind === 'list' ? of.item : ANY;
    this.lists.push({ item, names: node.name === 'map' ? { index: INT } : node.name === 'reduce' ? { index: INT, acc: ANY } : {} });
    const gives = this.typeOf(closure);
    this.lists.pop();
    if (gives.kind === 'nil') throw new ConditionError(`the closure of ${node.name} is nil`, closure.at);
    if (start) this.typeOf(start);
    if (node.name === 'map') return listOf(gives);
    if (node.name === 'reduce') return gives;
    if (node.name === 'groupBy') return { kind: 'map', key: ANY, item: LIST };
    if (!isBool(gives) && !isAny(gives)) {
      throw new ConditionError(`the closure of ${node.name} has to be true or false for every item, and is ${shown(gives)}`, closure.at);
    }
    switch (node.name) {
      case 'filter': return of.kind === 'list' ? listOf(item) : LIST;
      case 'find': case 'findLast': return item;
      case 'count': case 'findIndex': case 'findLastIndex': return INT;
      default: return BOOL;
    }
  }

  private pointer(node: NodeOf<'pointer'>): Type {
    const { item, names } = this.lists.at(-1)!;
    if (node.name === '') return item;
    if (Object.hasOwn(names, node.name)) return names[node.name]!;
    throw new ConditionError(`#${node.name} is unknown here. # is the item, #index its place in map and reduce, #acc what reduce has so far`, node.at);
  }

  private declaration(node: NodeOf<'let'>): Type {
    const { name } = node;
    const taken = name === 'result' || ENVIRONMENT.has(name) || PREDICATE_NAMES.has(name) || FUNCTION_NAMES.has(name)
      || this.variables.some((variable) => variable.name === name);
    if (taken) throw new ConditionError(`let cannot give the name ${name} again`, node.at);
    const type = this.typeOf(node.value);
    this.variables.push({ name, type, items: this.items.get(node.value) });
    const body = this.typeOf(node.body);
    this.variables.pop();
    return body;
  }

  private array(node: NodeOf<'array'>): Type {
    const types = node.items.map((item) => this.typeOf(item));
    const one = types.at(-1);
    if (one && one.kind !== 'nil' && types.every((type) => storage(type) === storage(one))) this.items.set(node, one);
    return LIST;
  }
}

function isNegation(node: Node): node is NodeOf<'unary'> {
  return node.kind === 'unary' && (node.operator === 'not' || node.operator === '!');
}
