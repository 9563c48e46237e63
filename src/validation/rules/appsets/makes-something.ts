import type { ExpandedGenerator } from '../../../expansion/application-set-expansion';
import { expansionOf } from '../../../expansion/expansions';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';

/** Finds sets that make no Application at all. */
export const makesSomething = defineRule({
  id: 'appsets/makes-something',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'an ApplicationSet makes an Application',
  rationale: 'A list without elements and a selector that takes none of them are no errors to the controller: it makes nothing, and deletes '
    + 'every Application that the set has made before. To take them all away, delete the ApplicationSet.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
    selector:
      matchLabels:
        env: stging
${exampleTemplate("'web-{{ .env }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
    selector:
      matchLabels:
        env: staging
${exampleTemplate("'web-{{ .env }}'")}`),
  check(entry, context) {
    const list = Place.root(entry.manifest).at('spec', 'generators');
    // Anything but a list is for the schema, and an entry of no type for another rule.
    if (!Array.isArray(list.value)) return;
    const { generators, problems } = expansionOf(entry, context.manifests);
    if (problems.length > 0 || generators.length < list.items.length || !generators.every((one) => givesNothing(one, entry))) return;
    const [first, ...others] = generators;
    const selector = list.items.map((one) => one.at('selector')).find(({ exists }) => exists);
    const elements = first?.type === 'list' && others.length === 0 && !selector;
    context.report(selector?.pointer ?? first?.pointer ?? list.pointer, `${
      first === undefined ? 'the set has no generators' : elements ? 'the list has no elements' : 'the generators give no parameters'
    }, so no Application is made, and those that are there are deleted`, {
      fix: selector ? 'select by a key and a value that a set of parameters has' : 'add an element, or delete the ApplicationSet',
    });
  },
});

/** Whether a generator is certain to give nothing, for a reason that no other rule sees. */
export function givesNothing({ type, pointer, sets, unknown }: ExpandedGenerator, entry: ManifestEntry): boolean {
  if (sets.length > 0 || unknown !== undefined) return false;
  const own = Place.root(entry.manifest).at('spec', 'generators', pointer.split('/')[3]!);
  if (own.at('selector').exists || type === 'list') return true;
  // Selectors of clusters, and patterns of folders that are written here, are looked at where they stand.
  return (type === 'matrix' || type === 'merge') && !/"(?:clusters|git)":/.test(JSON.stringify(own.value));
}
