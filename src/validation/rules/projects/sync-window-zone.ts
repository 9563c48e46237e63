import { timeZoneProblem } from '../../../languages/time-zone';
import { defineRule } from '../../rule';
import { exampleWindow, syncWindowsOf } from './sync-windows';

/** Finds time zones that Argo CD takes for UTC. */
export const syncWindowZone = defineRule({
  id: 'projects/sync-window-zone',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-125'],
  title: 'the time zone of a sync window is one of the time zone database',
  rationale: 'Argo CD takes UTC for a zone that it does not know, and only its log says so: the window opens hours too early or too late.',
  bad: exampleWindow(`
kind: deny
schedule: 0 22 * * fri
duration: 48h
timeZone: CEST
applications: ['*']`),
  good: exampleWindow(`
kind: deny
schedule: 0 22 * * fri
duration: 48h
timeZone: Europe/Berlin
applications: ['*']`),
  check(entry, context) {
    for (const window of syncWindowsOf(entry)) {
      const zone = window.at('timeZone');
      const problem = timeZoneProblem(zone.text);
      if (!problem) continue;
      context.report(zone.pointer, `${JSON.stringify(zone.text)} is ${problem.what}, and Argo CD takes UTC for it`, {
        received: zone.text,
        expected: 'a name such as Europe/Berlin',
        fix: problem.meant && `write ${problem.meant}`,
      });
    }
  },
});
