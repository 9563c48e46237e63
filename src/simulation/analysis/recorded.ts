import { fromJson, fromNumbers, type Measured, type Value } from '../../languages/conditions/values';
import { isSeriesQuery } from '../../languages/promql';
import { InputError } from '../../manifests/input-error';
import { isJsonObject, type JsonObject } from '../../manifests/json';
import { atJsonPath } from './json-path';

/** Providers that judge themselves and hand no result to the conditions. */
const JUDGE_THEMSELVES = ['job', 'kayenta'];

/** The name of the provider of a metric; a plugin's is `plugin`. */
export function providerOf(metric: JsonObject): string {
  const provider = metric.provider;
  return isJsonObject(provider) ? Object.keys(provider).find((key) => provider[key] !== undefined) ?? '' : '';
}

/**
 * A recorded value as the provider of a metric gives it to the conditions. Throws InputError for a value that this provider never
 * gives.
 * @see metricproviders in argoproj/argo-rollouts
 */
export function resultOf(metric: JsonObject, value: Measured): Value {
  const provider = providerOf(metric);
  const title = `metric ${JSON.stringify(metric.name)}`;
  if (JUDGE_THEMSELVES.includes(provider)) {
    throw new InputError(`${title}: ${provider} measures no value. record what it judged: AnalysisTrial.judged('Failed')`);
  }
  switch (provider) {
    case 'prometheus': case 'wavefront':
      if (typeof value === 'number') return scalar(title, metric, value);
      return numbers(title, provider, value, 'a number for a scalar, or a list of numbers, one a series');
    case 'graphite':
      return numbers(title, provider, value, 'a list of numbers');
    case 'datadog':
      if (value === null || typeof value === 'number') return value;
      throw unfit(title, provider, value, 'a number, or null where there is no data');
    case 'influxdb': case 'cloudWatch':
      if (Array.isArray(value)) return fromJson(value);
      throw unfit(title, provider, value, 'a list');
    case 'web':
      return fromJson(webResult(title, metric, value));
    default:
      return fromJson(value);
  }
}

/** A web service answers with more than is measured: a record of the whole answer would be judged as if the path had found it. */
function webResult(title: string, { provider }: JsonObject, value: Measured): Measured {
  const jsonPath = isJsonObject(provider) && isJsonObject(provider.web) ? provider.web.jsonPath : undefined;
  const found = typeof jsonPath === 'string' ? atJsonPath(jsonPath, value) : undefined;
  if (typeof jsonPath !== 'string' || found === undefined) return value;
  throw new InputError(`${title}: ${JSON.stringify(value)} is the answer, and its conditions judge what the jsonPath ${jsonPath} finds in it. ` +
    `record ${JSON.stringify(found)}`);
}

/** Prometheus answers most queries with series, and a flat list of numbers is an easy slip. */
function scalar(title: string, { provider }: JsonObject, value: number): number {
  const query = isJsonObject(provider) && isJsonObject(provider.prometheus) ? provider.prometheus.query : undefined;
  if (typeof query !== 'string' || query.includes('{{') || !isSeriesQuery(query)) return value;
  throw new InputError(`${title}: its query gives a list of series, never ${value} alone. record a list for each measurement, [${value}], ` +
    'so two of them are [[0.01], [0.2]]');
}

function numbers(title: string, provider: string, value: Measured, wanted: string): Value {
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return fromNumbers(value);
  throw unfit(title, provider, value, wanted);
}

function unfit(title: string, provider: string, value: Measured, wanted: string): InputError {
  return new InputError(`${title}: ${provider} never measures ${JSON.stringify(value)}. record ${wanted}`);
}
