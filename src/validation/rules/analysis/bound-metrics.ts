import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import type { KnownArguments } from '../../../simulation/analysis/arguments';
import { filledText } from '../../../simulation/analysis/filled-text';
import { madeAt } from '../../made-at';
import { readOnceIn } from '../../readings';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenArguments, flattenTemplates } from './template-flattening';
import { metricsOf, metricsOfSpec } from './template-metrics';

/** A metric together with what is known of its arguments where it is used. */
export interface BoundMetric {
  readonly metric: JsonObject;
  /** `metric status of AnalysisTemplate/smoke (made at main.ts:12)`, for messages. */
  readonly label: string;
  readonly values: KnownArguments;
  /** The analysis of the Rollout, or the metric of a run. */
  readonly pointer: Pointer;
  /** Where the object under check gives an argument its value; absent where a template does. */
  readonly given: ReadonlyMap<string, Pointer>;
}

/** The metrics that a Rollout or an AnalysisRun measures, analysis by analysis. */
export const boundMetrics = readOnceIn((entry: ManifestEntry, manifests: ManifestSet): readonly BoundMetric[] => {
  if (entry.id.kind === 'AnalysisRun') return metricsOfRun(entry);
  return rolloutAnalyses(entry.manifest).flatMap((analysis) => {
    const { templates } = flattenTemplates(entry, analysis, manifests);
    const values = new Map(flattenArguments(templates).args.map(({ name, value }) => [name, value]));
    const given = argumentsIn(analysis.analysis, analysis.pointer);
    for (const { name, value } of given) values.set(name, value);
    const places = new Map(given.map(({ name, at }) => [name, at]));
    return templates.flatMap((template) => metricsOfSpec(template.spec).map(({ name, metric }) => ({
      metric,
      // Built when it is said: to find a line is costly.
      get label() {
        return `metric ${name} of ${template.label}${madeAt(template.entry, entry)}`;
      },
      values,
      pointer: analysis.pointer,
      given: places,
    })));
  });
});

/** A text of a metric with its arguments in place, or undefined where one of them is only known in the cluster. */
export function knownText(text: string, values: KnownArguments): string | undefined {
  const known = filledText(text, (placeholder, name = '') => values.get(name) ?? placeholder);
  return known.includes('{{') ? undefined : known;
}

function metricsOfRun(entry: ManifestEntry): BoundMetric[] {
  const args = argumentsIn(specOf(entry.manifest), '/spec');
  const values = new Map(args.map(({ name, value }) => [name, value]));
  const given = new Map(args.map(({ name, at }) => [name, at]));
  return metricsOf(entry.manifest).map(({ name, metric, pointer: at }) => ({ metric, label: `metric ${name}`, values, pointer: at, given }));
}

interface GivenValue {
  readonly name: string;
  readonly value: string | undefined;
  readonly at: Pointer;
}

// An experiment fills in what it knows of itself, so a value with braces is not known.
function argumentsIn(owner: JsonObject | undefined, base: Pointer): GivenValue[] {
  return objectsField(owner, 'args').map(([index, arg]) => {
    const value = isSet(arg, 'value') ? textField(arg, 'value') : undefined;
    return { name: textField(arg, 'name'), value: value?.includes('{{') ? undefined : value, at: pointer(base, 'args', index, 'value') };
  });
}
