import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { objectField } from '../rollouts/fields';
import { metricsOf } from './template-metrics';

/** A metric that a provider measures, and where the provider's fields are. */
export interface MeasuredBy {
  /** Name of the metric. */
  readonly name: string;
  readonly metric: JsonObject;
  /** What is under `provider.<key>`. */
  readonly fields: JsonObject;
  readonly pointer: Pointer;
}

/** The metrics of a template or run that this provider measures, by its key in `provider`. */
export function measuredBy(manifest: Manifest, provider: string): readonly MeasuredBy[] {
  return byProvider(manifest).get(provider) ?? [];
}

const byProvider = readOnce((manifest: Manifest): ReadonlyMap<string, readonly MeasuredBy[]> => {
  const found = new Map<string, MeasuredBy[]>();
  for (const { name, metric, pointer: at } of metricsOf(manifest)) {
    const providers = objectField(metric, 'provider');
    for (const provider of Object.keys(providers ?? {})) {
      const fields = objectField(providers, provider);
      const list = found.get(provider) ?? [];
      if (fields) found.set(provider, [...list, { name, metric, fields, pointer: pointer(at, 'provider', provider) }]);
    }
  }
  return found;
});

/** Whether an argument decides: what it will be is not known before a run starts. */
export function holdsPlaceholder(text: string): boolean {
  return text.includes('{{');
}
