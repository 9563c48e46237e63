import type { ApplicationSetSpecStrategy } from '../../imports/types/argo-cd/application-set';
import { type AnyClustersGenerator, expandFor, isTemplated } from './cluster-parameters';

/** A group of Applications that is synced before the next group starts. */
export interface RollingSyncStep {
  /** Labels of the Applications, as the template sets them, with the values that belong to this step. */
  readonly matchLabels: Readonly<Record<string, readonly [string, ...string[]]>>;
  /**
   * How many Applications of the step are synced at a time: a number, or a share such as `'25%'`.
   * @default - all of them
   */
  readonly maxUpdate?: number | `${number}%`;
}

/** The wire form of the steps. */
export function rollingSyncToKube(steps: readonly RollingSyncStep[]): ApplicationSetSpecStrategy {
  return {
    type: 'RollingSync',
    rollingSync: {
      steps: steps.map((step) => ({
        matchExpressions: Object.entries(step.matchLabels).map(([key, values]) => ({ key, operator: 'In', values })),
        maxUpdate: step.maxUpdate,
      })),
    },
  };
}

/**
 * What is wrong with the steps for a template with these labels, if anything. An Application that no step selects is never
 * synced: RollingSync switches automatic sync off (applicationset/progressivesync/progressive_sync.go in argoproj/argo-cd).
 */
export function rollingSyncProblem(
  steps: readonly RollingSyncStep[],
  labels: Readonly<Record<string, string>>,
  generators: readonly AnyClustersGenerator[],
): string | undefined {
  for (const [i, step] of steps.entries()) {
    if (Object.keys(step.matchLabels).length === 0) return `rollingSync[${i}] selects by no label, which selects every Application. name a label`;
    if (step.maxUpdate !== undefined && !isShare(step.maxUpdate)) {
      return `rollingSync[${i}].maxUpdate is ${JSON.stringify(step.maxUpdate)}. give a number of Applications, 1 or more, or a share such as '25%'`;
    }
    for (const key of Object.keys(step.matchLabels)) {
      if (!Object.hasOwn(labels, key)) {
        return `rollingSync[${i}] selects by the label ${JSON.stringify(key)}, which the template does not set, so no Application is in the step. ` +
          `set it in the template: labels: { ${JSON.stringify(key)}: ... }`;
      }
    }
  }
  for (const generator of generators) {
    const made = Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, expandFor(generator, value)]));
    if (Object.values(made).some(isTemplated)) continue;
    if (!steps.some((step) => Object.entries(step.matchLabels).every(([key, values]) => values.includes(made[key]!)))) {
      return `the Applications labelled ${JSON.stringify(made)} are in no step of rollingSync and would never be synced. add their values to a step`;
    }
  }
  return undefined;
}

function isShare(maxUpdate: number | string): boolean {
  if (typeof maxUpdate === 'number') return Number.isInteger(maxUpdate) && maxUpdate > 0;
  return /^([1-9]\d?|100)%$/.test(maxUpdate);
}
