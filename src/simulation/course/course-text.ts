import type { Course, CourseStep } from './course-step';
import { abortWords, backgroundWords, lengthWords, measuredWords, percentText, splitWords } from './course-words';

/** A course as people review it: a line for each step, with the share of the new version. */
export function courseText(course: Course): string {
  const width = Math.max('end'.length, `step ${course.steps.length}`.length);
  const line = (what: string, percent: number, action: string): string => `  ${what.padEnd(width)}  ${percentText(percent).padStart(6)}  ${action}`;
  const below = (lines: readonly string[]): string[] => lines.map((one) => `${' '.repeat(width + 12)}${one}`);
  const told = new Set<string>();
  return `${[
    `Canary ${course.name}: ${splitWords(course)}`,
    ...course.steps.flatMap((step) => {
      // A check that is asked again is read once.
      const measured = measuredWords(step.checks.filter(({ template }) => !told.has(template)));
      for (const { template } of step.checks) told.add(template);
      return [line(`step ${step.number}`, step.percent, actionText(step)), ...below(measured)];
    }),
    line('end', 100, 'the new version is the stable one'),
    ...course.background ? [`  ${backgroundWords(course)}`, ...below(measuredWords(course.background.checks.filter(({ template }) => !told.has(template))))] : [],
    `  ${lengthWords(course)}`,
    `  ${abortWords(course)}`,
  ].join('\n')}\n`;
}

function actionText({ action, pods, waitsFor }: CourseStep): string {
  return pods && waitsFor === 'nothing' ? `${action}: ${pods.canary} of ${pods.canary + pods.stable} pods` : action;
}
