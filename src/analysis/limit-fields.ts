import { durationText } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import type { MetricProps, RawLimits } from './metric-props';
import type { LimitsWire } from './wire';

/** Renders how often a metric is measured and what decides. Throws when its limits contradict each other. */
export function limitFields(what: string, props: MetricProps): LimitsWire {
  if (props.measure) return props.measure._fields;
  checkLimits(what, props);
  return {
    interval: props.interval && durationText(props.interval, `${what}: interval`),
    initialDelay: props.initialDelay && durationText(props.initialDelay, `${what}: initialDelay`),
    count: props.count,
    failureLimit: props.failureLimit,
    inconclusiveLimit: props.inconclusiveLimit,
    consecutiveErrorLimit: props.consecutiveErrorLimit,
    consecutiveSuccessLimit: props.consecutiveSuccessLimit,
  };
}

/** The least that each limit can be. */
const LOWEST = { failureLimit: -1, inconclusiveLimit: 0, consecutiveErrorLimit: 0, consecutiveSuccessLimit: 0 } as const;

function checkLimits(what: string, props: RawLimits): void {
  for (const [field, lowest] of Object.entries(LOWEST) as Array<[keyof typeof LOWEST, number]>) {
    const value = props[field];
    if (value !== undefined && !(Number.isInteger(value) && value >= lowest)) {
      throw new InputError(`${what}: ${field} is ${value}. give a whole number, 0 or more${lowest < 0 ? ', or -1 for no limit' : ''}`);
    }
  }
  const { count, failureLimit = 0, inconclusiveLimit = 0, consecutiveSuccessLimit = 0 } = props;
  if (failureLimit === -1 && consecutiveSuccessLimit === 0) {
    throw new InputError(`${what}: failureLimit is -1, which is no limit, so nothing would decide. ` +
      'give a consecutiveSuccessLimit too, or a failureLimit of 0 or more');
  }
  if (typeof count !== 'number') return;
  if (!Number.isInteger(count) || count < 1) {
    throw new InputError(`${what}: count is ${count}. give a whole number, 1 or more`);
  }
  if (failureLimit >= count) {
    throw new InputError(`${what}: failureLimit ${failureLimit} can never be passed by ${count} measurements, so the metric could not fail. ` +
      `set failureLimit to at most ${count - 1}, or take more measurements`);
  }
  const needed = Math.max(failureLimit, 0) + consecutiveSuccessLimit;
  if (needed > count) {
    throw new InputError(`${what}: ${count} measurements are too few for ` +
      `${failureLimit > 0 ? `failureLimit ${failureLimit} and ` : ''}consecutiveSuccessLimit ${consecutiveSuccessLimit}. take ${needed} or more`);
  }
  if (inconclusiveLimit > count) {
    throw new InputError(`${what}: inconclusiveLimit ${inconclusiveLimit} is more than the ${count} measurements taken. set it to at most ${count}`);
  }
}
