import { pointerProblem } from '../../../languages/ignored-pointers';
import { groupProblem, kindProblem } from '../../../languages/kind-patterns';
import { Place } from '../../../manifests/references/place';
import { corrected } from '../../certain-edit';
import { isKindHere, kindsHere } from '../../kinds-here';
import { defineRule, type RuleContext } from '../../rule';
import { groupsMeant, misspeltKind } from '../../schema/kind-spelling';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

const example = (group: string): string => exampleApplication(`${EXAMPLE_SOURCE}
ignoreDifferences:
  - group: ${group}
    kind: Deployment
    jsonPointers:
      - /spec/replicas`);

const LISTS = ['jsonPointers', 'jqPathExpressions', 'managedFieldsManagers'];

/** Finds ignored differences whose group, kind, name or namespace no object has, or that name no fields. */
export const ignoredEntryMatches = defineRule({
  id: 'apps/ignored-entry-matches',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-095', 'CD-096'],
  title: 'an ignored difference names a group, a kind and fields that there can be',
  rationale:
    'Argo CD compares the group without a version, and the kind with its capital; both may be globs. Name and namespace are compared letter by letter. '
    + 'An entry that fits no object, or that names no fields, is passed over without a word, and the difference that it should hide stays.',
  bad: example('apps/v1'),
  good: example('apps'),
  check(entry, context) {
    for (const ignored of applicationSpec(entry).at('ignoreDifferences').items) {
      checkObjects(ignored, context);
      checkFields(ignored, LISTS, context);
    }
    if (entry.id.kind !== 'ApplicationSet') return;
    // What a set leaves alone in its Applications: an entry is for the Application of a name, or for all of them.
    for (const ignored of Place.root(entry.manifest).at('spec', 'ignoreApplicationDifferences').items) {
      checkName(ignored.at('name'), 'name', context);
      checkFields(ignored, LISTS.filter((list) => list !== 'managedFieldsManagers'), context);
    }
  },
});

function checkObjects(ignored: Place, context: RuleContext): void {
  const [group, kind] = [ignored.at('group'), ignored.at('kind')];
  const ofGroup = groupProblem(group.text);
  if (ofGroup) context.report(group.pointer, `${ofGroup.message}, so this matches nothing`, { received: group.text, fix: ofGroup.fix });
  const ofKind = kindProblem(kind.text);
  // Custom resources may be called anything.
  if (ofKind && !kindsHere(context.manifests).has(kind.text)) {
    context.report(kind.pointer, `${ofKind.message}, so this matches nothing`, { received: kind.text, fix: ofKind.fix });
  }
  const misspelt = ofGroup || ofKind ? undefined : misspeltKind(group.text, kind.text, context.targets);
  if (misspelt && !isKindHere(context.manifests, group.text, kind.text)) {
    const place = ignored.at(misspelt.part);
    context.report(place.pointer, `there is no ${misspelt.part} ${place.text}, so this matches nothing`, {
      received: place.text, fix: `did you mean ${misspelt.meant}?`, ...corrected(place.pointer, misspelt.meant),
    });
  }
  checkGroup(group, kind.text, context);
  for (const field of ['name', 'namespace'] as const) checkName(ignored.at(field), field, context);
}

function checkGroup(group: Place, kind: string, context: RuleContext): void {
  const meant = groupsMeant(group.text, kind, context.targets);
  if (meant.length === 0) return;
  const fix = meant.map((one) => (one === '' ? 'leave group out' : `write ${one}`)).join(', or ');
  context.report(group.pointer, `the group ${group.text} has no kind ${kind}, so this matches nothing`, { received: group.text, fix });
}

function checkName(place: Place, field: 'name' | 'namespace', context: RuleContext): void {
  if (place.text.includes('{{') || !/[*?[\]{}]/.test(place.text)) return;
  context.report(place.pointer, `a ${field} is no pattern here, so this matches nothing`, {
    received: place.text,
    fix: place.text === '*' ? `leave ${field} out, which means every one` : `write an entry for each ${field}, or leave ${field} out`,
  });
}

function checkFields(ignored: Place, wanted: readonly string[], context: RuleContext): void {
  const lists = wanted.map((field) => ignored.at(field));
  // A list of another type is what the schema finds.
  if (ignored.fields.length > 0 && lists.every((list) => !list.exists || (Array.isArray(list.value) && list.value.length === 0))) {
    context.report(ignored.pointer, 'this entry names no fields, so it ignores nothing', {
      expected: wanted.join(', '),
      fix: 'add the fields to one of the lists, or remove the entry',
    });
  }
  for (const path of ignored.at('jsonPointers').items) {
    const problem = pointerProblem(path.text);
    if (problem) context.report(path.pointer, problem.message, { received: path.text, fix: problem.fix });
  }
}
