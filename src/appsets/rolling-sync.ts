import type { ApplicationSetSpecStrategy } from '../../imports/types/argo-cd/application-set';
import { fill, isTemplated } from './fill';
import type { KnownSet } from './known-set';

/** Labels of Applications, as the template sets them, with the values that belong to a step. */
export type StepLabels = Readonly<Record<string, readonly [string, ...string[]]>>;

/** A group of Applications that is synced before the next group starts: those that fulfil everything that is said. */
export type RollingSyncStep = RollingSyncStepOptions & (
  | { readonly matchLabels: StepLabels; readonly exceptLabels?: StepLabels }
  | { readonly matchLabels?: StepLabels; readonly exceptLabels: StepLabels }
);

/** How a step is taken. */
export interface RollingSyncStepOptions {
  /** Labels of the Applications, as the template sets them, with the values that belong to this step. */
  readonly matchLabels?: StepLabels;
  /** Labels with the values that do not belong to this step. */
  readonly exceptLabels?: StepLabels;
  /**
   * How many Applications of the step are synced at a time: a number, or a share such as `'25%'`, of which at least one is synced.
   * With 0 somebody syncs them by hand, and the next step waits for that; `appsets/rolling-sync-paused` then warns.
   * @default - all of them
   */
  readonly maxUpdate?: number | `${number}%`;
}

/** Groups of Applications, and the order in which they are deleted. */
export interface RollingSyncProps {
  /** The groups in the order in which they are synced: `strategy.rollingSync.steps`. */
  readonly steps: readonly [RollingSyncStep, ...RollingSyncStep[]];
  /**
   * How the Applications go when the ApplicationSet is deleted: all together, or the last step first, each waiting for the one before.
   * @default 'AllAtOnce'
   */
  readonly deletionOrder?: 'AllAtOnce' | 'Reverse';
}

/** Groups of Applications, one synced after the other: the steps, or the steps and the order of deletion. */
export type RollingSync = readonly [RollingSyncStep, ...RollingSyncStep[]] | RollingSyncProps;

/** The wire form of the steps. */
export function rollingSyncToKube(rollingSync: RollingSync): ApplicationSetSpecStrategy {
  const { deletionOrder } = propsOf(rollingSync);
  return {
    type: 'RollingSync',
    deletionOrder: deletionOrder === 'Reverse' ? 'Reverse' : undefined,
    rollingSync: {
      steps: propsOf(rollingSync).steps.map((step) => ({
        matchExpressions: requirementsOf(step).map(({ key, operator, values }) => ({ key, operator, values })),
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
  rollingSync: RollingSync,
  labels: Readonly<Record<string, string>>,
  sets: readonly KnownSet[],
): string | undefined {
  const { steps } = propsOf(rollingSync);
  for (const [i, step] of steps.entries()) {
    const problem = stepProblem(step, labels);
    if (problem !== undefined) return `rollingSync[${i}]${problem}`;
  }
  for (const { parameters } of sets) {
    const made = Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, fill(value, parameters)]));
    const matching = steps.flatMap((step, i) => requirementsOf(step).every((requirement) => fulfils(made, requirement)) ? [i] : []);
    if (requirementKeys(steps).some((key) => isTemplated(made[key]!))) continue;
    if (matching.length === 0) {
      return `the Applications labelled ${JSON.stringify(made)} are in no step of rollingSync and would never be synced. add their values to a step`;
    }
    if (matching.length > 1) {
      return `the Applications labelled ${JSON.stringify(made)} are in the steps ${matching.join(' and ')} of rollingSync. take their values out of all but one`;
    }
  }
  return undefined;
}

interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn';
  readonly values: readonly string[];
}

function propsOf(rollingSync: RollingSync): RollingSyncProps {
  return 'steps' in rollingSync ? rollingSync : { steps: rollingSync };
}

function requirementsOf({ matchLabels = {}, exceptLabels = {} }: RollingSyncStepOptions): Requirement[] {
  return [
    ...Object.entries(matchLabels).map(([key, values]) => ({ key, operator: 'In' as const, values })),
    ...Object.entries(exceptLabels).map(([key, values]) => ({ key, operator: 'NotIn' as const, values })),
  ];
}

function requirementKeys(steps: readonly RollingSyncStepOptions[]): string[] {
  return steps.flatMap((step) => requirementsOf(step).map(({ key }) => key));
}

function fulfils(labels: Readonly<Record<string, string>>, { key, operator, values }: Requirement): boolean {
  return values.includes(labels[key]!) === (operator === 'In');
}

function stepProblem(step: RollingSyncStepOptions, labels: Readonly<Record<string, string>>): string | undefined {
  if (requirementsOf(step).length === 0) return ' selects by no label, which selects every Application. name a label';
  if (step.maxUpdate !== undefined && !isShare(step.maxUpdate)) {
    return `.maxUpdate is ${JSON.stringify(step.maxUpdate)}. give a number of Applications, or a share such as '25%'`;
  }
  const unset = requirementsOf(step).find(({ key }) => !Object.hasOwn(labels, key));
  return unset && ` selects by the label ${JSON.stringify(unset.key)}, which the template does not set, so ` +
    `${unset.operator === 'In' ? 'no Application is in the step' : 'every Application is'}. set it in the template: labels: { ${JSON.stringify(unset.key)}: ... }`;
}

function isShare(maxUpdate: number | string): boolean {
  if (typeof maxUpdate === 'number') return Number.isInteger(maxUpdate) && maxUpdate >= 0;
  return /^(\d|[1-9]\d|100)%$/.test(maxUpdate);
}
