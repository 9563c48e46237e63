import type { Rule } from '../../rule';
import { autoscalerAfterRollout } from './autoscaler-after-rollout';
import { compareOptions } from './compare-options';
import { deleteHookNamed } from './delete-hook-named';
import { deletePolicyOfNoHook } from './delete-policy-of-no-hook';
import { deletedAsHook } from './deleted-as-hook';
import { deletedBySync } from './deleted-by-sync';
import { forceWithServerSide } from './force-with-server-side';
import { generatedName } from './generated-name';
import { helmHook } from './helm-hook';
import { hookAnnotation } from './hook-annotation';
import { hookComesTooEarly } from './hook-comes-too-early';
import { hookDeletePolicy } from './hook-delete-policy';
import { hookNeverRuns } from './hook-never-runs';
import { hookRunsAgain } from './hook-runs-again';
import { hooksPileUp } from './hooks-pile-up';
import { jobChanges } from './job-changes';
import { knownAnnotation } from './known-annotation';
import { neededInALaterWave } from './needed-in-a-later-wave';
import { needsAHook } from './needs-a-hook';
import { optionsContradict } from './options-contradict';
import { pausedReleaseHoldsApplications } from './paused-release-holds-applications';
import { pausedRolloutBlocks } from './paused-rollout-blocks';
import { postDeleteNeeds } from './post-delete-needs';
import { postDeleteStays } from './post-delete-stays';
import { replacedBySync } from './replaced-by-sync';
import { replacesEverything } from './replaces-everything';
import { rightsComeLate } from './rights-come-late';
import { rolloutBeforeItsNeeds } from './rollout-before-its-needs';
import { suspendedBlocks } from './suspended-blocks';
import { syncOptionsAnnotation } from './sync-options-annotation';
import { waveAnnotation } from './wave-annotation';
import { waveOfContainer } from './wave-of-container';

/** The rules of this folder, sorted by id. */
export const SYNC_RULES: readonly Rule[] = [
  autoscalerAfterRollout,
  compareOptions,
  deleteHookNamed,
  deletePolicyOfNoHook,
  deletedAsHook,
  deletedBySync,
  forceWithServerSide,
  generatedName,
  helmHook,
  hookAnnotation,
  hookComesTooEarly,
  hookDeletePolicy,
  hookNeverRuns,
  hookRunsAgain,
  hooksPileUp,
  jobChanges,
  knownAnnotation,
  neededInALaterWave,
  needsAHook,
  optionsContradict,
  pausedReleaseHoldsApplications,
  pausedRolloutBlocks,
  postDeleteNeeds,
  postDeleteStays,
  replacedBySync,
  replacesEverything,
  rightsComeLate,
  rolloutBeforeItsNeeds,
  suspendedBlocks,
  syncOptionsAnnotation,
  waveAnnotation,
  waveOfContainer,
];
