import { InputError } from '../../manifests/input-error';
import { isJsonObject, type JsonObject } from '../../manifests/json';
import { filledText } from './filled-text';

/** Values of arguments by name. */
export type ArgumentValues = Readonly<Record<string, string | number>>;

/** What is known of an analysis' arguments: undefined where only the cluster knows the value. */
export type KnownArguments = ReadonlyMap<string, string | undefined>;

/**
 * The arguments that `spec` declares, with the values that were given and its own values for the others. `later` names those that get
 * a value in the cluster; one that is read from a Secret always does. Throws InputError for one that is not declared, which the
 * controller would ignore, and for one that nothing gives a value.
 */
export function suppliedArguments(spec: JsonObject, given: ArgumentValues, later: readonly string[] = []): KnownArguments {
  const declared = Array.isArray(spec.args) ? spec.args.filter(isJsonObject) : [];
  const names = declared.map((arg) => (typeof arg.name === 'string' ? arg.name : ''));
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`the analysis has no argument ${JSON.stringify(unknown)}. its arguments are: ${names.join(', ') || 'none'}`);
  }
  return new Map(declared.map((arg, i) => {
    const name = names[i]!;
    if (Object.hasOwn(given, name)) return [name, String(given[name])];
    if (later.includes(name)) return [name, undefined];
    if (typeof arg.value === 'string' || typeof arg.value === 'number') return [name, String(arg.value)];
    if (isJsonObject(arg.valueFrom) && isJsonObject(arg.valueFrom.secretKeyRef)) return [name, undefined];
    throw new InputError(`the argument ${JSON.stringify(name)} gets no value and has no default. pass it: { args: { ${name}: ... } }`);
  }));
}

/**
 * A metric with its arguments in place. The controller replaces them in the JSON of the metric, so they may stand anywhere. What only
 * the cluster knows gets a stand-in where the provider is asked, which nobody does here; where it decides something, it is refused.
 * @see utils/analysis/helpers.go (ResolveMetricArgs) in argoproj/argo-rollouts
 */
export function resolveMetric(metric: JsonObject, values: KnownArguments): JsonObject {
  const { provider, ...deciding } = metric;
  const refuse = (name: string): never => {
    throw new InputError(`metric ${JSON.stringify(metric.name)} is decided by the argument ${JSON.stringify(name)}, whose value only the cluster knows. ` +
      `pass one to try it with: { args: { ${name}: ... } }`);
  };
  return { ...resolved(metric, deciding, values, refuse), ...resolved(metric, { provider }, values, (name) => `<${name}>`) };
}

function resolved(metric: JsonObject, part: JsonObject, values: KnownArguments, standIn: (name: string) => string): JsonObject {
  return JSON.parse(filledText(JSON.stringify(part), (placeholder, name) => {
    if (name === undefined || !values.has(name)) {
      throw new InputError(`metric ${JSON.stringify(metric.name)} has the placeholder ${placeholder}, which no argument fills`);
    }
    return JSON.stringify(values.get(name) ?? standIn(name)).slice(1, -1);
  })) as JsonObject;
}
