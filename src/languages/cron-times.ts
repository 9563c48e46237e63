import type { CronSchedule } from './cron';

const DAY = 24 * 60;

/** 28 years have every day of a year on every day of the week. */
const FIRST_YEAR = 2000;
const YEARS = 28;

/** Whether a schedule has times on a day: UTC is as good as any zone, as days are all that is asked about. */
export function fallsOn(schedule: CronSchedule, day: Date): boolean {
  if (!schedule.months.includes(day.getUTCMonth() + 1)) return false;
  const byMonth = schedule.daysOfMonth.includes(day.getUTCDate());
  const byWeek = schedule.daysOfWeek.includes(day.getUTCDay());
  return schedule.bothDays ? byMonth && byWeek : byMonth || byWeek;
}

/**
 * The longest time, in seconds, from one start of a schedule to the next, as if no clock was ever put forward. Undefined for a
 * schedule that never starts, such as the 30th of February.
 */
export function longestGap(schedule: CronSchedule): number | undefined {
  const { minutes, hours } = schedule;
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const days = longestStep(schedule);
  if (days === undefined) return undefined;
  const inADay = times.slice(1).map((time, i) => time - times[i]!);
  return Math.max(days * DAY - last + first, ...inADay) * 60;
}

/** The most days from one day with times to the next. */
function longestStep(schedule: CronSchedule): number | undefined {
  if (schedule.daysOfMonth.length === 31 && schedule.daysOfWeek.length === 7 && schedule.months.length === 12) return 1;
  let longest: number | undefined;
  let former: number | undefined;
  // Round the calendar, and on to the first day again.
  for (let day = 0; day < 2 * YEARS * 366; day++) {
    if (!fallsOn(schedule, new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)))) continue;
    if (former !== undefined) longest = Math.max(longest ?? 0, day - former);
    former = day;
    if (day > YEARS * 366) break;
  }
  return longest;
}
