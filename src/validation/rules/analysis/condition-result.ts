import { ANY, FLOAT, LIST, listOf, MAP, type Type } from '../../../languages/conditions/value-type';
import { isScalarQuery } from '../../../languages/promql';
import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { isSet, objectField, textField } from '../rollouts/fields';
import { metricsOf, providersOf } from './template-metrics';

/** A condition of a metric and where it is. */
export interface ConditionAt {
  readonly name: string;
  readonly metric: JsonObject;
  readonly key: string;
  readonly condition: string;
  readonly pointer: Pointer;
}

/** The conditions of a template or run that the controller evaluates; for a job and Kayenta it does not. */
export const conditionsOf = readOnce((manifest: Manifest) => metricsOf(manifest).flatMap(({ name, metric, pointer: at }): ConditionAt[] => {
  const judgesItself = providersOf(metric).some((provider) => provider === 'job' || provider === 'kayenta');
  const keys = judgesItself ? [] : ['successCondition', 'failureCondition'].filter((key) => textField(metric, key) !== '');
  return keys.map((key) => ({ name, metric, key, condition: textField(metric, key), pointer: pointer(at, key) }));
}));

/** The metrics with a condition that the controller evaluates, each with the first one. */
export function metricAtFirstCondition(manifest: Manifest): ConditionAt[] {
  const all = conditionsOf(manifest);
  return all.filter(({ metric }, i) => all.findIndex((other) => other.metric === metric) === i);
}

const NUMBERS = listOf(FLOAT);

/** What `result` may be when the provider of a metric has data. @see metricproviders in argoproj/argo-rollouts */
export function resultTypes(metric: JsonObject): readonly Type[] {
  const [provider, ...others] = providersOf(metric);
  switch (others.length > 0 ? undefined : provider) {
    case 'prometheus': return prometheusTypes(objectField(objectField(metric, 'provider'), 'prometheus') ?? {});
    case 'graphite': return [NUMBERS];
    case 'wavefront': return [FLOAT, NUMBERS];
    case 'datadog': return [FLOAT];
    case 'influxdb': case 'cloudWatch': return [LIST];
    case 'newRelic': return [MAP, LIST];
    default: return [ANY];
  }
}

/** The query of a metric that Prometheus answers with one number a series; undefined for any other metric. */
export function vectorQuery(metric: JsonObject): string | undefined {
  const prometheus = objectField(objectField(metric, 'provider'), 'prometheus');
  return prometheus && resultTypes(metric).includes(NUMBERS) ? textField(prometheus, 'query') : undefined;
}

function prometheusTypes(prometheus: JsonObject): readonly Type[] {
  const query = textField(prometheus, 'query');
  if (isSet(prometheus, 'rangeQuery')) return [NUMBERS];
  // Numbers are scalars, and arguments may be anything.
  if (!/[A-Za-z_]/.test(query.replace(/\{\{.*?\}\}/g, ''))) return [ANY];
  return isScalarQuery(query) ? [FLOAT] : [NUMBERS];
}
