import { isProblem, parseCron } from '../../../languages/cron';
import { durationProblem } from '../../../languages/go-duration';
import { defineRule } from '../../rule';
import { exampleWindow, syncWindowsOf } from './sync-windows';

/** Finds sync windows that cannot be read, and so block every sync of the project. */
export const syncWindowTimes = defineRule({
  id: 'projects/sync-window-times',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-035', 'CD-122', 'CD-123', 'CD-128'],
  title: 'the schedule and the duration of a sync window can be read',
  rationale:
    'If one window of a project cannot be read, every sync of every Application in the project is blocked, by hand too. A schedule has five '
    + 'fields, without seconds and without words such as @daily; a duration is one of Go, which knows no days.',
  bad: exampleWindow(`
kind: deny
schedule: '@daily'
duration: 2h
applications: ['*']`),
  good: exampleWindow(`
kind: deny
schedule: 0 0 * * *
duration: 2h
applications: ['*']`),
  check(entry, context) {
    for (const window of syncWindowsOf(entry)) {
      const schedule = window.at('schedule');
      const found = parseCron(schedule.text);
      if (isProblem(found) && (typeof schedule.value === 'string' || !schedule.exists)) {
        const pointer = schedule.exists ? schedule.pointer : window.pointer;
        context.report(pointer, `the schedule has ${found.problem}, so every sync of the project is blocked`, {
          received: schedule.text,
          expected: 'minute, hour, day of the month, month and day of the week, such as 0 22 * * mon-fri',
          fix: found.meant && `write ${found.meant}`,
        });
      }
      const duration = window.at('duration');
      const problem = duration.exists && typeof duration.value !== 'string' ? undefined : durationProblem(duration.text);
      if (!problem) continue;
      const said = duration.exists ? `the duration ${JSON.stringify(duration.text)} is ${problem.what}` : 'the window has no duration';
      context.report(duration.exists ? duration.pointer : window.pointer, `${said}, so every sync of the project is blocked`, {
        received: duration.text || undefined,
        expected: 'a duration such as 30m or 8h',
        fix: problem.meant && `write ${problem.meant}`,
      });
    }
  },
});
