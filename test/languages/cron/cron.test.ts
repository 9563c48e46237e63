import { isProblem, parseCron } from '../../../src/languages/cron';
import { longestGap } from '../../../src/languages/cron-times';
import { timeZoneProblem } from '../../../src/languages/time-zone';

const HOUR = 3600;
const DAY = 24 * HOUR;

test.each([
  ['@daily', { problem: 'a word for a time, and Argo CD reads five fields alone', meant: '0 0 * * *' }],
  ['0 0 22 * * *', { problem: '6 fields instead of 5', meant: '0 22 * * *' }],
  ['0 22 * *', { problem: '4 fields instead of 5' }],
  ['', { problem: 'no fields' }],
  ['0 24 * * *', { problem: 'the hour "24", outside of 0 to 23' }],
  ['0 0 * * 7', { problem: 'the day of the week "7", outside of 0 to 6 (Sunday is 0)' }],
  ['0 0 * * fri-mon', { problem: 'the day of the week "fri-mon", which runs backwards' }],
  ['*/0 * * * *', { problem: 'the minute "*/0", with a step of 0' }],
  ['0 0 L * *', { problem: 'the day of the month "L"' }],
  ['TZ=Nowhere/Else 0 22 * * *', { problem: 'the zone Nowhere/Else, which is no time zone' }],
])('the schedule %s has %j', (text, problem) => {
  expect(parseCron(text)).toEqual(problem);
});

test.each([
  ['* * * * *', 60],
  ['0 22 * * *', DAY],
  ['0 6,18 * * *', 12 * HOUR],
  ['0 6,8 * * *', 22 * HOUR],
  ['0 22 * * mon-fri', 3 * DAY],
  ['0 0 1 * *', 31 * DAY],
  ['0 0 1 jan *', 366 * DAY],
  ['0 0 29 2 *', (4 * 365 + 1) * DAY],
  ['0 0 30 2 *', undefined],
  [', * * * *', undefined],
])('the longest gap of %s is %d seconds', (text, gap) => {
  const schedule = parseCron(text);
  expect(isProblem(schedule) ? schedule.problem : longestGap(schedule)).toBe(gap);
});

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['us/eastern', 'America/New_York'],
  ['Berlin', undefined],
])('the zone %s may be meant as %s', (zone, meant) => {
  expect(timeZoneProblem(zone)?.meant).toBe(meant);
});
