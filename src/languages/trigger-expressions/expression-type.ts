import { binaryType, membershipProblem } from '../conditions/check-binary';
import { ConditionError } from '../conditions/condition-error';
import { goRegExpProblem } from '../conditions/go-regexp-syntax';
import { builtinOutcome } from '../conditions/signatures';
import { childrenOf, type Node, type NodeOf } from '../conditions/tree';
import {
  ANY, BOOL, DURATION, FLOAT, INT, isAny, isBool, isDuration, isNumber, LIST, MAP, NIL, shown, STRING, type Type,
} from '../conditions/value-type';
import { TRIGGER_BUILTINS, UNCHANGED_FUNCTIONS } from './builtins';

/**
 * The type of an expression, as far as expr tells types apart before it knows what the variables hold. Throws ConditionError where it
 * does not compile.
 */
export function typeOfExpression(node: Node): Type {
  switch (node.kind) {
    case 'nil': return NIL;
    case 'bool': return BOOL;
    case 'int': return INT;
    case 'float': return FLOAT;
    case 'string': return STRING;
    case 'unary': return unary(node);
    case 'binary': return binary(node);
    case 'conditional': return conditional(node);
    case 'chain': return typeOfExpression(node.of);
    case 'member': return member(node);
    case 'builtin': return builtin(node);
    case 'closure': return typeOfExpression(node.body);
    case 'let':
      if (TRIGGER_BUILTINS.predicates.has(node.name) || TRIGGER_BUILTINS.functions.has(node.name)) {
        throw new ConditionError(`let cannot give the name ${node.name} again`, node.at);
      }
      typeOfExpression(node.value);
      return typeOfExpression(node.body);
    default:
      for (const child of childrenOf(node)) typeOfExpression(child);
      return node.kind === 'array' ? LIST : node.kind === 'map' ? MAP : ANY;
  }
}

function unary({ operator, operand, at }: NodeOf<'unary'>): Type {
  const type = typeOfExpression(operand);
  if (operator === '!' || operator === 'not') {
    if (isBool(type) || isAny(type)) return BOOL;
    throw new ConditionError(`${operator} wants true or false, and gets ${shown(type)}. it binds tighter than a comparison: write ${operator} (...)`, at);
  }
  if (isNumber(type) || isAny(type)) return type;
  throw new ConditionError(`${operator} wants a number, and gets ${shown(type)}`, at);
}

function binary({ operator, left: leftNode, right: rightNode, at }: NodeOf<'binary'>): Type {
  const [left, right] = [typeOfExpression(leftNode), typeOfExpression(rightNode)];
  if (operator === 'in') {
    const problem = membershipProblem(left, right, itemsOf(rightNode));
    if (problem !== undefined) throw new ConditionError(problem + negationHint(leftNode), at);
    return BOOL;
  }
  if (operator === 'matches' && rightNode.kind === 'string') {
    const problem = goRegExpProblem(rightNode.value);
    if (problem !== undefined) throw new ConditionError(`the regular expression does not compile: ${problem}`, rightNode.at);
  }
  // Newer versions compute with durations.
  if ([left, right].some(isDuration) && ['<', '>', '<=', '>='].includes(operator) && [left, right].every((type) => isDuration(type) || isAny(type))) return BOOL;
  if ([left, right].some(isDuration) && ['-', '+', '*'].includes(operator)) return left.kind === right.kind ? DURATION : ANY;
  if (operator === '%' && rightNode.kind === 'int' && rightNode.value === 0n && leftNode.kind === 'int') throw new ConditionError('a division of whole numbers by 0', at);
  const type = binaryType(operator, left, right);
  if (type) return type;
  throw new ConditionError(`${operator} cannot stand between ${shown(left)} and ${shown(right)}${negationHint(leftNode)}`, at);
}

// What a list holds that is written out, where it is all of one type.
function itemsOf(list: Node): Type | undefined {
  if (list.kind !== 'array') return undefined;
  const [first, ...others] = list.items.map(typeOfExpression);
  return first && first.kind !== 'nil' && others.every(({ kind }) => kind === first.kind) ? first : undefined;
}

function negationHint(left: Node): string {
  return left.kind === 'unary' && ['!', 'not'].includes(left.operator) ? `. ${left.operator} binds tighter: write ${left.operator} (...)` : '';
}

function conditional({ test, yes, no, at }: NodeOf<'conditional'>): Type {
  const is = typeOfExpression(test);
  if (!isBool(is) && !isAny(is)) throw new ConditionError(`? wants true or false before it, and gets ${shown(is)}`, at);
  const [one, other] = [typeOfExpression(yes), typeOfExpression(no)];
  return one.kind === other.kind ? one : ANY;
}

function member({ of: node, property, at }: NodeOf<'member'>): Type {
  const of = typeOfExpression(node);
  typeOfExpression(property);
  if (['nil', 'bool', 'int', 'float', 'string'].includes(of.kind) && property.kind === 'string') {
    throw new ConditionError(`${shown(of)} has no field ${JSON.stringify(property.value)}`, at);
  }
  return ANY;
}

const TRUTHS: readonly string[] = ['all', 'any', 'none', 'one'];

function builtin({ name, args, at }: NodeOf<'builtin'>): Type {
  const types = args.map(typeOfExpression);
  if (UNCHANGED_FUNCTIONS.has(name)) {
    const outcome = builtinOutcome(name, types);
    if ('problem' in outcome) throw new ConditionError(outcome.problem, at);
    return outcome;
  }
  if (!TRIGGER_BUILTINS.predicates.has(name)) return ANY;
  const [list] = types;
  if (list && !isAny(list) && list.kind !== 'list' && !(name === 'sortBy')) {
    throw new ConditionError(`${name} goes through a list, and gets ${shown(list)}`, args[0]!.at);
  }
  if (TRUTHS.includes(name)) {
    if (!isBool(types[1]!) && !isAny(types[1]!)) {
      throw new ConditionError(`the closure of ${name} has to be true or false for every item, and is ${shown(types[1]!)}`, args[1]!.at);
    }
    return BOOL;
  }
  return name === 'count' || name.endsWith('Index') ? INT : ANY;
}
