import { ArgoChart } from 'cdk8s-argo';
import * as fc from 'fast-check';
import { collect } from '../../src/app/collect';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { Rendering } from '../../src/render/rendering';
import { validate } from '../../src/validation/engine';
import type { Finding } from '../../src/validation/finding';
import { DEFAULT_TARGETS } from '../../src/validation/targets';
import { APPLICATIONS } from './argo-cd-applications';
import { PROJECTS } from './argo-cd-projects';
import { ROOTS } from './argo-cd-roots';
import { type MakeSet, SETS } from './argo-cd-sets';
import { REGISTRATIONS, SETTINGS, UPDATERS } from './argo-cd-settings';
import { type Part, type World, WORLDS } from './argo-cd-world';

/** A program that is right, as the objects that it makes. */
export interface Program {
  readonly manifests: ManifestSet;
  /** What constructs have to say, beside what rules say of the objects. */
  readonly said: readonly Finding[];
}

const inArgoCd = (set: MakeSet): Part => (world, id) => { set(world, id, new ArgoChart(world.app, `${id}-sets`, { namespace: 'argocd' })); };

/** Random programs. */
export const PROGRAMS: fc.Arbitrary<() => Program> = fc.record({
  world: WORLDS,
  parts: fc.array(fc.oneof(
    { arbitrary: APPLICATIONS, weight: 4 }, { arbitrary: SETS.map(inArgoCd), weight: 4 }, { arbitrary: ROOTS, weight: 2 },
    { arbitrary: PROJECTS, weight: 2 },
    { arbitrary: UPDATERS, weight: 1 },
  ), { minLength: 1, maxLength: 4 }),
  settings: SETTINGS,
  registrations: fc.option(REGISTRATIONS, { nil: undefined }),
}).map(({ world, parts, settings, registrations }) => () => {
  const made = world();
  parts.forEach((part, i) => { part(made, `web-${'abcd'[i]}`); });
  settings(made, 'settings');
  registrations?.(made, 'registrations');
  return programOf(made);
});

function programOf({ app }: World): Program {
  return Rendering.during(app, (rendering) => {
    const { manifests, findings } = collect(rendering, { filesOf: () => undefined, asking: app });
    return { manifests, said: findings };
  });
}

/** What is said about a program. */
export function findingsOf({ manifests, said }: Program): readonly Finding[] {
  return validate(manifests, { targets: DEFAULT_TARGETS, extra: said }).findings;
}

/** The same program with its objects edited, or nothing when the edit does not apply. */
export function edited({ manifests, said }: Program, edit: (objects: Manifest[]) => false | undefined | void): Program | undefined {
  const objects = structuredClone(manifests.entries.map(({ manifest }) => manifest));
  const places = new Map(objects.map((object, i) => [object, manifests.entries[i]!.unit]));
  if (edit(objects) === false) return undefined;
  const set = new ManifestSet();
  for (const cluster of manifests.clusters) set.addCluster(cluster);
  for (const repository of manifests.repositories) set.addRepository(repository);
  // What an edit adds comes to the last objects.
  const last = manifests.units.at(-1)!;
  for (const object of objects) set.add(places.get(object) ?? last, object);
  return { manifests: set, said };
}
