import { type CronSchedule, isProblem, parseCron } from '../../../src/languages/cron';
import { fallsOn } from '../../../src/languages/cron-times';
import { timeZoneProblem } from '../../../src/languages/time-zone';
import recorded from './outcomes.json';

/** What test/oracles/cron/main.go made of schedules and zones. */
const { from } = recorded;
const schedules = recorded.schedules as unknown as ReadonlyArray<readonly [schedule: string, outcome: string]>;
const zones = recorded.zones as unknown as ReadonlyArray<readonly [zone: string, known: boolean]>;

const DAY = 24 * 60 * 60 * 1000;

/** A 29th of February comes every four years: three of them. */
const FAR = 13 * 366;

function nextTimes(schedule: CronSchedule): string {
  const times: string[] = [];
  const midnight = Date.parse(from) - (Date.parse(from) % DAY);
  for (let day = 0; day < FAR && times.length < 3; day++) {
    const date = new Date(midnight + day * DAY);
    if (!fallsOn(schedule, date)) continue;
    for (const hour of schedule.hours) {
      for (const minute of schedule.minutes) {
        const time = date.getTime() + (hour * 60 + minute) * 60_000;
        if (time > Date.parse(from)) times.push(new Date(time).toISOString().slice(0, 16));
      }
    }
  }
  return times.length === 0 ? 'never' : times.slice(0, 3).join(' ');
}

describe('schedules, against what robfig/cron 3.0.1 made of them', () => {
  test.each(schedules.filter(([schedule]) => !/^(CRON_)?TZ=[A-Z]/.test(schedule)))('%s', (text, outcome) => {
    const schedule = parseCron(text);
    expect(isProblem(schedule) ? 'refused' : nextTimes(schedule)).toBe(outcome);
  });

  test.each(schedules.filter(([schedule]) => /^(CRON_)?TZ=[A-Z]/.test(schedule)))('%s is read or refused alike', (text, outcome) => {
    expect(isProblem(parseCron(text))).toBe(outcome === 'refused' || outcome === 'panic');
  });
});

test.each(zones)('the time zone "%s" is known: %s', (zone, known) => {
  expect(timeZoneProblem(zone) === undefined).toBe(known);
});
