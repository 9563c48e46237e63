import type { JsonObject } from '../../../manifests/json';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { resolve } from '../../../manifests/references';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { type RolloutAnalysis, type TemplateName, templateNames } from './rollout-analyses';

/** One of the templates that an analysis comes to. */
export interface FlatTemplate {
  /** `AnalysisTemplate/smoke`, for messages. */
  readonly label: string;
  readonly entry: ManifestEntry;
  readonly spec: JsonObject;
  /** Where the Rollout names it, or the template that nests it. */
  readonly pointer: Pointer;
}

/** All templates of an analysis. */
export interface FlatAnalysis {
  readonly templates: readonly FlatTemplate[];
  /** Whether every template was found. One that is missing or lives elsewhere may hold anything. */
  readonly complete: boolean;
}

/**
 * Collects the templates of an analysis as the controller does: nested ones included, each once, namespaced ones before
 * cluster-wide ones. A template that a cluster-wide one nests is looked up in the namespace of the Rollout.
 */
export function flattenTemplates(rollout: ManifestEntry, analysis: RolloutAnalysis, manifests: ManifestSet): FlatAnalysis {
  let inSet = known.get(manifests);
  if (!inSet) known.set(manifests, inSet = new WeakMap());
  let flat = inSet.get(analysis);
  if (!flat) inSet.set(analysis, flat = flatten(rollout, analysis, manifests));
  return flat;
}

// A score of rules ask for them.
const known = new WeakMap<ManifestSet, WeakMap<RolloutAnalysis, FlatAnalysis>>();

function flatten(rollout: ManifestEntry, analysis: RolloutAnalysis, manifests: ManifestSet): FlatAnalysis {
  const found = new Map<string, FlatTemplate>();
  let complete = true;
  const visit = (template: TemplateName, from: Pointer): void => {
    const kind = template.clusterScope ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate';
    const key = `${kind}/${template.name}`;
    if (found.has(key)) return;
    const id = { group: 'argoproj.io', kind, namespace: rollout.id.namespace, name: template.name };
    const target = resolve(manifests, rollout, { ...id, pointer: from, role: 'analysis template' });
    const spec = target && target !== 'external' ? specOf(target.entry.manifest) : undefined;
    if (!target || target === 'external' || !spec) {
      complete = false;
      return;
    }
    found.set(key, { label: describe({ ...target.entry.id, namespace: '' }), entry: target.entry, spec, pointer: from });
    for (const nested of templateNames(spec, '/spec')) visit(nested, from);
  };
  for (const template of analysis.templates) visit(template, template.pointer);
  const [namespaced, clusterWide]: [FlatTemplate[], FlatTemplate[]] = [[], []];
  for (const [key, template] of found) (key.startsWith('Cluster') ? clusterWide : namespaced).push(template);
  return { templates: [...namespaced, ...clusterWide], complete };
}

/** One argument of all templates together. */
export interface FlatArgument {
  readonly name: string;
  readonly template: FlatTemplate;
  /** Whether the templates give it a value, or a Secret to read it from. */
  readonly resolved: boolean;
  readonly value?: string;
}

/** Two templates that give one argument different values. */
export interface ArgumentConflict {
  readonly first: FlatArgument;
  readonly second: FlatArgument;
}

/** Merges the arguments of templates. The first value wins, one without a value gives way to the next of its name, source and all. */
export function flattenArguments(templates: readonly FlatTemplate[]): { args: FlatArgument[]; conflicts: ArgumentConflict[] } {
  const args = new Map<string, FlatArgument>();
  const conflicts: ArgumentConflict[] = [];
  for (const template of templates) {
    for (const [, declared] of objectsField(template.spec, 'args')) {
      const value = isSet(declared, 'value') ? textField(declared, 'value') : undefined;
      const second: FlatArgument = {
        name: textField(declared, 'name'), template, value, resolved: value !== undefined || isSet(declared, 'valueFrom'),
      };
      const first = args.get(second.name);
      if (first?.value !== undefined && value !== undefined && first.value !== value) conflicts.push({ first, second });
      if (first?.value === undefined) args.set(second.name, second);
    }
  }
  return { args: [...args.values()], conflicts };
}
