import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { FirstInUnit } from '../../first-in-unit';
import { DESTINATION_RULE, destinationsOf } from './destinations';
import { fullHost, hostsOverlap } from './host-names';

/** A destination that leads to a subset which no DestinationRule of its host has. */
export interface UndeclaredSubset {
  readonly destination: Place;
  readonly subset: string;
  /** The DestinationRules of the host, in the units of the destination. */
  readonly rules: readonly ManifestEntry[];
}

/** The destinations of a VirtualService whose subsets nobody in sight declares. */
export function undeclaredSubsets(entry: ManifestEntry, manifests: ManifestSet): UndeclaredSubset[] {
  return destinationsOf(entry).flatMap((destination) => {
    const subset = destination.at('subset').text;
    if (subset === '' || subset.includes('{{')) return [];
    const host = fullHost(destination.at('host').text, entry.id.namespace);
    if (CLAIMS.before(entry, `host ${host} subset ${subset}`, manifests)) return [];
    // Misspelt in the rollout, or in the DestinationRule that it names: that is said there.
    if (CLAIMS.before(entry, `rollout ${entry.id.namespace}/${entry.id.name} subset ${subset}`, manifests)) return [];
    const rules = destinationRules(entry, manifests).filter((rule) => hostOf(rule) === host);
    return rules.some((rule) => subsetNames(rule).includes(subset)) ? [] : [{ destination, subset, rules }];
  });
}

/** Names of the subsets of a DestinationRule. */
export function subsetNames(rule: ManifestEntry): string[] {
  return Place.root(rule.manifest).at('spec', 'subsets').items.map((subset) => subset.at('name').text);
}

/** Whether a host may have a DestinationRule that cannot be found by it: one of a wildcard, or one that is made elsewhere for a Rollout. */
export function mayHaveAnotherRule(host: string, entry: ManifestEntry, manifests: ManifestSet): boolean {
  const full = fullHost(host, entry.id.namespace);
  return destinationRules(entry, manifests).some((rule) => hostsOverlap(hostOf(rule), full))
    || manifests.of(entry.unit).some((other) => namesRuleMadeElsewhere(other, manifests));
}

function namesRuleMadeElsewhere(entry: ManifestEntry, manifests: ManifestSet): boolean {
  const rule = referencesOf(entry).find(({ role }) => role === 'destination rule');
  const found = rule && resolve(manifests, entry, rule);
  return rule !== undefined && (found === undefined || found === 'external');
}

function destinationRules(entry: ManifestEntry, manifests: ManifestSet): ManifestEntry[] {
  return manifests.entries.filter(({ id, unit }) => `${id.group}/${id.kind}` === DESTINATION_RULE && mayMeet(unit, entry.unit));
}

function hostOf(rule: ManifestEntry): string {
  return fullHost(Place.root(rule.manifest).at('spec', 'host').text, rule.id.namespace);
}

/** What DestinationRules declare, and which subsets Rollouts ask for in which VirtualService. */
const CLAIMS = new FirstInUnit((entry) => {
  if (entry.id.kind === 'DestinationRule') return subsetNames(entry).map((subset) => `host ${hostOf(entry)} subset ${subset}`);
  if (entry.id.kind !== 'Rollout') return [];
  const rule = Place.root(entry.manifest).at('spec', 'strategy', 'canary', 'trafficRouting', 'istio', 'destinationRule');
  const subsets = [rule.at('canarySubsetName'), rule.at('stableSubsetName'), ...rule.at('additionalSubsetNames').items].map((place) => place.text);
  return referencesOf(entry).filter(({ kind }) => kind === 'VirtualService').flatMap(({ namespace, name }) =>
    subsets.map((subset) => `rollout ${namespace}/${name} subset ${subset}`));
});
