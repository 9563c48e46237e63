import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds what a project lists twice. */
export const uniqueEntries = defineRule({
  id: 'projects/unique-entries',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-108', 'CD-109', 'CD-110', 'CD-111', 'CD-113', 'CD-120', 'CD-127', 'CD-131', 'CD-135'],
  title: 'a project lists each entry once',
  rationale:
    'The API server refuses a project with an entry twice, so nobody can edit it any more. Of two roles of one name the policies of both count.',
  bad: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: deployer
    groups:
      - shop-developers
  - name: deployer
    groups:
      - shop-operators`),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: deployer
    groups:
      - shop-developers
      - shop-operators`),
  check(entry, context) {
    for (const { what, items, keyOf } of listsOf(Place.root(entry.manifest).at('spec'))) {
      const seen = new Map<string, number>();
      for (const [i, item] of items.entries()) {
        const key = keyOf(item);
        if (key === undefined) continue;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, i);
        else context.report(item.pointer, `${what} ${key} is listed twice`, { received: `${key}, as entry ${first} says already`, fix: 'take one out' });
      }
    }
  },
});

interface List {
  readonly what: string;
  readonly items: readonly Place[];
  /** What no two items may have in common, if the item has it. */
  readonly keyOf: (item: Place) => string | undefined;
}

function listsOf(spec: Place): List[] {
  const text = (item: Place): string | undefined => (typeof item.value === 'string' ? item.value : undefined);
  const named = (field: string) => (item: Place): string | undefined => text(item.at(field));
  const target = (item: Place): string => `${item.at('server').text || item.at('name').text}, namespace ${item.at('namespace').text || 'none'}`;
  return [
    { what: 'source repository', items: spec.at('sourceRepos').items, keyOf: text },
    { what: 'destination', items: spec.at('destinations').items, keyOf: target },
    { what: 'source namespace', items: spec.at('sourceNamespaces').items, keyOf: text },
    { what: 'ServiceAccount for', items: spec.at('destinationServiceAccounts').items, keyOf: target },
    { what: 'role', items: spec.at('roles').items, keyOf: named('name') },
    { what: 'sync window', items: spec.at('syncWindows').items, keyOf: windowKey },
    ...spec.at('roles').items.flatMap((role): List[] => [
      { what: 'policy', items: role.at('policies').items, keyOf: text },
      { what: 'group', items: role.at('groups').items, keyOf: text },
      { what: 'token', items: role.at('jwtTokens').items, keyOf: named('id') },
    ]),
  ];
}

/** What people may do in a window, and what is said about it, makes no second window of it. */
function windowKey(window: Place): string | undefined {
  if (!window.exists) return undefined;
  const selectors = ['applications', 'namespaces', 'clusters'].map((field) => window.at(field).items.map(({ text }) => text).join(', '));
  const [kind, schedule, duration, zone] = ['kind', 'schedule', 'duration', 'timeZone'].map((field) => window.at(field).text);
  return [`${kind} "${schedule}" for ${duration}`, zone, ...selectors, window.at('andOperator').value === true ? 'and' : ''].filter(Boolean).join(' ');
}
