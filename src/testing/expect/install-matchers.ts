import { InputError } from '../../manifests/input-error';
import type { MatcherResult } from './matcher-result';
import { MATCHERS } from './matchers';
import { planTextOf, type WantedSyncPlan } from './sync-plan-matcher';

/** What `expect` of jest, of vitest and of those who followed them can do. */
export interface ExtensibleExpect {
  /** Adds matchers. */
  extend(matchers: Record<string, (received: unknown, ...wanted: unknown[]) => MatcherResult>): void;
}

/** Gives `expect` the matchers for manifests: `toBeValid`, `toHaveResource`, `toHaveFinding`, `toMatchSyncPlan` and `toHavePhase`. */
export function installMatchers(expect: ExtensibleExpect): void {
  function toMatchSyncPlan(this: { readonly isNot?: boolean } | void, received: unknown, wanted?: WantedSyncPlan): MatcherResult {
    return wanted === undefined ? matchStored(expect, received, this?.isNot) : MATCHERS.toMatchSyncPlan(received, wanted);
  }
  // `ManifestMatchers` says what each of them may be given; here they are all the same.
  expect.extend({ ...MATCHERS, toMatchSyncPlan } as Parameters<ExtensibleExpect['extend']>[0]);
}

type StoringExpect = (text: string) => { readonly toMatchSnapshot?: () => void };

/** Compares with the snapshot of the test that runs. The runner keeps it, and says what differs. */
function matchStored(expect: ExtensibleExpect, received: unknown, isNot = false): MatcherResult {
  if (isNot) throw new InputError('what a plan is not to be has to be said: give not.toMatchSyncPlan(...) a text, or an order of objects');
  const assertion = typeof expect === 'function' ? (expect as StoringExpect)(planTextOf(received).trimEnd()) : {};
  if (assertion.toMatchSnapshot === undefined) {
    throw new InputError('this expect keeps no snapshots. give toMatchSyncPlan the text of the plan, or an order of objects');
  }
  assertion.toMatchSnapshot();
  return { pass: true, message: () => '' };
}
