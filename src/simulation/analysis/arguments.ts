import { InputError } from '../../manifests/input-error';
import { isJsonObject, type JsonObject } from '../../manifests/json';

/** Values of arguments by name. */
export type ArgumentValues = Readonly<Record<string, string | number>>;

/**
 * The arguments of a template with the values that were given, and its own values for the others. Throws InputError for one that
 * the template does not declare, which the controller would ignore, and for one without a value.
 */
export function suppliedArguments(spec: JsonObject, given: ArgumentValues): ReadonlyMap<string, string> {
  const declared = Array.isArray(spec.args) ? spec.args.filter(isJsonObject) : [];
  const names = declared.map((arg) => (typeof arg.name === 'string' ? arg.name : ''));
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`the analysis has no argument ${JSON.stringify(unknown)}. its arguments are: ${names.join(', ') || 'none'}`);
  }
  return new Map(declared.map((arg, i) => {
    const name = names[i]!;
    const value = Object.hasOwn(given, name) ? given[name] : arg.value;
    if (typeof value === 'string' || typeof value === 'number') return [name, String(value)];
    throw new InputError(`the argument ${JSON.stringify(name)} gets no value and has no default. pass it: { args: { ${name}: ... } }`);
  }));
}

/**
 * A metric with its arguments in place. The controller replaces them in the JSON of the metric, so they may stand anywhere.
 * @see utils/analysis/helpers.go (ResolveMetricArgs) in argoproj/argo-rollouts
 */
export function resolveMetric(metric: JsonObject, values: ReadonlyMap<string, string>): JsonObject {
  const json = JSON.stringify(metric).replace(/\{\{(.*?)\}\}/g, (placeholder, tag: string) => {
    const name = /^args\.(.*)$/s.exec(tag.trim())?.[1];
    const value = name === undefined ? undefined : values.get(name);
    if (value === undefined) throw new InputError(`metric ${JSON.stringify(metric.name)} has the placeholder ${placeholder}, which no argument fills`);
    return JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(json) as JsonObject;
}
