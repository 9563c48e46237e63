import type { PodSplit } from '../reachable-weights';

/** An analysis of a rollout: what it measures, and how long that takes. */
export interface CourseCheck {
  /** The name of the AnalysisTemplate or ClusterAnalysisTemplate. */
  readonly template: string;
  /** Each metric in words, also those of templates that it nests. Empty where the template is not among the manifests. */
  readonly metrics: readonly string[];
  /** Seconds until it is successful at the latest; Infinity without end. Undefined where an argument or another manifest decides. */
  readonly seconds?: number;
}

/** What has to happen for a step to end. */
export type CourseWait =
  /** Nothing but pods that start. */
  | 'nothing'
  /** A time. */
  | 'time'
  /** Checks that succeed. */
  | 'checks'
  /** A person who promotes. */
  | 'person'
  /** A plugin that decides. */
  | 'plugin';

/** One step of a canary, as it will go. */
export interface CourseStep {
  /** Counted from 1. */
  readonly number: number;
  /** Percent that the new version gets while the step lasts: of the traffic, or of the pods where no router splits it. */
  readonly percent: number;
  /** The pods of both versions, where no router splits the traffic and the number of replicas is known. */
  readonly pods?: PodSplit;
  /** What the step does, in words. */
  readonly action: string;
  /** What ends it. */
  readonly waitsFor: CourseWait;
  /** Seconds that it takes without its pods; 0 for one that waits for nothing. Undefined where nobody knows. */
  readonly seconds?: number;
  /** The analyses that decide whether it goes on. */
  readonly checks: readonly CourseCheck[];
}

/** Checks that run beside the steps until the rollout is promoted. */
export interface CourseBackground {
  /** The step that they start with, counted from 1. Behind the last step they start when all steps are through. */
  readonly from: number;
  /** The analyses. One that fails aborts at any time. */
  readonly checks: readonly CourseCheck[];
}

/** All that a canary will do. */
export interface Course {
  /** The name of the Rollout. */
  readonly name: string;
  /** The router, as its key in `trafficRouting` says. Undefined where the number of pods splits the traffic. */
  readonly router?: string;
  /** The steps in their order. Behind the last one the new version gets everything. */
  readonly steps: readonly CourseStep[];
  /** The checks beside the steps. */
  readonly background?: CourseBackground;
  /** What an abort returns to, in words. */
  readonly abort: string;
}
