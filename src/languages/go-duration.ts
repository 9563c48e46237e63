/** Nanoseconds of each unit of a Go duration. There is no day. */
const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** Go's int64 of nanoseconds ends here, at about 292 years. */
const MAX_NANOSECONDS = 2 ** 63;

/** Reads a duration as Go's `time.ParseDuration` does and gives its seconds, or undefined where Go would refuse it. */
export function goDurationSeconds(text: string): number | undefined {
  const nanoseconds = nanosecondsIn(text);
  return nanoseconds === undefined || Math.abs(nanoseconds) >= MAX_NANOSECONDS ? undefined : nanoseconds / 1e9;
}

/** Why Go refuses a text. */
export interface DurationProblem {
  /** After "which is". */
  readonly what: string;
  /** What may be meant. */
  readonly meant?: string;
  /** The same where the text says each unit itself, so that nothing else can be meant. */
  readonly certain?: string;
}

/** Why Go would refuse a duration. Undefined for one that it reads. */
export function durationProblem(text: string): DurationProblem | undefined {
  if (goDurationSeconds(text) !== undefined) return undefined;
  if (nanosecondsIn(text) !== undefined) return { what: 'longer than the 292 years that Go can hold' };
  const meant = suggestGoDuration(text);
  if (meant === undefined || goDurationSeconds(meant) === undefined) return { what: 'no duration' };
  return { what: 'no duration', meant, ...(/\d(?![\d.]*\s*[a-z])/i.test(text) ? {} : { certain: meant }) };
}

function nanosecondsIn(text: string): number | undefined {
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined;
  let nanoseconds = 0;
  for (const [, amount = '', unit = ''] of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    nanoseconds += Number(amount) * (UNITS[unit] ?? 0);
  }
  return sign === '-' ? -nanoseconds : nanoseconds;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((word) => [word, 's'] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((word) => [word, 'm'] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((word) => [word, 'h'] as const),
  ...['ms', 'millisecond', 'milliseconds'].map((word) => [word, 'ms'] as const),
]);

/** The Go duration that a text most likely means: `5 minutes` gives `5m`, `1d` gives `24h`, `PT5M` gives `5m`. */
export function suggestGoDuration(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const iso = /^p(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/.exec(plain);
  if (iso) {
    const [, days, hours, minutes, seconds] = iso;
    const parts = [
      days || hours ? `${Number(days ?? 0) * 24 + Number(hours ?? 0)}h` : '',
      minutes ? `${minutes}m` : '',
      seconds ? `${seconds}s` : '',
    ];
    return parts.join('') || undefined;
  }
  const pairs = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)/g)];
  if (pairs.length === 0 || plain.replace(/(\d+(?:\.\d+)?)\s*([a-z]*)/g, '').replace(/[\s,]|and/g, '') !== '') return undefined;
  let suggestion = '';
  for (const [, amount = '', word = ''] of pairs) {
    const days = /^d(ays?)?$/.test(word) ? 24 : /^w(eeks?)?$/.test(word) ? 168 : 0;
    const unit = days ? 'h' : word === '' ? 's' : WORDS.get(word);
    if (!unit) return undefined;
    suggestion += days ? `${Number(amount) * days}h` : `${amount}${unit}`;
  }
  return suggestion;
}
