import { bytesOf, isIn, itemAt, part } from './access';
import { calculate, negate, toWhole } from './arithmetic';
import { equal, inOrder, isNil } from './comparison';
import { ConditionError, UndecidedCondition, UnsupportedCondition } from './condition-error';
import { constantTruth } from './constant-truth';
import { goMatches } from './go-regexp';
import { list, LIST_FUNCTIONS } from './list-functions';
import { ENVIRONMENT } from './names';
import { evaluatePredicate, type Scope } from './predicates';
import { TEXT_FUNCTIONS, text } from './text-functions';
import type { Node, NodeOf } from './tree';
import { NUMBER_FUNCTIONS, VALUE_FUNCTIONS } from './value-functions';
import { ANY, INT, MAP, type Type } from './value-type';
import { dictionary, FunctionValue, List, typeOfValue, type Value, Whole } from './values';

const FUNCTIONS = { ...TEXT_FUNCTIONS, ...LIST_FUNCTIONS, ...VALUE_FUNCTIONS };

/** Where upstream runs out of the memory that it grants to an expression, in items. */
const MEMORY = 1_000_000;

/** Leaves a chain of `?.` at the first nil. */
class NilInChain extends Error {}

/** One evaluation of a condition that was checked for a result of this type. */
export class Evaluator {
  private memory = 0;

  public constructor(private readonly types: ReadonlyMap<Node, Type>, private readonly result: Value) {}

  public value(node: Node, scope: Scope): Value {
    switch (node.kind) {
      case 'nil': return null;
      case 'bool': case 'float': case 'string': return node.value;
      case 'int': return Whole.int(node.value);
      case 'placeholder': throw new UndecidedCondition();
      case 'identifier': return this.identifier(node.name, scope);
      case 'unary': return this.unary(node, scope);
      case 'binary': return this.binary(node, scope);
      case 'conditional': return this.value(this.truth(node.test, scope) ? node.yes : node.no, scope);
      case 'chain': return this.chain(node, scope);
      case 'member': return this.member(node, scope);
      case 'slice': return this.slice(node, scope);
      case 'call': return this.call(node, scope);
      case 'builtin': return this.builtin(node, scope);
      case 'closure': return this.value(node.body, scope);
      case 'pointer': return scope.pointer(node.name);
      case 'let': return this.value(node.body, scope.with(node.name, this.value(node.value, scope)));
      case 'array': return this.grown(new List(node.items.map((item) => this.value(item, scope)), ANY));
      case 'map':
        // Of equal keys the first one stays.
        return dictionary(
          node.pairs.map(({ key, value }) => [text(this.value(key, scope)), this.value(value, scope)] as const).reverse(), MAP,
        );
    }
  }

  /** A part that has to be true or false. */
  public truth(node: Node, scope: Scope): boolean {
    const value = this.value(node, scope);
    if (typeof value === 'boolean') return value;
    throw new ConditionError('true or false was expected here', node.at);
  }

  /** Counts the items of a new list. */
  public grown(made: List): List {
    this.memory += made.items.length;
    if (this.memory >= MEMORY) throw new ConditionError('the lists of the condition become too long');
    return made;
  }

  private identifier(name: string, scope: Scope): Value {
    if (scope.has(name)) return scope.get(name);
    if (name === 'result') return this.result;
    if (name === '$env') throw new UnsupportedCondition('$env');
    // A built-in function without a call is nothing to upstream.
    return ENVIRONMENT.has(name) ? new FunctionValue(name) : null;
  }

  private unary({ operator, operand }: NodeOf<'unary'>, scope: Scope): Value {
    if (operator === '!' || operator === 'not') return !this.truth(operand, scope);
    const value = this.value(operand, scope);
    return operator === '-' ? negate(value) : value;
  }

  private binary(node: NodeOf<'binary'>, scope: Scope): Value {
    const { operator, left, right } = node;
    switch (operator) {
      case '&&': case 'and': return this.junction(node, scope, true);
      case '||': case 'or': return this.junction(node, scope, false);
      case '??': {
        const value = this.value(left, scope);
        return isNil(value) ? this.value(right, scope) : value;
      }
      case '..': return this.range(node, scope);
      case '==': return this.equality(node, scope);
      case '!=': return !equal(this.value(left, scope), this.value(right, scope));
      case 'in': return this.membership(node, scope);
      case '<': case '<=': case '>': case '>=':
        return inOrder(operator, this.value(left, scope), this.value(right, scope));
      case 'contains': return text(this.value(left, scope)).includes(text(this.value(right, scope)));
      case 'startsWith': return text(this.value(left, scope)).startsWith(text(this.value(right, scope)));
      case 'endsWith': return text(this.value(left, scope)).endsWith(text(this.value(right, scope)));
      case 'matches': return this.matches(text(this.value(left, scope)), text(this.value(right, scope)));
      default: return calculate(operator, this.value(left, scope), this.value(right, scope));
    }
  }

  // `and` goes on while its sides are true, `or` while they are false. A side that changes nothing is not there for upstream.
  private junction(node: NodeOf<'binary'>, scope: Scope, goesOn: boolean): Value {
    const known = constantTruth(node);
    if (known !== undefined) return known;
    if (constantTruth(node.left) === goesOn) return this.value(node.right, scope);
    if (constantTruth(node.right) === goesOn) return this.value(node.left, scope);
    return this.truth(node.left, scope) === goesOn ? this.value(node.right, scope) : !goesOn;
  }

