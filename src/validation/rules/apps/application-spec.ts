import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';

/** The kinds that hold the spec of an Application. */
export const APPLICATION_KINDS = ['argoproj.io/Application', 'argoproj.io/ApplicationSet'];

/** The spec of an Application, or that of the template of an ApplicationSet. */
export function applicationSpec(entry: ManifestEntry): Place {
  const root = Place.root(entry.manifest);
  return entry.id.kind === 'ApplicationSet' ? root.at('spec', 'template', 'spec') : root.at('spec');
}

/** Every source that Argo CD reads: one, several, or the dry source of a hydrator. */
export function sourcesOf(entry: ManifestEntry): readonly Place[] {
  const spec = applicationSpec(entry);
  const [hydrator, sources, source] = [spec.at('sourceHydrator'), spec.at('sources'), spec.at('source')];
  if (hydrator.exists) return [hydrator.at('drySource')];
  return sources.items.length > 0 ? sources.items : source.exists ? [source] : [];
}

/** The text here unless a parameter of an ApplicationSet stands in it: then nobody knows what it will be. */
export function literalOf(place: Place): string {
  return place.text.includes('{{') ? '' : place.text;
}

/** Whether a patch or the template of a generator may add to the spec: what is missing here need not be missing in the end. */
export function isPartial(entry: ManifestEntry): boolean {
  if (entry.id.kind !== 'ApplicationSet') return false;
  const spec = Place.root(entry.manifest).at('spec');
  return spec.at('templatePatch').exists || hasTemplate(spec.at('generators'));
}

function hasTemplate(generators: Place): boolean {
  return generators.items.some((generator) => generator.fields.some(([, one]) => one.at('template').exists || hasTemplate(one.at('generators'))));
}
