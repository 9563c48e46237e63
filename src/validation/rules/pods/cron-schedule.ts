import { isDescriptor, isProblem, parseCron } from '../../../languages/cron';
import { timeZoneProblem } from '../../../languages/time-zone';
import type { FindingDetails } from '../../finding';
import { defineRule } from '../../rule';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleCronJob } from './example-workload';

const PODS = 'restartPolicy: Never\nvolumes:\n  - name: cache\n    emptyDir: {}';

/** Finds schedules and time zones of CronJobs that Kubernetes does not read. */
export const cronSchedule = defineRule({
  id: 'pods/cron-schedule',
  severity: 'error',
  kinds: ['batch/CronJob'],
  since: '0.1.0',
  implements: [],
  title: 'the schedule and the time zone of a CronJob are some',
  rationale: 'The API server reads the schedule: five fields, or a word such as @daily. It refuses a CronJob with another one, with a time zone that the '
    + 'database of time zones does not have, or with one in front of the schedule, and the sync fails.',
  bad: exampleCronJob('schedule: 61 * * * *', PODS),
  good: exampleCronJob('schedule: 1 6 * * *\ntimeZone: Europe/Berlin', PODS),
  check({ manifest }, context) {
    const { schedule, timeZone } = specOf(manifest) ?? {};
    if (typeof schedule === 'string' && !schedule.includes('{{')) {
      const problem = scheduleProblem(schedule);
      if (problem) context.report('/spec/schedule', `this CronJob has a schedule with ${problem.text}`, { received: schedule, expected: problem.expected, fix: problem.fix });
    }
    if (typeof timeZone === 'string' && !timeZone.includes('{{')) {
      const problem = zoneProblem(timeZone);
      if (problem) context.report('/spec/timeZone', `this CronJob has a time zone that is ${problem.text}`, { received: timeZone, expected: problem.expected, fix: problem.fix });
    }
  },
});

interface Problem extends Pick<FindingDetails, 'expected' | 'fix'> {
  readonly text: string;
}

function scheduleProblem(schedule: string): Problem | undefined {
  const expected = 'minute, hour, day of the month, month and day of the week, or a word such as @daily';
  const [, zone, rest] = /^(?:CRON_)?TZ=(\S*)\s*(.*)$/s.exec(schedule) ?? [];
  if (zone !== undefined) return { text: 'a time zone in it', expected, fix: `write schedule: ${JSON.stringify(rest)} and timeZone: ${zone}` };
  if (schedule.startsWith('@')) {
    return isDescriptor(schedule) ? undefined : { text: 'a word that Kubernetes does not know', expected, fix: 'write @daily, @hourly, @every 90m or five fields' };
  }
  const read = parseCron(schedule);
  if (!isProblem(read)) return undefined;
  return { text: read.problem, expected, fix: read.meant === undefined ? 'write five fields, such as 30 3 * * 1-5' : `write ${read.meant}` };
}

function zoneProblem(zone: string): Problem | undefined {
  const expected = 'a name such as Europe/Berlin or Etc/UTC';
  if (zone === '') return { text: 'empty', expected, fix: 'write one, or leave timeZone out' };
  if (zone.toLowerCase() === 'local') return { text: 'that of a machine', expected, fix: 'say which one it is, or leave timeZone out' };
  const problem = timeZoneProblem(zone);
  return problem && { text: problem.what, expected, fix: problem.meant === undefined ? 'write the name of a zone' : `write ${problem.meant}` };
}
