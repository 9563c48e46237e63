import { fromJson, fromNumbers, type Measured, type Value } from '../../languages/conditions/values';
import { InputError } from '../../manifests/input-error';
import { isJsonObject, type JsonObject } from '../../manifests/json';

/** Providers that judge themselves and hand no result to the conditions. */
const JUDGE_THEMSELVES = ['job', 'kayenta'];

/** The name of the provider of a metric; a plugin's is `plugin`. */
export function providerOf(metric: JsonObject): string {
  const provider = metric.provider;
  return isJsonObject(provider) ? Object.keys(provider).find((key) => provider[key] !== undefined) ?? '' : '';
}

/**
 * A recorded value as the provider of a metric gives it to the conditions: `metric` is named in errors. Throws InputError for a
 * value that this provider never gives.
 * @see metricproviders in argoproj/argo-rollouts
 */
export function resultOf(metric: string, provider: string, value: Measured): Value {
  if (JUDGE_THEMSELVES.includes(provider)) {
    throw new InputError(`metric ${JSON.stringify(metric)}: ${provider} measures no value. record what it judged: AnalysisTrial.judged('Failed')`);
  }
  switch (provider) {
    case 'prometheus': case 'wavefront':
      if (typeof value === 'number') return value;
      return numbers(metric, provider, value, 'a number for a scalar, or a list of numbers, one a series');
    case 'graphite':
      return numbers(metric, provider, value, 'a list of numbers');
    case 'datadog':
      if (value === null || typeof value === 'number') return value;
      throw unfit(metric, provider, value, 'a number, or null where there is no data');
    case 'influxdb': case 'cloudWatch':
      if (Array.isArray(value)) return fromJson(value);
      throw unfit(metric, provider, value, 'a list');
    default:
      return fromJson(value);
  }
}

function numbers(metric: string, provider: string, value: Measured, wanted: string): Value {
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return fromNumbers(value);
  throw unfit(metric, provider, value, wanted);
}

function unfit(metric: string, provider: string, value: Measured, wanted: string): InputError {
  return new InputError(`metric ${JSON.stringify(metric)}: ${provider} never measures ${JSON.stringify(value)}. record ${wanted}`);
}
