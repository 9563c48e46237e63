import * as vm from 'node:vm';

/** Argo CD gives a script a second. Counted in steps, so that a test says the same everywhere. */
const MOST_STEPS = 2_000_000;

/** How long a script may take whose steps take long, as those with patterns can. A machine under load needs less for all of the steps. */
const MOST_MILLISECONDS = 3_000;

/** The longest text in bytes, and all that are made together. Health checks write messages; memory is for the tests. */
const LONGEST_TEXT = 4_000_000;
const MOST_TEXT = 64_000_000;

/** What Argo CD says of a script that takes too long, and what was too much. */
const LATE = 'context deadline exceeded: Argo CD stops a script after a second, this one';

/**
 * What is left of the steps and of the memory of a trial. Nothing is given back, as nobody knows what a script still holds, and once
 * something was too much there is nothing left at all: a script may catch an error and try again.
 */
export class TrialBudget {
  private steps = 0;
  private text = 0;
  private problem?: string;

  /** Takes steps. Says what is wrong when there are none left. */
  public takeSteps(steps: number): string | undefined {
    this.steps += steps;
    if (this.steps >= MOST_STEPS) this.problem ??= `${LATE} took ${MOST_STEPS} steps`;
    return this.problem;
  }

  /** Takes the memory of texts, before they are made. Says what is wrong when there is too little. */
  public takeText(bytes: number): string | undefined {
    this.text += bytes;
    if (bytes > LONGEST_TEXT) this.problem ??= `the script makes a text of over ${LONGEST_TEXT} bytes, more than a trial holds`;
    if (this.text > MOST_TEXT) this.problem ??= `the script makes over ${MOST_TEXT} bytes of texts, more than a trial holds`;
    return this.problem;
  }
}

/** Runs a function, and ends it when it takes too long, wherever it is then. */
export function withinTime<T>(run: () => T): T {
  const results: T[] = [];
  try {
    vm.runInNewContext('run()', { run: () => void results.push(run()) }, { timeout: MOST_MILLISECONDS });
  } catch (error) {
    const isLate = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw isLate ? new Error(`${LATE} took ${MOST_MILLISECONDS / 1000} seconds`) : error;
  }
  return results[0]!;
}
