import { MATCHERS } from './matchers';

/** What `expect` of jest, of vitest and of those who followed them can do. */
export interface ExtensibleExpect {
  /** Adds matchers. */
  extend(matchers: Record<string, (received: unknown, ...wanted: never[]) => { pass: boolean; message: () => string }>): void;
}

/** Gives `expect` the matchers for manifests: `toBeValid`, `toHaveResource`, `toHaveFinding`, `toMatchSyncPlan` and `toHavePhase`. */
export function installMatchers(expect: ExtensibleExpect): void {
  expect.extend({ ...MATCHERS });
}
