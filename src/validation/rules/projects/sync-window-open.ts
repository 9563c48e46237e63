import { defineRule } from '../../rule';
import { exampleWindow, openness, syncWindowsOf } from './sync-windows';

/** Finds sync windows that never close, or never open. */
export const syncWindowOpen = defineRule({
  id: 'projects/sync-window-open',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-035'],
  title: 'a sync window opens, and closes again',
  rationale:
    'A deny window that lasts until its next start forbids every sync for ever, and an allow window that never opens does so too. A schedule '
    + 'without any time, such as the 30th of February, counts as open all the time.',
  bad: exampleWindow(`
kind: deny
schedule: 0 22 * * *
duration: 24h
applications: ['*']`),
  good: exampleWindow(`
kind: deny
schedule: 0 22 * * *
duration: 8h
applications: ['*']`),
  check(entry, context) {
    for (const window of syncWindowsOf(entry)) {
      const open = openness(window);
      if (open === undefined) continue;
      const isDeny = window.at('kind').text === 'deny';
      const [schedule, duration] = [window.at('schedule').text, window.at('duration').text];
      const effect = (open === 'never') !== isDeny ? 'its Applications never sync by themselves' : 'it forbids nothing';
      const reason = open === 'no time' ? 'the schedule has no time, which Argo CD takes for open always'
        : open === 'always' ? 'the window lasts until it starts again' : 'the window lasts no time';
      context.report(window.at(open === 'no time' ? 'schedule' : 'duration').pointer, `${reason}, so ${effect}`, {
        received: `${schedule} for ${duration}`,
        fix: open === 'no time' ? 'write a schedule that has times' : open === 'always' ? 'shorten the duration' : 'write a duration such as 8h',
      });
    }
  },
});
