import type { ApiObject } from 'cdk8s';
import type { MetricTreatment } from './analysis-options';
import type { AnyArg, AnyArgs } from './argument';
import type { Metric } from './metric';

/** One template of a check, as far as it is known here: its own, or one that it nests. */
export interface CheckTemplate {
  readonly kind: 'AnalysisTemplate' | 'ClusterAnalysisTemplate';
  readonly name: string;
  readonly args: AnyArgs;
  readonly treatment: MetricTreatment;
  /** What it measures itself; undefined when it is made elsewhere. */
  readonly metrics?: readonly Metric[];
  /** The object that makes it, unless it is made elsewhere. */
  readonly object?: ApiObject;
}

/** Templates without those named before, as the controller collects them: namespaced ones first. */
export function distinctTemplates(templates: readonly CheckTemplate[]): readonly CheckTemplate[] {
  const found = new Map(templates.map((template) => [labelOf(template), template]));
  const all = [...found.values()];
  return [...all.filter(({ kind }) => kind === 'AnalysisTemplate'), ...all.filter(({ kind }) => kind !== 'AnalysisTemplate')];
}

/** Names of the metrics that the templates measure. */
export function metricNamesOf(templates: readonly CheckTemplate[]): readonly string[] {
  return templates.flatMap(({ metrics = [] }) => metrics.map(({ name }) => name));
}

/** Whether every template is made here, so that its metrics are known. */
export function allKnown(templates: readonly CheckTemplate[]): boolean {
  return templates.every(({ metrics }) => metrics !== undefined);
}

/**
 * Why templates cannot run together, or undefined. The controller merges them into one run, in which a metric and an argument
 * have one meaning.
 * @see utils/analysis/helpers.go in argoproj/argo-rollouts
 */
export function conflictOf(templates: readonly CheckTemplate[]): string | undefined {
  return metricConflict(templates) ?? argumentConflict(templates) ?? treatmentConflict(templates);
}

function labelOf({ kind, name }: CheckTemplate): string {
  return `${kind} ${name}`;
}

function metricConflict(templates: readonly CheckTemplate[]): string | undefined {
  const owners = new Map<string, CheckTemplate>();
  for (const template of templates) {
    for (const { name } of template.metrics ?? []) {
      const owner = owners.get(name);
      if (owner && owner !== template) return `${labelOf(owner)} and ${labelOf(template)} both have a metric named ${JSON.stringify(name)}. rename one of them`;
      owners.set(name, template);
    }
  }
  return undefined;
}

function argumentConflict(templates: readonly CheckTemplate[]): string | undefined {
  const sources = new Map<string, { readonly template: CheckTemplate; readonly source: string }>();
  for (const template of templates) {
    for (const [name, arg] of Object.entries<AnyArg>(template.args)) {
      const source = sourceOf(arg);
      const known = sources.get(name);
      // A value is taken where others have none. A Secret is not: whether anything fills the argument depends on the order.
      const differs = known !== undefined && known.source !== source;
      if (!differs || !((known.source && source) || `${known.source}${source}`.startsWith('Secret'))) {
        if (!known?.source) sources.set(name, { template, source });
        continue;
      }
      const said = (text: string): string => text || 'no value';
      return `${labelOf(known.template)} and ${labelOf(template)} run together and declare the argument ${JSON.stringify(name)} differently: ` +
        `${said(known.source)} and ${said(source)}. argo rollouts has one value for both: declare it alike, or name the arguments apart`;
    }
  }
  return undefined;
}

/** Where a template takes the value of an argument from; empty when others have to say, or when it is not known. */
function sourceOf(arg: AnyArg): string {
  if (arg.kind === 'defaulted') return JSON.stringify(arg.value);
  return arg.kind === 'secret' ? `Secret ${arg.secret.name}, key ${arg.secret.key}` : '';
}

function treatmentConflict(templates: readonly CheckTemplate[]): string | undefined {
  for (const field of ['dryRun', 'measurementRetention'] as const) {
    const owners = new Map<string, CheckTemplate>();
    for (const template of templates) {
      for (const name of treated(template.treatment, field)) {
        const owner = owners.get(name);
        if (owner) return `${labelOf(owner)} and ${labelOf(template)} both name the metric ${JSON.stringify(name)} in ${field}. remove one of the two`;
        owners.set(name, template);
      }
    }
  }
  return undefined;
}

/** The metrics that one field of a treatment names. */
export function treated({ dryRun = [], measurementRetention = {} }: MetricTreatment, field: 'dryRun' | 'measurementRetention'): readonly string[] {
  return field === 'dryRun' ? dryRun : Object.keys(measurementRetention);
}
