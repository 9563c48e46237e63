import { carryOut } from './carry-out';
import { OutputFolder } from './output-folder';
import { checkWritable, isSettled, type OutputPlan, type OutputRequest, planOutput } from './output-plan';
import { INDEX_FOLDER } from './portable-path';
import { type OnWait, WriteLock } from './write-lock';

export type { OutputFile, OutputRequest } from './output-plan';

/** What became of each file. Paths are below the output folder, sorted. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of ours that nobody wants any longer. */
  readonly removed: readonly string[];
}

/**
 * Makes the output folder hold exactly these files of the app; files of others stay untouched. Only what differs is written,
 * and nothing at all when something is wrong or the disk is full. One synth writes at a time, others wait for it.
 *
 * @param onWait is told whom it waits for when that takes longer than a moment
 * @throws OutputError
 */
export function writeOutput(request: OutputRequest, onWait?: OnWait): WriteResult {
  const { outdir } = request;
  let doubt: unknown;
  try {
    const plan = planned(request);
    // Nothing is touched then, not even to lock.
    if (isSettled(plan) && !WriteLock.isHeld(outdir)) return resultOf(plan, []);
  } catch (error) {
    // What looks wrong may be half of what another synth writes; where there is no index, nobody does.
    if (!new OutputFolder(outdir).has(INDEX_FOLDER)) throw error;
    doubt = error;
  }
  const lock = lockOf(outdir, doubt, onWait);
  try {
    const plan = planned(request);
    return resultOf(plan, isSettled(plan) ? [] : carryOut(plan, lock));
  } finally {
    lock.release();
  }
}

function planned(request: OutputRequest): OutputPlan {
  const plan = planOutput(request);
  checkWritable(plan);
  return plan;
}

/** A folder that cannot be locked cannot be written either, and what was found before says more. */
function lockOf(outdir: string, doubt: unknown, onWait: OnWait | undefined): WriteLock {
  try {
    return WriteLock.acquire(outdir, { onWait });
  } catch (error) {
    throw doubt !== undefined && (error as Error).cause !== undefined ? doubt : error;
  }
}

function resultOf({ changed, unchanged }: OutputPlan, removed: readonly string[]): WriteResult {
  return { written: changed.map(({ path }) => path).sort(), unchanged: [...unchanged].sort(), removed };
}
