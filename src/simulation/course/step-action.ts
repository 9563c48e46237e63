import { goDurationSeconds } from '../../languages/go-duration';
import type { JsonValue } from '../../manifests/json';
import type { Manifest } from '../../manifests/manifest';
import type { Place } from '../../manifests/references/place';
import { secondsText } from '../metric-words';
import { checkOf, courseChecks } from './course-checks';
import type { CourseCheck, CourseStep } from './course-step';

/** What a step does, without what it does to the weight. */
export type StepAction = Pick<CourseStep, 'action' | 'waitsFor' | 'seconds' | 'checks'>;

/**
 * What a step of a canary does. One that nothing is known of does nothing.
 *
 * @see rollout/canary.go in argoproj/argo-rollouts
 */
export function stepAction(step: Place, manifests: readonly Manifest[]): StepAction {
  if (step.at('pause').exists) return pause(step.at('pause'));
  if (step.at('analysis').exists) return analysis(courseChecks(step.at('analysis'), manifests));
  if (step.at('experiment').exists) return experiment(step.at('experiment'), manifests);
  if (step.at('plugin').exists) return { action: `plugin ${step.at('plugin', 'name').text} decides`, waitsFor: 'plugin', checks: [] };
  return { action: instantly(step), waitsFor: 'nothing', seconds: 0, checks: [] };
}

/** Seconds of a duration as the controller reads it: a number, digits, or a Go duration. */
function secondsIn(duration: JsonValue | undefined): number | undefined {
  if (typeof duration === 'number') return duration;
  if (typeof duration !== 'string') return undefined;
  return /^\d+$/.test(duration) ? Number(duration) : goDurationSeconds(duration);
}

function pause(step: Place): StepAction {
  const duration = step.at('duration');
  if (!duration.exists) return { action: 'waits until somebody promotes it', waitsFor: 'person', checks: [] };
  const seconds = secondsIn(duration.value);
  return { action: `pauses for ${seconds === undefined ? duration.text : secondsText(seconds)}`, waitsFor: 'time', seconds, checks: [] };
}

function analysis(checks: readonly CourseCheck[]): StepAction {
  return { action: `is checked by ${listed(checks.map(({ template }) => template))}`, waitsFor: 'checks', seconds: longest(checks), checks };
}

function experiment(step: Place, manifests: readonly Manifest[]): StepAction {
  const names = listed(step.at('templates').items.map((template) => template.at('name').text));
  const required = step.at('analyses').items.filter((one) => one.at('requiredForCompletion').value === true);
  const checks = step.at('analyses').items.map((one) => checkOf(one, [], manifests));
  const seconds = secondsIn(step.at('duration').value);
  // Those that have to succeed may end it before its time.
  const ended = required.length > 0 ? longest(required.map((one) => checkOf(one, [], manifests))) : seconds;
  return {
    action: `experiment with ${names}${seconds === undefined ? '' : ` for ${secondsText(seconds)}`}`,
    waitsFor: required.length > 0 || seconds === undefined ? 'checks' : 'time', seconds: ended, checks,
  };
}

function instantly(step: Place): string {
  if (step.at('setWeight').exists) return `setWeight ${numberText(step.at('setWeight').value)}`;
  if (step.at('setCanaryScale').exists) return scale(step.at('setCanaryScale'));
  if (step.at('setHeaderRoute').exists) return headers(step.at('setHeaderRoute'));
  if (step.at('setMirrorRoute').exists) return mirror(step.at('setMirrorRoute'));
  return 'does nothing';
}

function scale(step: Place): string {
  const [replicas, weight] = [step.at('replicas').value, step.at('weight').value];
  if (step.at('matchTrafficWeight').value === true) return 'pods of the new version follow the weight again';
  if (typeof replicas === 'number') return `${replicas} ${replicas === 1 ? 'pod' : 'pods'} of the new version, whatever the weight`;
  return `pods of the new version for ${numberText(weight ?? 0)} %, whatever the weight`;
}

function headers(step: Place): string {
  const match = step.at('match').items;
  if (match.length === 0) return `requests of header route ${step.at('name').text} are like all others again`;
  const conditions = match.map((one) => {
    const [[how, value] = ['exact', undefined]] = one.at('headerValue').fields;
    const word = { exact: 'is', prefix: 'starts with', regex: 'matches' }[how] ?? how;
    return `${one.at('headerName').text} ${word} ${value?.text ?? ''}`;
  });
  return `requests whose ${listed(conditions)} get the new version`;
}

function mirror(step: Place): string {
  if (step.at('match').items.length === 0) return `no copies of requests go through mirror route ${step.at('name').text} any more`;
  return `the new version gets copies of ${numberText(step.at('percentage').value ?? 100)} % of the requests of mirror route ${step.at('name').text}`;
}

function numberText(value: JsonValue | undefined): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '?';
}

function longest(checks: readonly CourseCheck[]): number | undefined {
  const seconds = checks.map((check) => check.seconds);
  return seconds.every((one) => one !== undefined) ? Math.max(0, ...seconds) : undefined;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
