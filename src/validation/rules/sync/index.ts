import type { Rule } from '../../rule';
import { autoscalerAfterRollout } from './autoscaler-after-rollout';
import { hookAnnotation } from './hook-annotation';
import { hookComesTooEarly } from './hook-comes-too-early';
import { hookDeletePolicy } from './hook-delete-policy';
import { knownAnnotation } from './known-annotation';
import { pausedRolloutBlocks } from './paused-rollout-blocks';
import { syncOptionsAnnotation } from './sync-options-annotation';
import { waveAnnotation } from './wave-annotation';

/** The rules of this folder, sorted by id. */
export const SYNC_RULES: readonly Rule[] = [
  autoscalerAfterRollout,
  hookAnnotation,
  hookComesTooEarly,
  hookDeletePolicy,
  knownAnnotation,
  pausedRolloutBlocks,
  syncOptionsAnnotation,
  waveAnnotation,
];
