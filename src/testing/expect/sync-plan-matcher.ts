import { InputError } from '../../manifests/input-error';
import { planText } from '../../sync-plan/plan-text';
import { SyncPlan } from '../../sync-plan/sync-plan';
import { brokenOrder, isAbout, type WantedOrder, type WantedWave, wavesText } from '../wanted-order';
import type { MatcherResult } from './matcher-result';
import { isPlannedApplication, manifestsOf } from './tested';
import { textDifference, unindented } from './text-difference';

/** What a plan is compared with: all of its text, or the order of some objects. */
export type WantedSyncPlan = string | WantedOrder;

/** Compares a plan with what is wanted. */
export function toMatchSyncPlan(received: unknown, wanted: WantedSyncPlan): MatcherResult {
  return typeof wanted === 'string' ? isText(planTextOf(received), wanted) : hasOrder(received, wanted);
}

/** The text of the plan that a test is about. */
export function planTextOf(received: unknown): string {
  return isPlannedApplication(received) ? planText([received], []) : planOf(received).toString();
}

function isText(text: string, expected: string): MatcherResult {
  const [wanted, got] = [unindented(expected), unindented(text)];
  if (wanted === got) return { pass: true, message: () => `another plan was wanted than\n\n${got}` };
  return { pass: false, message: () => `the plan is not as wanted\n\n${textDifference(wanted, got)}` };
}

function hasOrder(received: unknown, wanted: WantedOrder): MatcherResult {
  if (wanted.length === 0 || wanted.some(isEmpty)) {
    throw new InputError("a step of the order names no object. give objects, such as ['ConfigMap/settings', 'Deployment/web']");
  }
  const all = isPlannedApplication(received) ? [received] : planOf(received).applications;
  const meant = all.filter((application) => isAbout(wanted, application));
  for (const application of meant.length > 0 ? meant : all) {
    const problem = brokenOrder(wanted, application);
    if (problem === undefined) continue;
    const where = all.length > 1 ? ` in ${application.type} ${application.name}` : '';
    return { pass: false, message: () => `the order is not as wanted${where}. ${problem}\n\nthe waves are\n${wavesText(application) || '  none'}` };
  }
  if (all.length === 0) return { pass: false, message: () => 'the order is not as wanted. nothing is applied at all' };
  return { pass: true, message: () => `another order was wanted than\n${meant.map(wavesText).join('\n\n')}` };
}

function isEmpty(step: WantedOrder[number]): boolean {
  const objects = typeof step === 'object' && !Array.isArray(step) ? (step as WantedWave).objects : step;
  return !objects || objects.length === 0;
}

function planOf(received: unknown): SyncPlan {
  return received instanceof SyncPlan ? received : manifestsOf(received).syncPlan();
}
