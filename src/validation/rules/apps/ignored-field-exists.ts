import { jqSteps } from '../../../languages/jq/problem';
import { groupOf } from '../../../manifests/manifest';
import { segmentsOf } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import type { SchemaNode } from '../../schema/schema';
import { schemaFor, schemaIds } from '../../schema/schema-store';
import { nearest } from '../../schema/similar-name';
import type { Targets } from '../../targets';
import { APPLICATION_KINDS, applicationSpec, literalOf } from './application-spec';
import { exampleIgnoredPath } from './example-application';

/** Finds ignored differences of fields that the kind does not have. */
export const ignoredFieldExists = defineRule({
  id: 'apps/ignored-field-exists',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-095'],
  title: 'an ignored difference leads to a field that the kind has',
  rationale:
    'Argo CD deletes the path from both sides before it compares, and passes over one that is not there. A misspelt field is therefore never '
    + 'noticed: the difference that it should hide stays, and self-heal goes on fighting the controller.',
  bad: exampleIgnoredPath('.spec.http[]?.routes[]?.weight'),
  good: exampleIgnoredPath('.spec.http[]?.route[]?.weight'),
  check(entry, context) {
    const ofSet = Place.root(entry.manifest).at('spec', 'ignoreApplicationDifferences').items;
    for (const ignored of [...applicationSpec(entry).at('ignoreDifferences').items, ...ofSet]) {
      // What a set leaves alone are its Applications.
      const [group, kind] = ofSet.includes(ignored) ? ['argoproj.io', 'Application'] : [literalOf(ignored.at('group')), literalOf(ignored.at('kind'))];
      const roots = rootsOf(group, kind, context.targets);
      if (roots.length === 0) continue;
      for (const { place, steps } of pathsOf(ignored)) {
        const missing = roots.map((root) => firstMissing(root, steps));
        const [first] = missing;
        // A kind of several versions has the fields of all of them.
        if (!first || missing.includes(undefined)) continue;
        const meant = nearest(first.field, first.known);
        context.report(place.pointer, `a ${kind} has no field ${first.field} there, so nothing is ignored`, {
          received: place.text,
          ...(first.known.length > 0 && first.known.length <= 12 && { expected: `one of ${[...first.known].sort().join(', ')}` }),
          fix: meant === undefined ? 'write the path of a field, or remove it' : `did you mean ${meant}?`,
        });
      }
    }
  },
});

type Step = { readonly field: string } | { readonly items: true };

function pathsOf(ignored: Place): Array<{ readonly place: Place; readonly steps: readonly Step[] }> {
  const pointers = ignored.at('jsonPointers').items.filter(({ text }) => text.startsWith('/') && !text.split('/').includes('*'));
  return [
    ...pointers.map((place) => ({ place, steps: segmentsOf(place.text).map((field): Step => (/^(\d+|-)$/.test(field) ? { items: true } : { field })) })),
    ...ignored.at('jqPathExpressions').items.filter(({ text }) => !text.includes('{{'))
      .flatMap((place) => jqSteps(place.text).map((steps) => ({ place, steps }))),
  ];
}

const roots = new Map<string, readonly SchemaNode[]>();

/** The schemas of a kind, one for each version; none when the kind is not known or is a pattern. */
function rootsOf(group: string, kind: string, targets: Targets): readonly SchemaNode[] {
  const key = `${targets.kubernetes} ${group}/${kind}`;
  let found = roots.get(key);
  if (!found) {
    const { custom, kubernetes } = schemaIds(targets);
    const versions = [...custom, ...kubernetes].map((id) => id.slice(0, id.lastIndexOf('/')))
      .filter((apiVersion) => groupOf(apiVersion) === group);
    found = [...new Set(versions)].flatMap((apiVersion) => schemaFor(apiVersion, kind, targets)?.root ?? []);
    roots.set(key, found);
  }
  return found;
}

/** The first step that leads nowhere, with the fields that there are. */
function firstMissing(root: SchemaNode, steps: readonly Step[]): { readonly field: string; readonly known: readonly string[] } | undefined {
  let node: SchemaNode | undefined = root;
  for (const step of steps) {
    if (!node || node.type === 'any' || (node.type === 'object' && node.open && node.properties.size === 0)) return undefined;
    if ('items' in step) {
      // A number may be the key of a map, and a list may be gone through like one.
      node = node.items ?? node.values;
      continue;
    }
    if (node.type !== 'object') return undefined;
    const next: SchemaNode | undefined = node.properties.get(step.field) ?? node.values;
    if (!next && !node.open) return { field: step.field, known: [...node.properties.keys()] };
    node = next;
  }
  return undefined;
}
