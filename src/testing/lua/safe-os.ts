/** The numbers of a table that a script gives to `os.time`. */
export type TimeFields = Readonly<Partial<Record<'year' | 'month' | 'day' | 'hour' | 'min' | 'sec', number>>>;

/** `os.time` of the safe os library, in UTC as the containers of Argo CD have it: util/lua/oslib_safe.go in argoproj/argo-cd. */
export function osTime(now: Date, fields?: TimeFields): number {
  if (!fields) return Math.floor(now.getTime() / 1000);
  const { year, month, day, hour = 12, min = 0, sec = 0 } = fields;
  if (year === undefined || month === undefined || day === undefined) throw new Error('field day, month or year is missing in date table');
  return Date.UTC(year, month - 1, day, hour, min, sec) / 1000;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `os.date` for a text: the placeholders that the library knows, in UTC. */
export function osDate(format: string, at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const [hour, minute, second] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
  const clock = `${two(hour)}:${two(minute)}`;
  const texts: Readonly<Record<string, string>> = {
    A: DAYS[at.getUTCDay()]!, b: MONTHS[month]!.slice(0, 3), B: MONTHS[month]!, c: `${two(day)} ${MONTHS[month]!.slice(0, 3)} ${two(year % 100)} ${clock} UTC`,
    d: two(day), F: `${year}-${two(month + 1)}-${two(day)}`, H: two(hour), I: two(hour % 12 || 12), m: two(month + 1), M: two(minute),
    p: hour < 12 ? 'AM' : 'PM', P: hour < 12 ? 'am' : 'pm', S: two(second), X: `${clock}:${two(second)}`, y: two(year % 100), Y: String(year),
    z: '+0000', Z: 'UTC',
  };
  return format.replace(/^!/, '').replace(/%(.)/g, (placeholder, letter: string) => (letter === '%' ? '%' : texts[letter] ?? placeholder));
}
