import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { canarySteps } from '../rollouts/canary-steps';
import { flagField, objectField, objectsField, textField } from '../rollouts/fields';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf } from '../rollouts/rollout-strategy';

/** When an analysis runs: it decides what the controller checks beforehand. */
export type AnalysisRole = 'step' | 'background' | 'pre-promotion' | 'post-promotion' | 'experiment';

/** A template that an analysis names. */
export interface TemplateName {
  readonly pointer: Pointer;
  readonly name: string;
  readonly clusterScope: boolean;
}

/** One analysis of a Rollout and where it is. */
export interface RolloutAnalysis {
  readonly role: AnalysisRole;
  readonly pointer: Pointer;
  /** The object that holds args, dryRun and the rest. */
  readonly analysis: JsonObject;
  readonly templates: readonly TemplateName[];
}

/** Every analysis of a Rollout: of steps, of experiments, in the background, and around a blue-green promotion. */
export const rolloutAnalyses = readOnce((manifest: Manifest): readonly RolloutAnalysis[] => {
  const found: RolloutAnalysis[] = [];
  const add = (role: AnalysisRole, owner: JsonObject | undefined, key: string, base: Pointer): void => {
    const analysis = objectField(owner, key);
    if (!analysis) return;
    const path = pointer(base, key);
    found.push({ role, pointer: path, analysis, templates: templateNames(analysis, path) });
  };
  add('background', canaryOf(manifest), 'analysis', CANARY);
  for (const at of canarySteps(manifest)) {
    add('step', at.step, 'analysis', at.pointer);
    for (const [index, analysis] of objectsField(objectField(at.step, 'experiment'), 'analyses')) {
      const path = pointer(at.pointer, 'experiment', 'analyses', index);
      found.push({ role: 'experiment', pointer: path, analysis, templates: [templateName(analysis, path)] });
    }
  }
  add('pre-promotion', blueGreenOf(manifest), 'prePromotionAnalysis', BLUE_GREEN);
  add('post-promotion', blueGreenOf(manifest), 'postPromotionAnalysis', BLUE_GREEN);
  return found;
});

/** The templates that a list `templates` names. */
export function templateNames(owner: JsonObject, base: Pointer): TemplateName[] {
  return objectsField(owner, 'templates').map(([index, template]) => templateName(template, pointer(base, 'templates', index)));
}

function templateName(owner: JsonObject, path: Pointer): TemplateName {
  return { pointer: path, name: textField(owner, 'templateName'), clusterScope: flagField(owner, 'clusterScope') };
}
