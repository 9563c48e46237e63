import type * as kplus from 'cdk8s-plus-27';
import type { BoundAnalysis } from '../analysis/bound-analysis';
import type { RolloutStrategyWire } from './wire';

/** How a rollout gets from one version to the next. Knows nothing of where its pods come from. */
export interface RolloutStrategy {
  /** The Service that clients call. */
  readonly clientService: kplus.Service;
  /** The checks that it runs. */
  readonly analyses: readonly BoundAnalysis[];
  /** The wire form. Pure: it may be called any number of times. */
  toKube(): RolloutStrategyWire;
}
