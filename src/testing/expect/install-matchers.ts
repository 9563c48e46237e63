import type { MatcherResult } from './matcher-result';
import { MATCHERS } from './matchers';

/** What `expect` of jest, of vitest and of those who followed them can do. */
export interface ExtensibleExpect {
  /** Adds matchers. */
  extend(matchers: Record<string, (received: unknown, ...wanted: unknown[]) => MatcherResult>): void;
}

/** Gives `expect` the matchers for manifests: `toBeValid`, `toHaveResource`, `toHaveFinding`, `toMatchSyncPlan` and `toHavePhase`. */
export function installMatchers(expect: ExtensibleExpect): void {
  // `ManifestMatchers` says what each of them may be given; here they are all the same.
  expect.extend({ ...MATCHERS } as Parameters<ExtensibleExpect['extend']>[0]);
}
