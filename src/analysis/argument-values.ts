import type { KnownArguments } from '../simulation/analysis/arguments';
import { type MetricTexts, unfitValue } from '../simulation/analysis/unfit-value';
import type { AnyArg, ArgValue } from './argument';
import { type CheckTemplate, distinctTemplates } from './check-template';
import type { Metric } from './metric';

/**
 * Why a metric of these templates, which run together, could not be read with what is known of its arguments: their defaults and what
 * was `given`. Undefined when nothing is known to be wrong.
 */
export function valueProblem(
  templates: readonly CheckTemplate[], given: Readonly<Record<string, ArgValue | undefined>> = {},
): string | undefined {
  const together = distinctTemplates(templates);
  const values = knownValues(together, given);
  for (const metric of together.flatMap(({ metrics = [] }) => metrics)) {
    const unfit = unfitValue(textsOf(metric), values);
    if (!unfit) continue;
    const written = unfit.field === 'count' ? '' : `\n  ${unfit.text.replace(/\n/g, '\n  ')}`;
    return `metric ${JSON.stringify(metric.name)}: ${unfit.message}${written}`;
  }
  return undefined;
}

/**
 * Why the number of measurements of a metric cannot come from its argument, or undefined. Before a release the controller checks an
 * analysis with the defaults of its template alone; without a number it takes the metric for one that never ends.
 * @see pkg/apis/rollouts/validation/validation_references.go in argoproj/argo-rollouts
 */
export function countProblem(metric: Metric, args: Readonly<Record<string, AnyArg>>): string | undefined {
  const { count } = metric._toKube();
  const name = typeof count === 'string' ? /^\{\{\s*args\.(.*?)\s*\}\}$/.exec(count)?.[1] : undefined;
  const arg = name === undefined ? undefined : args[name];
  if (arg === undefined || arg.kind === 'defaulted') return undefined;
  return `metric ${JSON.stringify(metric.name)}: count is the argument ${JSON.stringify(name)}, which has no default. argo rollouts checks an analysis ` +
    `with the defaults alone, and would take this one for endless. declare it with one: ${name}: Arg.defaultsTo(5)`;
}

function knownValues(templates: readonly CheckTemplate[], given: Readonly<Record<string, ArgValue | undefined>>): KnownArguments {
  const values = new Map<string, string | undefined>();
  for (const { args } of templates) {
    for (const [name, arg] of Object.entries<AnyArg>(args)) {
      if (values.get(name) === undefined) values.set(name, arg.kind === 'defaulted' ? arg.value : undefined);
    }
  }
  for (const [name, value] of Object.entries(given)) {
    // An experiment and Kargo fill in what stands in braces.
    if (value !== undefined) values.set(name, typeof value === 'object' || String(value).includes('{{') ? undefined : String(value));
  }
  return values;
}

function textsOf(metric: Metric): MetricTexts {
  const { successCondition, failureCondition, count, provider } = metric._toKube();
  return { successCondition, failureCondition, query: provider.prometheus?.query, count: typeof count === 'string' ? count : undefined };
}
