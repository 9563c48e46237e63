import { comparableServer } from '../../../manifests/cluster-facts';
import { ofKind } from '../../../manifests/entry-index';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { slipOf } from '../../slip';
import { generatorsOf } from '../appsets/generator-entries';
import { fieldText, registrationsIn, SECRET_TYPE } from '../fleet/registrations';
import { joinDocuments } from '../rollouts/example-rollout';
import { APPLICATION_KINDS, applicationSpec, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** So many others have to agree before one that differs by a letter is odd. */
const MANY = 3;

type Field = 'cluster' | 'project' | 'repository';

/** Finds names that one Application has and that differ by a letter from what several others have. */
export const oddName = defineRule({
  id: 'apps/odd-name',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the cluster, the project and the repository of an Application are not nearly those of the others',
  rationale:
    'Nobody here says which clusters, projects and repositories Argo CD knows. Where one Application has a name of its own that differs by a letter '
    + 'from what three others have, or from a cluster that is registered here, a slip is likelier than a second cluster of nearly that name. An Application that names what is not there shows '
    + 'InvalidSpecError or ComparisonError, and syncs nothing.',
  bad: joinDocuments(example('a'), example('b'), example('c'), example('d', 'https://git.example.com/org/manifsts.git')),
  good: joinDocuments(example('a'), example('b'), example('c'), example('d', 'https://git.example.com/org/web.git')),
  check(entry, context) {
    const uses = usesIn(context.manifests);
    for (const { field, place } of namesOf(entry)) {
      const ofField = uses[field];
      if (ofField.get(place.text) !== 1) continue;
      const registered = field === 'cluster' ? clustersIn(context.manifests) : [];
      if (registered.includes(comparableServer(place.text))) continue;
      const meant = slipOf(place.text, [...registered, ...[...ofField].filter(([, count]) => count >= MANY).map(([name]) => name)]);
      if (meant === undefined) continue;
      const others = registered.includes(meant) ? `${meant} is registered here` : `${ofField.get(meant)} have ${meant}`;
      context.report(place.pointer, `this is the only Application with the ${field} ${place.text}, and ${others}`, {
        received: place.text, expected: meant, fix: `did you mean ${meant}? if both are there, acknowledge this`,
      });
    }
  },
});

interface Name {
  readonly field: Field;
  readonly place: Place;
}

function namesOf(entry: ManifestEntry): readonly Name[] {
  const spec = applicationSpec(entry);
  const destination = spec.at('destination');
  const generators = entry.id.kind === 'ApplicationSet' ? generatorsOf(entry, 'git') : [];
  return [
    { field: 'cluster' as const, place: destination.at('name') },
    { field: 'cluster' as const, place: destination.at('server') },
    { field: 'project' as const, place: spec.at('project') },
    ...[...sourcesOf(entry), ...generators].map((source) => ({ field: 'repository' as const, place: source.at('repoURL') })),
  ].filter(({ place }) => literalOf(place) !== '');
}

/** Names and servers of the clusters whose Secrets are here. */
const clustersIn = readSetOnce((manifests): readonly string[] => {
  const texts = registrationsIn(manifests).filter(({ labels }) => labels.at(SECRET_TYPE).text === 'cluster')
    .flatMap((registration) => ['name', 'server'].map((key) => fieldText(registration, key)));
  return texts.filter((text) => text !== '').map(comparableServer);
});

/** How many Applications and sets have a name. */
const usesIn = readSetOnce(({ entries }): Readonly<Record<Field, ReadonlyMap<string, number>>> => {
  const uses = { cluster: new Map<string, number>(), project: new Map<string, number>(), repository: new Map<string, number>() };
  for (const entry of APPLICATION_KINDS.flatMap((kind) => ofKind(entries, kind))) {
    for (const key of new Set(namesOf(entry).map(({ field, place }) => `${field} ${place.text}`))) {
      const [field, name] = [key.slice(0, key.indexOf(' ')) as Field, key.slice(key.indexOf(' ') + 1)];
      uses[field].set(name, (uses[field].get(name) ?? 0) + 1);
    }
  }
  return uses;
});

function example(name: string, repository = 'https://git.example.com/org/manifests.git'): string {
  return exampleSource(`path: apps/${name}`, { name }).replace(/repoURL: .*/, `repoURL: ${repository}`);
}
