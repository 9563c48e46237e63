import { secondsText } from '../metric-words';
import type { Course, CourseCheck } from './course-step';

/** Who splits the traffic. */
export function splitWords({ router }: Course): string {
  return router === undefined ? 'the number of pods splits the traffic' : `${router} splits the traffic`;
}

/** How long a release takes, as far as anybody knows: `33m, beside the time that pods need to start`. */
export function lengthWords({ steps }: Course): string {
  const known = steps.reduce((sum, { seconds }) => sum + (seconds !== undefined && Number.isFinite(seconds) ? seconds : 0), 0);
  const isUnknown = steps.some(({ seconds, waitsFor }) => waitsFor !== 'person' && (seconds === undefined || !Number.isFinite(seconds)));
  const ofPeople = steps.some(({ waitsFor }) => waitsFor === 'person') ? 'that people take and ' : '';
  return `takes ${secondsText(known)}${isUnknown ? ' or more' : ''}, beside the time ${ofPeople}that pods need to start`;
}

/** What runs beside the steps, before what it measures. */
export function backgroundWords({ steps, background }: Course): string {
  if (!background) return '';
  const names = background.checks.map(({ template }) => template).join(', ');
  if (background.from > steps.length + 1) return `never checked by ${names}: there is no step ${background.from}`;
  return `${background.from === 1 ? 'from the start' : background.from > steps.length ? 'after the last step' : `from step ${background.from} on`} checked by ${names}`;
}

/** What each of the checks measures, one line each. */
export function measuredWords(checks: readonly CourseCheck[]): string[] {
  return checks.flatMap(({ template, metrics }) => (metrics.length === 0 ? [`${template} is made elsewhere`] : metrics));
}

/** What ends a release before its time. */
export function abortWords({ steps, background, abort }: Course): string {
  const who = [
    ...background !== undefined || steps.some(({ checks }) => checks.length > 0) ? ['a check that fails'] : [],
    ...steps.some(({ waitsFor }) => waitsFor === 'plugin') ? ['a plugin that refuses'] : [],
  ];
  return `${who.length === 0 ? 'a person may abort' : `${[...who, 'a person'].join(' or ')} aborts`} it: ${abort}`;
}

/** A share as people write it: `5 %`. */
export function percentText(percent: number): string {
  return `${Math.round(percent * 10) / 10} %`;
}
