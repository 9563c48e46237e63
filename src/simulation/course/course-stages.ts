import { secondsText } from '../metric-words';
import type { Course, CourseStep, CourseWait } from './course-step';
import { measuredWords } from './course-words';

/** A time in which the share of the new version does not change: what the picture of a course has a row for. */
export interface CourseStage {
  /** When it begins, from the start of the release: `5m`, or `5m +` behind what somebody or something decides. */
  readonly since: string;
  readonly percent: number;
  readonly waitsFor: CourseWait | 'end';
  readonly title: string;
  readonly details: readonly string[];
  /** The number of the step that fills it; of the end, one more than there are steps. */
  readonly last: number;
}

/** The stages of a course: a step that takes no time is told with the next one that does. */
export function courseStages({ steps }: Course): CourseStage[] {
  const stages: CourseStage[] = [];
  const told = new Set<string>();
  let [elapsed, isExact] = [0, true];
  let instant: CourseStep[] = [];
  const since = (): string => `${elapsed === 0 ? '0' : secondsText(elapsed)}${isExact ? '' : ' +'}`;
  for (const step of steps) {
    if (step.waitsFor === 'nothing') {
      instant.push(step);
      continue;
    }
    const measured = measuredWords(step.checks.filter(({ template }) => !told.has(template)));
    for (const { template } of step.checks) told.add(template);
    stages.push({
      since: since(), last: step.number, percent: step.percent, waitsFor: step.waitsFor,
      title: step.action, details: [...detailsOf(instant), ...measured],
    });
    instant = [];
    isExact &&= step.seconds !== undefined && Number.isFinite(step.seconds);
    if (step.seconds !== undefined && Number.isFinite(step.seconds)) elapsed += step.seconds;
  }
  return [...stages, {
    since: since(), last: steps.length + 1,
    percent: 100, waitsFor: 'end', title: 'the new version is the stable one', details: detailsOf(instant),
  }];
}

/** What changes at once, apart from the weight, which the picture shows. */
function detailsOf(steps: readonly CourseStep[]): string[] {
  const pods = steps.filter((step) => step.pods).at(-1)?.pods;
  return [
    ...steps.filter(({ action }) => !action.startsWith('setWeight ')).map(({ action }) => action),
    ...pods ? [`${pods.canary} of ${pods.canary + pods.stable} pods are new`] : [],
  ];
}
