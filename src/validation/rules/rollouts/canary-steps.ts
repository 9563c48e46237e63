import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { isSet, objectsField } from './fields';
import { CANARY, canaryOf } from './rollout-strategy';

/** What a canary step can do. Each is a key of the step. */
export const STEP_ACTIONS = [
  'setWeight', 'pause', 'experiment', 'analysis', 'setCanaryScale', 'setHeaderRoute', 'setMirrorRoute', 'plugin',
] as const;

/** One key of a step that does something. */
export type StepAction = (typeof STEP_ACTIONS)[number];

/** The actions of which the controller allows one a step. It never looks at combinations with the others. */
export const EXCLUSIVE_ACTIONS: readonly StepAction[] = ['setWeight', 'pause', 'experiment', 'analysis'];

/** One step of a canary and where it is. */
export interface CanaryStepAt {
  readonly index: number;
  readonly pointer: Pointer;
  readonly step: JsonObject;
}

/** The steps of a Rollout in their order. Entries that are no objects are left to the schema. */
export const canarySteps = readOnce((manifest: Manifest): readonly CanaryStepAt[] =>
  objectsField(canaryOf(manifest), 'steps').map(([index, step]) => ({ index, pointer: pointer(CANARY, 'steps', index), step })));

/** The actions of a step. Null is absent: `pause: null` does nothing, `pause: {}` waits for ever. */
export function actionsOf(step: JsonObject): StepAction[] {
  return STEP_ACTIONS.filter((action) => isSet(step, action));
}
