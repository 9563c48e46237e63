import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { canarySteps } from '../rollouts/canary-steps';
import { objectField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';

/** What `kinds` says for rules about Experiments of their own. */
export const EXPERIMENT = 'argoproj.io/Experiment';

/** What `kinds` says for rules about experiments wherever they are. */
export const EXPERIMENT_KINDS = [EXPERIMENT, ROLLOUT];

/** One experiment and where it is. */
export interface ExperimentAt {
  readonly pointer: Pointer;
  /** How messages name it: `steps[2]`, or `the experiment`. */
  readonly label: string;
  /** `duration`, `templates` and `analyses`, which an Experiment and a step of a canary have alike. */
  readonly experiment: JsonObject;
  /** Index of the canary step that runs it. */
  readonly step?: number;
}

/** The spec of an Experiment, or the experiments of the steps of a Rollout. */
export const experimentsOf = readOnce(({ id, manifest }: ManifestEntry): readonly ExperimentAt[] => {
  if (id.kind === 'Experiment') {
    const experiment = specOf(manifest);
    return experiment ? [{ pointer: '/spec', label: 'the experiment', experiment }] : [];
  }
  return canarySteps(manifest).flatMap((at): ExperimentAt[] => {
    const experiment = objectField(at.step, 'experiment');
    if (!experiment) return [];
    return [{ pointer: pointer(at.pointer, 'experiment'), label: `steps[${at.index}]`, experiment, step: at.index }];
  });
});
