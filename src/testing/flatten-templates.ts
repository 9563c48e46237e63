import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { nameOf } from './analysis-template';

/** What an AnalysisRun gets from its templates. */
export interface FlatSpec extends JsonObject {
  readonly args: readonly JsonObject[];
  readonly dryRun: readonly JsonObject[];
  readonly metrics: readonly JsonObject[];
}

/**
 * Merges a template with those that it nests, as the controller does: each once, those of the namespace before those of the cluster,
 * with one list of arguments. `others` are the manifests among which nested ones are looked for. Throws InputError for one that is not
 * there.
 * @see utils/analysis/helpers.go in argoproj/argo-rollouts
 */
export function flattenTemplates(root: JsonObject, others: readonly JsonObject[]): FlatSpec {
  if (!isJsonObject(root.spec)) throw nothingMeasured();
  const found = new Map<string, JsonObject>();
  collect(root, root.spec);
  const all = [...found].sort(([a], [b]) => Number(a.startsWith('Cluster')) - Number(b.startsWith('Cluster'))).map(([, spec]) => spec);
  const metrics = all.flatMap((spec) => objects(spec.metrics));
  if (metrics.length === 0) throw nothingMeasured();
  const twice = metrics.find((metric, i) => metrics.findIndex((other) => nameOf(other) === nameOf(metric)) < i);
  if (twice) throw new InputError(`two metrics of the analysis are named ${JSON.stringify(nameOf(twice))}, which the controller refuses. rename one of them`);
  return { args: merged(all.flatMap((spec) => objects(spec.args))), dryRun: all.flatMap((spec) => objects(spec.dryRun)), metrics };

  function collect(template: JsonObject, spec: JsonObject): void {
    const label = labelOf(template);
    if (found.has(label)) return;
    found.set(label, spec);
    for (const { templateName, clusterScope } of objects(spec.templates)) {
      const wanted = labelled(clusterScope === true ? 'ClusterAnalysisTemplate' : undefined, templateName);
      const nested = [root, ...others].find((other) => labelOf(other) === wanted);
      if (!nested || !isJsonObject(nested.spec)) {
        throw new InputError(`${label} nests ${wanted}, which is made elsewhere. give its manifest: { templates: [...] }`);
      }
      collect(nested, nested.spec);
    }
  }
}

/** An argument of several templates is one: the first value counts, and one without a value gives way to the next. */
function merged(args: readonly JsonObject[]): readonly JsonObject[] {
  const found = new Map<string, JsonObject>();
  for (const arg of args) {
    const first = found.get(nameOf(arg));
    if (first?.value !== undefined && arg.value !== undefined && first.value !== arg.value) {
      throw new InputError(`two templates of the analysis give the argument ${JSON.stringify(nameOf(arg))} different values: ` +
        `${JSON.stringify(first.value)} and ${JSON.stringify(arg.value)}, which the controller refuses. give it the same value, or two names`);
    }
    if (first?.value === undefined) found.set(nameOf(arg), arg);
  }
  return [...found.values()];
}

function labelOf({ kind, metadata }: JsonObject): string {
  return labelled(kind, isJsonObject(metadata) ? metadata.name : undefined);
}

function labelled(kind: JsonValue | undefined, name: JsonValue | undefined): string {
  return `${typeof kind === 'string' ? kind : 'AnalysisTemplate'} ${typeof name === 'string' ? name : ''}`;
}

function objects(list: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function nothingMeasured(): InputError {
  return new InputError('the analysis has no spec.metrics. give an AnalysisCheck, or the manifest of an AnalysisTemplate');
}
