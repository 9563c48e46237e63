import type { IConstruct } from 'constructs';
import { declareFleet, fleetOf } from '../fleet/declared-fleet';
import type { Fleet } from '../fleet/fleet';
import type { ApplicationSetGenerator } from './application-set-generator';

/**
 * Takes the fleet that generators are given for that of the app, when nobody has said another one: names, labels and steps are
 * held against its clusters. Says what is wrong with it, if so.
 */
export function takeFleetOf(scope: IConstruct, generators: readonly ApplicationSetGenerator[]): string | undefined {
  for (const fleet of generators.flatMap((generator) => generator._fleets)) {
    const declared = fleetOf(scope);
    if (!declared) declareFleet(scope, fleet);
    else if (!isSame(declared, fleet)) return differing(declared, fleet);
  }
  return undefined;
}

function isSame(one: Fleet, other: Fleet): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf(fleet: Fleet): string {
  const clusters = fleet._facts().map(({ name, server, project, labels, annotations }) =>
    [name, server, project, sorted(labels), sorted(annotations)]);
  return JSON.stringify(clusters.map((cluster) => JSON.stringify(cluster)).sort());
}

function sorted(map: Readonly<Record<string, string>> | undefined): unknown {
  return map && Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

function differing(declared: Fleet, given: Fleet): string {
  const [ours, theirs] = [declared, given].map(({ clusters }) => new Set(clusters.map(({ name }) => name)));
  const more = [...theirs!].filter((name) => !ours!.has(name));
  const fewer = [...ours!].filter((name) => !theirs!.has(name));
  const how = more.length > 0 ? `it alone has ${named(more)}` : fewer.length > 0 ? `it lacks ${named(fewer)}` : 'it says something else of a cluster';
  return `a generator is given another fleet than the app, or than a generator before it: ${how}. Argo CD looks at every cluster, so give all of them ` +
    'the same fleet, and select by labels';
}

function named(names: readonly string[]): string {
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
}