  // Upstream compares what it takes for two whole numbers, or two texts, without a look at what they turned out to be.
  private equality({ left, right, at }: NodeOf<'binary'>, scope: Scope): boolean {
    const [a, b] = [this.value(left, scope), this.value(right, scope)];
    const kinds = [left, right].map((side) => this.types.get(side)?.kind);
    for (const kind of ['int', 'string']) {
      if (kinds.every((known) => known === kind) && ![a, b].every((value) => typeOfValue(value).kind === kind)) {
        throw new ConditionError(kind === 'int' ? '== compares whole numbers, and one side is none' : '== compares texts, and one side is none', at);
      }
    }
    return equal(a, b);
  }

  // A list of texts that is written in the condition becomes a map, where only a text may be looked up.
  private membership({ left, right, at }: NodeOf<'binary'>, scope: Scope): boolean {
    const needle = this.value(left, scope);
    if (right.kind === 'array' && right.items.length > 0 && right.items.every((item) => item.kind === 'string')) {
      if (needle !== null && typeof needle !== 'string') throw new ConditionError('only a text may be looked up in a list of texts', at);
      return right.items.some((item) => item.kind === 'string' && item.value === (needle ?? ''));
    }
    // Likewise for whole numbers; nil, which findIndex may give, is then 0.
    const wholes = right.kind === 'array' && right.items.length > 0 && right.items.every((item) => item.kind === 'int');
    if (wholes && needle === null && this.types.get(left)?.kind === 'int') return isIn(Whole.int(0), this.value(right, scope));
    return isIn(needle, this.value(right, scope));
  }

  private range({ left, right }: NodeOf<'binary'>, scope: Scope): List {
    const from = toWhole(this.value(left, scope), 'a whole number at the start of a range');
    const to = toWhole(this.value(right, scope), 'a whole number at the end of a range');
    const length = to < from ? 0 : Number(to - from) + 1;
    if (length > MEMORY) throw new ConditionError('the range is too long');
    const items = Array.from({ length }, (_, i) => Whole.int(from + BigInt(i)));
    // Written out in the condition it is made once, when it compiles.
    return left.kind === 'int' && right.kind === 'int' ? new List(items, INT) : this.grown(new List(items, INT));
  }

  private matches(of: string, pattern: string): boolean {
    const matches = goMatches(pattern, of);
    if (matches === undefined) throw new UnsupportedCondition(`the regular expression ${JSON.stringify(pattern)}`);
    return matches;
  }

  private chain(node: NodeOf<'chain'>, scope: Scope): Value {
    try {
      return this.value(node.of, scope);
    } catch (error) {
      if (error instanceof NilInChain) return null;
      throw error;
    }
  }

  private member({ of, property, optional }: NodeOf<'member'>, scope: Scope): Value {
    const filtered = optional ? undefined : soughtItem(of, property);
    if (filtered) {
      const found = this.value(filtered, scope);
      if (found === null) throw new ConditionError('there is no such item, as the filter lets none pass', property.at);
      return found;
    }
    const base = this.value(of, scope);
    if (optional && isNil(base)) throw new NilInChain();
    const kind = typeOfValue(base).kind;
    if (kind === 'time' || kind === 'duration') throw new UnsupportedCondition(`a method of a ${kind}`);
    return itemAt(base, this.value(property, scope));
  }

  private slice({ of, from, to }: NodeOf<'slice'>, scope: Scope): Value {
    return part(this.value(of, scope), from ? this.value(from, scope) : Whole.int(0), to && this.value(to, scope));
  }

  private call({ callee, args, at }: NodeOf<'call'>, scope: Scope): Value {
    const called = this.value(callee, scope);
    if (!(called instanceof FunctionValue)) throw new ConditionError('this is no function', at);
    const [first, second] = args.map((arg) => this.argument(called.name, arg, scope));
    if (called.name === 'isNil') return isNil(this.result);
    if (called.name === 'default') return isNil(this.result) ? second! : this.result;
    return NUMBER_FUNCTIONS[called.name]!([first, second]);
  }

  // Whole numbers that are written where a fraction may stand are taken for one.
  private argument(name: string, node: Node, scope: Scope): Value {
    const value = this.value(node, scope);
    return (name === 'isNaN' || name === 'isInf') && value instanceof Whole && isWritten(node) ? Number(value.value) : value;
  }

  private builtin(node: NodeOf<'builtin'>, scope: Scope): Value {
    const sought = node.name === 'first' ? soughtItem(node.args[0]!, 'first') : node.name === 'last' ? soughtItem(node.args[0]!, 'last') : undefined;
    if (sought) return this.value(sought, scope);
    const made = FUNCTIONS[node.name];
    if (made) return made(node.args.map((arg) => this.value(arg, scope)));
    const of = this.value(node.args[0]!, scope);
    return evaluatePredicate(node, scope, this, typeof of === 'string' ? bytesOf(of) : list(of, node.name));
  }
}

function isWritten(node: Node): boolean {
  if (node.kind === 'int') return true;
  if (node.kind === 'unary') return isWritten(node.operand);
  return node.kind === 'binary' && ['+', '-', '*'].includes(node.operator) && isWritten(node.left) && isWritten(node.right);
}

// The first or last item of a filter is sought like that by upstream, which does not look at the items behind it.
function soughtItem(of: Node, place: Node | 'first' | 'last'): Node | undefined {
  if (of.kind !== 'builtin' || of.name !== 'filter') return undefined;
  if (place === 'first' || (typeof place === 'object' && place.kind === 'int' && place.value === 0n)) return { ...of, name: 'find' };
  const last = typeof place === 'object' && place.kind === 'unary' && place.operator === '-' && place.operand.kind === 'int'
    && place.operand.value === 1n;
  return place === 'last' || last ? { ...of, name: 'findLast' } : undefined;
}
