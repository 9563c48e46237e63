import { ConditionError, UndecidedCondition } from '../conditions/condition-error';
import type { Node } from '../conditions/tree';
import { isAny, isBool, shown, type Type } from '../conditions/value-type';
import { typeOfExpression } from './expression-type';
import { nilRisks, nilRisksOnceTrue } from './nil-risks';
import { parseTriggerExpression } from './parser';
import { unknownNames } from './unknown-names';

/** An expression of a trigger that compiles, one that does not, or one of which we cannot say. */
type Reading =
  | { readonly root: Node; readonly type: Type }
  | { readonly problem: string }
  | { readonly undecided: true };

// Every rule about triggers asks for the same few expressions.
const known = new Map<string, Reading>();
const LIMIT = 1000;

/** Why Argo CD cannot compile an expression of a trigger, with the place; undefined for one that it can. */
export function triggerProblem(source: string): string | undefined {
  const reading = read(source);
  return 'problem' in reading ? reading.problem : undefined;
}

/** Why a `when` that compiles is never true: names that stand for nothing, or a value that is neither true nor false. */
export function triggerDoubts(source: string): readonly string[] {
  const reading = read(source);
  if (!('root' in reading)) return [];
  const isTruth = isBool(reading.type) || isAny(reading.type);
  return [...unknownNames(reading.root), ...isTruth ? [] : [`it is ${shown(reading.type)}, and only true sends anything. compare it with something`]];
}

/** The names in a `oncePer` that stand for nothing. */
export function unknownNamesIn(source: string): readonly string[] {
  const reading = read(source);
  return 'root' in reading ? unknownNames(reading.root) : [];
}

/** Parts of an Application that may be missing, of which the expression reads fields: evaluating it is then an error. */
export function triggerNilRisks(source: string, onceTrue?: string): readonly string[] {
  const reading = read(source);
  if (!('root' in reading)) return [];
  const condition = onceTrue === undefined ? undefined : read(onceTrue);
  return condition && 'root' in condition ? nilRisksOnceTrue(reading.root, condition.root) : nilRisks(reading.root);
}

function read(source: string): Reading {
  let reading = known.get(source);
  if (!reading) {
    if (known.size >= LIMIT) known.clear();
    reading = readNow(source);
    known.set(source, reading);
  }
  return reading;
}

function readNow(source: string): Reading {
  try {
    const root = parseTriggerExpression(source);
    return { root, type: typeOfExpression(root) };
  } catch (error) {
    if (error instanceof UndecidedCondition) return { undecided: true };
    if (error instanceof ConditionError) return { problem: error.message };
    throw error;
  }
}
