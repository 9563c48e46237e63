import { EntryIndex } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
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
    const rules = BY_HOST.find(manifests.entries, host).filter(({ unit }) => mayMeet(unit, entry.unit));
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
  // Wildcards are few.
  const keys = full.startsWith('*') ? [ANY] : [full, WILDCARD];
  const rules = keys.flatMap((key) => BY_HOST.find(manifests.entries, key));
  return rules.some((rule) => hostsOverlap(hostOf(rule), full) && mayMeet(rule.unit, entry.unit))
    || unitsOfRulesMadeElsewhere(manifests).has(entry.unit.id);
}

/** Ids of the units with a Rollout whose DestinationRule is not here. */
const unitsOfRulesMadeElsewhere = readSetOnce((manifests): ReadonlySet<string> =>
  new Set(manifests.entries.filter((entry) => namesRuleMadeElsewhere(entry, manifests)).map(({ unit }) => unit.id)));

function namesRuleMadeElsewhere(entry: ManifestEntry, manifests: ManifestSet): boolean {
  const rule = referencesOf(entry).find(({ role }) => role === 'destination rule');
  const found = rule && resolve(manifests, entry, rule);
  return rule !== undefined && (found === undefined || found === 'external');
}

const ANY = 'any';
const WILDCARD = 'wildcard';

/** DestinationRules by their host, which has a dot. */
const BY_HOST = new EntryIndex((entry) => {
  if (`${entry.id.group}/${entry.id.kind}` !== DESTINATION_RULE) return [];
  const host = hostOf(entry);
  return host.startsWith('*') ? [ANY, host, WILDCARD] : [ANY, host];
});

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
