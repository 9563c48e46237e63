import { goDurationSeconds } from './go-duration';
import { timeZoneProblem } from './time-zone';

/** When a schedule begins something: the values that each field allows. */
export interface CronSchedule {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly daysOfWeek: readonly number[];
  /**
   * Whether a day has to be right by both, the month and the week: so when one of the two is `*`. Otherwise one of them is enough, as
   * in `0 22 1 * mon`, the first of the month and every Monday.
   */
  readonly bothDays: boolean;
  /** The zone of a `TZ=` or `CRON_TZ=` prefix. */
  readonly timeZone?: string;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const FIELDS: readonly [minute: Field, hour: Field, day: Field, month: Field, weekday: Field] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { name: 'day of the week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** What descriptors such as `@daily` say in five fields: Argo CD does not read descriptors. */
const DESCRIPTORS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** Whether a schedule is one of the words for a time that Kubernetes reads beside five fields, such as `@daily` and `@every 90m`. */
export function isDescriptor(text: string): boolean {
  const [, every] = /^@every (.*)$/s.exec(text) ?? [];
  return every === undefined ? Object.hasOwn(DESCRIPTORS, text) : goDurationSeconds(every) !== undefined;
}

/** Why a schedule is not read, after "which has", and what may be meant. */
export interface CronProblem {
  readonly problem: string;
  readonly meant?: string;
}

/**
 * Reads a schedule of five fields as Argo CD reads those of sync windows: minute, hour, day of the month, month, day of the week. It
 * knows names (`mon`, `jan`), ranges, steps, lists and `?`, but neither seconds, nor `@daily`, nor 7 for Sunday.
 *
 * @see github.com/robfig/cron, parser.go
 */
export function parseCron(text: string): CronSchedule | CronProblem {
  const zoned = /^(?:CRON_)?TZ=([^ ]*)(.*)$/s.exec(text);
  const [timeZone, rest] = zoned ? [zoned[1]!, zoned[2]!.trim()] : [undefined, text];
  const badZone = timeZone !== undefined && timeZoneProblem(timeZone);
  if (badZone) return { problem: `the zone ${timeZone}, which is ${badZone.what}` };
  if (rest.startsWith('@')) return { problem: 'a word for a time, and Argo CD reads five fields alone', meant: DESCRIPTORS[rest] };
  const texts = rest.split(/\s+/).filter((part) => part !== '');
  if (texts.length !== 5) {
    // Seconds come first where schedules have six fields.
    const withoutSeconds = texts.length === 6 ? texts.slice(1).join(' ') : undefined;
    const meant = withoutSeconds !== undefined && !isProblem(parseCron(withoutSeconds)) ? withoutSeconds : undefined;
    return { problem: texts.length === 0 ? 'no fields' : `${texts.length} fields instead of 5`, meant };
  }
  const fields: FieldValues[] = [];
  for (const [i, field] of FIELDS.entries()) {
    const found = valuesOf(texts[i]!, field);
    if (isProblem(found)) return found;
    fields.push(found);
  }
  const [minutes, hours, daysOfMonth, months, daysOfWeek] = fields as [FieldValues, FieldValues, FieldValues, FieldValues, FieldValues];
  return {
    minutes: minutes.values,
    hours: hours.values,
    daysOfMonth: daysOfMonth.values,
    months: months.values,
    daysOfWeek: daysOfWeek.values,
    bothDays: daysOfMonth.star || daysOfWeek.star,
    timeZone,
  };
}

/** Tells a schedule that was not read. */
export function isProblem(found: object): found is CronProblem {
  return 'problem' in found;
}

interface FieldValues {
  readonly values: readonly number[];
  /** Whether it says that every value is right, rather than naming all of them. */
  readonly star: boolean;
}

function valuesOf(text: string, field: Field): FieldValues | CronProblem {
  const values = new Set<number>();
  let star = false;
  for (const part of text.split(',')) {
    // A comma too many is passed over.
    if (part === '') continue;
    const range = rangeOf(part, field);
    if (isProblem(range)) return range;
    for (let value = range.start; value <= range.end; value += range.step) values.add(value);
    star ||= range.star;
  }
  return { values: [...values].sort((a, b) => a - b), star };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly star: boolean;
}

function rangeOf(part: string, field: Field): Range | CronProblem {
  const [range = '', stepText, ...moreSteps] = part.split('/');
  const [low = '', high, ...moreEnds] = range.split('-');
  const said = `the ${field.name} ${JSON.stringify(part)}`;
  const isStar = low === '*' || low === '?';
  if (moreSteps.length > 0 || (moreEnds.length > 0 && !isStar)) return { problem: said };
  const start = isStar ? field.min : numberIn(low, field);
  const step = stepText === undefined ? 1 : wholeNumber(stepText);
  // `5/15` goes on to the end of the field.
  const openEnd = isStar || (stepText !== undefined && high === undefined);
  const end = openEnd ? field.max : high === undefined ? start : numberIn(high, field);
  if (start === undefined || end === undefined || step === undefined) return { problem: said };
  if (start < field.min || end > field.max) {
    const sunday = field.max === 6 && (start === 7 || end === 7) ? ' (Sunday is 0)' : '';
    return { problem: `${said}, outside of ${field.min} to ${field.max}${sunday}` };
  }
  if (start > end) return { problem: `${said}, which runs backwards` };
  if (step === 0) return { problem: `${said}, with a step of 0` };
  return { start, end, step, star: isStar && step <= 1 };
}

function numberIn(text: string, { names = [] }: Field): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  // Months count from 1, days of the week from 0.
  return named >= 0 ? named + (names.length === 12 ? 1 : 0) : wholeNumber(text);
}

function wholeNumber(text: string): number | undefined {
  return /^\+?\d{1,9}$/.test(text) ? Number(text) : undefined;
}
