import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { mayMeet } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleApplication, EXAMPLE_SOURCE } from '../apps/example-application';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatedBy } from './generated';

/** Finds Applications of a set that somebody else makes too. */
export const oneOwner = defineRule({
  id: 'appsets/one-owner',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'an Application is made by one ApplicationSet, or by hand',
  rationale: 'The controller of ApplicationSets takes over an Application of the same name that stands in Git, and each sync of that one sets it '
    + 'back. Of two sets the second cannot become its owner: it reports an error with every reconciliation and makes nothing of it.',
  bad: [set('web'), exampleApplication(EXAMPLE_SOURCE, { name: 'web-staging' })].join('---\n'),
  good: [set('web'), exampleApplication(EXAMPLE_SOURCE, { name: 'api-staging' })].join('---\n'),
  check(entry, context) {
    const makers = makersIn(context.manifests);
    const reported = new Set<string>();
    for (const { name, application } of generatedBy(entry, context.manifests)) {
      if (name === '' || application.count === 'any' || reported.has(name)) continue;
      reported.add(name);
      const other = makers.get(name)?.find((maker) =>
        maker.id.namespace === entry.id.namespace && !isSame(maker, entry) && mayMeet(maker.unit, entry.unit));
      // Of two sets the later one is told.
      if (!other || (other.id.kind === 'ApplicationSet' && makers.get(name)!.indexOf(other) > makers.get(name)!.indexOf(entry))) continue;
      const by = other.id.kind === 'ApplicationSet' ? `the ApplicationSet ${other.id.name} makes` : 'Git holds';
      context.report('/spec/template/metadata/name', `${by} an Application ${name} too${madeAt(other, entry)}`, {
        rival: other, received: name, fix: 'name them apart, or leave the Application to one of the two',
      });
    }
  },
});

/** Whether they are one object: a set that is written for two Argo CDs is not two. */
function isSame(one: ManifestEntry, other: ManifestEntry): boolean {
  return one.id.kind === other.id.kind && one.id.name === other.id.name;
}

const known = new WeakMap<ManifestSet, { readonly size: number; readonly makers: ReadonlyMap<string, readonly ManifestEntry[]> }>();

/** Applications and ApplicationSets by the names of the Applications that they are or make. */
function makersIn(manifests: ManifestSet): ReadonlyMap<string, readonly ManifestEntry[]> {
  const { entries } = manifests;
  const found = known.get(manifests);
  if (found?.size === entries.length) return found.makers;
  const makers = new Map<string, ManifestEntry[]>();
  const add = (name: string, maker: ManifestEntry): void => {
    if (name !== '' && !makers.get(name)?.includes(maker)) makers.set(name, [...makers.get(name) ?? [], maker]);
  };
  for (const entry of entries) {
    if (entry.id.group !== 'argoproj.io') continue;
    if (entry.id.kind === 'Application') add(entry.id.name, entry);
    if (entry.id.kind !== 'ApplicationSet') continue;
    for (const { name, application } of generatedBy(entry, manifests)) if (application.count !== 'any') add(name, entry);
  }
  known.set(manifests, { size: entries.length, makers });
  return makers;
}

function set(name: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate(`'${name}-{{ .env }}'`)}`);
}
