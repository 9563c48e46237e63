import type { JsonObject, JsonValue } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { goInteger } from '../../../simulation/metric-timing';
import { readOnce } from '../../readings';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { eachText } from '../secrets/texts';

/** What `kinds` says for rules about templates of analyses. */
export const TEMPLATE_KINDS = ['argoproj.io/AnalysisTemplate', 'argoproj.io/ClusterAnalysisTemplate'];

/** What `kinds` says for rules about runs that are written by hand. */
export const ANALYSIS_RUN = 'argoproj.io/AnalysisRun';

/** What `kinds` says for rules about metrics: templates, and runs that are written by hand. */
export const METRIC_KINDS = [...TEMPLATE_KINDS, ANALYSIS_RUN];

/** One metric and where it is. */
export interface MetricAt {
  readonly index: number;
  readonly pointer: Pointer;
  readonly name: string;
  readonly metric: JsonObject;
}

/** The metrics of a template or run. */
export function metricsOf(manifest: Manifest): readonly MetricAt[] {
  return metricsOfSpec(specOf(manifest));
}

/** The metrics of the spec of a template or run. */
export function metricsOfSpec(spec: JsonObject | undefined): readonly MetricAt[] {
  return spec ? readMetrics(spec) : [];
}

const readMetrics = readOnce((spec: JsonObject): readonly MetricAt[] => objectsField(spec, 'metrics').map(([index, metric]) => ({
  index,
  pointer: pointer('/spec/metrics', index),
  name: textField(metric, 'name') || `metrics[${index}]`,
  metric,
})));

/** The providers of a metric; each plugin counts as one. */
export function providersOf(metric: JsonObject): string[] {
  const provider = objectField(metric, 'provider');
  const keys = Object.keys(provider ?? {}).filter((key) => key !== 'plugin' && isSet(provider, key)).sort();
  return [...keys, ...Object.keys(objectField(provider, 'plugin') ?? {}).sort().map((name) => `plugin ${name}`)];
}

/**
 * A limit or count as Go reads an int-or-string: digits in a text are a number, any other text is 0, and so is nothing.
 * Undefined where an argument decides.
 */
export function limitOf(metric: JsonObject, key: string): number | undefined {
  return goInteger(metric[key]);
}

/** One `{{...}}` in a text of a manifest. */
export interface Placeholder {
  readonly pointer: Pointer;
  /** What stands between the braces, trimmed. */
  readonly tag: string;
}

/** Every placeholder below a value, in the order of the document. */
export function placeholdersIn(value: JsonValue | undefined, at: Pointer): Placeholder[] {
  const found: Placeholder[] = [];
  eachText(value, (text, path) => {
    if (!text.includes('{{')) return;
    for (const [, tag = ''] of text.matchAll(/\{\{(.*?)\}\}/gs)) found.push({ pointer: pointer(at, ...path), tag: tag.trim() });
  });
  return found;
}

/** What is nearly a placeholder of one of these names, with a brace too few: `{args.service}}`. It stays in the text as it is. */
export function halfPlaceholdersIn(value: JsonValue | undefined, at: Pointer, names: readonly string[]): Placeholder[] {
  const found: Placeholder[] = [];
  eachText(value, (text, path) => {
    if (!/[{}]/.test(text)) return;
    const plain = text.replace(/\{\{.*?\}\}/gs, ' ');
    for (const tag of names) {
      const name = tag.replaceAll('.', '\\.');
      if (new RegExp(`\\{\\s*${name}(?![\\w.-])|(?<![\\w.-])${name}\\s*\\}`).test(plain)) found.push({ pointer: pointer(at, ...path), tag });
    }
  });
  return found;
}
