import { fromNumbers, type Value } from '../../../languages/conditions/values';
import type { JsonObject } from '../../../manifests/json';
import { type JudgedMeasurement, judge } from '../../../simulation/analysis/measurement';
import type { CompletedPhase } from '../../../simulation/analysis/phase';
import { textField } from '../rollouts/fields';

/** The conditions of a metric. */
export const CONDITIONS = ['successCondition', 'failureCondition'] as const;

/** Values that tell a condition that looks at the data from one that does not. */
const SAMPLES = [0, 0.5, 1, 100, 1e9];

/** Where a query may be NaN: it divides, or asks for a quantile of a histogram. Label matchers are no part of the text. */
const MAYBE_NAN = /\/|\bhistogram_quantile\b/;

/** Where a query leaves out what it does not want, so that no data may be good news, or a denominator of zero. */
const FILTERS = /[<>]|[!=]=|\bclamp_min\b|\bALERTS\b|\babsent\b|\bunless\b/;

/** What measurements of these series come to; undefined where only the controller can tell. */
export function judged(metric: JsonObject, result: Value): JudgedMeasurement | undefined {
  // The text of an argument is mostly a limit, and a limit matters little to a result without data.
  const plain = Object.fromEntries(CONDITIONS.map((key) => [key, textField(metric, key).replace(/\{\{.*?\}\}/g, '1')]));
  try {
    return judge(plain, result);
  } catch {
    return undefined;
  }
}

/** The phases that a condition can come to with data of one series. */
export function phasesWithData(metric: JsonObject): ReadonlySet<CompletedPhase | undefined> {
  // A fleet has thousands of metrics and a handful of conditions.
  const key = CONDITIONS.map((condition) => textField(metric, condition)).join('\n');
  let phases = knownPhases.get(key);
  if (!phases) {
    if (knownPhases.size >= LIMIT) knownPhases.clear();
    phases = new Set(SAMPLES.map((sample) => judged(metric, fromNumbers([sample]))?.phase));
    knownPhases.set(key, phases);
  }
  return phases;
}

const knownPhases = new Map<string, ReadonlySet<CompletedPhase | undefined>>();
const LIMIT = 1000;

/** Whether a query always has a series. */
export function neverEmpty(query: string): boolean {
  return /\bor\s+(?:on\s*\(\s*\)\s*)?vector\s*\(|^\s*vector\s*\(/.test(query);
}

/** Whether a query counts what has failed, by a label of it: a series that is not there before the first failure. */
export function picksErrors(query: string): boolean {
  return /(?:=~?\s*["'`][^"'`]*(?:5\.\.|5xx|5\\+d|5\[|\b5\d\d\b|error|fail)|!~?\s*["'`][^"'`]*(?:\b2\.\.|\b2xx|\b200\b|\bOK\b|success))/i.test(query);
}

/** Whether a query may be NaN where there was no traffic. */
export function maybeNaN(query: string): boolean {
  const text = withoutMatchers(query);
  return MAYBE_NAN.test(text) && !FILTERS.test(text);
}

/** Whether a query leaves series out by their values. */
export function filters(query: string): boolean {
  return FILTERS.test(withoutMatchers(query));
}

function withoutMatchers(query: string): string {
  return query.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '').replace(/\{\{.*?\}\}/g, '').replace(/\{[^{}]*\}/g, '');
}
