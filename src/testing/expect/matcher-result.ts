import { FailedExpectation } from '../failed-expectation';

/** What a matcher gives to `expect`: of jest, of vitest, or of anything that extends it in the same way. */
export interface MatcherResult {
  /** Whether the assertion holds, before `not` turns it around. */
  readonly pass: boolean;
  /** Why the test fails: the assertion does not hold, or it does and stood behind `not`. */
  readonly message: () => string;
}

/**
 * Runs an assertion, and the opposite one for what `not` says. What they throw else, a misuse or the report of what a synth would refuse,
 * fails both.
 */
export function resultOf(assertion: () => void, opposite: () => void): MatcherResult {
  const failed = failureOf(assertion);
  return failed ? { pass: false, message: () => failed.message } : { pass: true, message: () => failureOf(opposite)?.message ?? '' };
}

function failureOf(assertion: () => void): FailedExpectation | undefined {
  try {
    assertion();
    return undefined;
  } catch (error) {
    if (error instanceof FailedExpectation) return error;
    throw error;
  }
}
