import { conditionProblem } from '../../languages/conditions/problem';
import { ANY, type Type } from '../../languages/conditions/value-type';
import { promqlProblem } from '../../languages/promql';
import type { KnownArguments } from './arguments';
import { filledText } from './filled-text';

/** The texts of a metric that the controller, or Prometheus, reads once the arguments are in place. */
export interface MetricTexts {
  readonly successCondition?: string;
  readonly failureCondition?: string;
  /** The PromQL of a metric that asks Prometheus. */
  readonly query?: string;
  readonly count?: string;
}

/** Values of arguments that make no sense where they stand. */
export interface UnfitValue {
  readonly field: keyof MetricTexts;
  /** The field with its arguments in place. */
  readonly text: string;
  /** Names of the arguments that are to blame. */
  readonly names: readonly string[];
  /** `the argument "limit" is "5%", and with it successCondition is no condition: ...`. */
  readonly message: string;
}

/**
 * The first field that what is known of the arguments turns into something that cannot be read. A field that could not be read anyhow is
 * no matter of its arguments. `results` are the types that the provider may measure.
 */
export function unfitValue(texts: MetricTexts, values: KnownArguments, results: readonly Type[] = [ANY]): UnfitValue | undefined {
  const problemOf: Readonly<Record<keyof MetricTexts, (text: string) => string | undefined>> = {
    successCondition: (text) => conditionFault(text, results),
    failureCondition: (text) => conditionFault(text, results),
    query: (text) => said('no PromQL', promqlProblem(text)),
    // A count of 0 is what it says: no end, which is right in the background.
    count: (text) => (/^\{\{.*\}\}$|^[+-]?\d+$/.test(text) ? undefined : `${JSON.stringify(text)}, no whole number: the metric would never end`),
  };
  for (const field of Object.keys(problemOf) as Array<keyof MetricTexts>) {
    const written = texts[field];
    if (!written?.includes('{{') || problemOf[field](written) !== undefined) continue;
    const used = namesIn(written).filter((name) => values.get(name) !== undefined);
    const text = filled(written, values, used);
    const problem = problemOf[field](text);
    if (problem === undefined) continue;
    const alone = used.filter((name) => problemOf[field](filled(written, values, [name])) !== undefined);
    const names = alone.length > 0 ? alone : used;
    const blamed = names.map((name) => `the argument ${JSON.stringify(name)} is ${JSON.stringify(values.get(name))}`).join(' and ');
    return { field, text, names, message: `${blamed}, and with ${names.length > 1 ? 'them' : 'it'} ${field} is ${problem}` };
  }
  return undefined;
}

function conditionFault(text: string, results: readonly Type[]): string | undefined {
  const problems = results.map((type) => conditionProblem(text, type));
  return problems.includes(undefined) ? undefined : said('no condition', problems[0]);
}

function said(what: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `${what}: ${problem}`;
}

function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*args\.(.*?)\s*\}\}/gs)].map(([, name]) => name!))];
}

function filled(text: string, values: KnownArguments, names: readonly string[]): string {
  return filledText(text, (placeholder, name = '') => (names.includes(name) ? values.get(name) : undefined) ?? placeholder);
}
