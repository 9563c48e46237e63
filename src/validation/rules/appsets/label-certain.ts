import { Definition } from '../../../expansion/definition';
import { keysOfSelector } from '../../../expansion/selector';
import { placeholdersIn } from '../../../languages/fast-template';
import { APPLICATION_SET_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { readTemplate } from '../../../languages/go-templates/problem';
import { readsOf } from '../../../languages/go-templates/reads';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate } from './example-application-set';
import { generatorEntries, templatedTexts, usesGoTemplate } from './generator-entries';

/** Finds labels of clusters that a template reads and a cluster may lack. */
export const labelCertain = defineRule({
  id: 'appsets/label-certain',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['E39'],
  title: 'a label of a cluster that a template reads is one that the generator selects by',
  rationale: 'A cluster without the label is selected all the same: the placeholder then stays in the path, or an error stops the set for all '
    + 'clusters. Not said where clusters are declared, as their labels are known then.',
  bad: example('metadata.labels.region'),
  good: example('metadata.labels.env'),
  check(entry, context) {
    if (context.manifests.clusters.length > 0) return;
    const generators = generatorEntries(entry).filter(({ types, inside }) => types.includes('clusters') && !inside.includes('merge'));
    if (generators.length === 0) return;
    const isGo = usesGoTemplate(entry);
    const stops = Place.root(entry.manifest).at('spec', 'goTemplateOptions').items.some(({ text }) => text === 'missingkey=error');
    const seen = new Set<string>();
    for (const text of templatedTexts(entry)) {
      for (const label of labelsRead(text.text, isGo)) {
        const open = generators.find(({ entry: place }) => !keysOfSelector(selectorOf(place)).includes(label));
        if (!open || seen.has(label) || label === 'argocd.argoproj.io/secret-type') continue;
        seen.add(label);
        context.report(text.pointer, `a cluster without the label ${label} is selected too, and ${consequence(isGo, stops)}`, {
          received: text.text.includes('\n') ? undefined : text.text,
          fix: `select by it: matchExpressions: [{ key: ${label}, operator: Exists }], or declare the clusters`,
        });
      }
    }
  },
});

function consequence(isGo: boolean, stops: boolean): string {
  if (!isGo) return 'the placeholder stays in its Application';
  return stops ? 'stops the whole set' : 'gets <no value> here';
}

function selectorOf(place: Place): Definition {
  const selector = place.at('clusters', 'selector');
  return Definition.of(selector.value, selector.pointer);
}

/** Labels that are read without a way out: by a field, as index gives '' for one that is missing. */
function labelsRead(text: string, isGo: boolean): string[] {
  if (!isGo) return placeholdersIn(text).filter((name) => name.startsWith('metadata.labels.')).map((name) => name.slice('metadata.labels.'.length));
  const reading = readTemplate(text, APPLICATION_SET_FUNCTIONS);
  if ('problem' in reading) return [];
  return readsOf(reading.template).filter(({ path, printed }) => printed && path[0] === 'metadata' && path[1] === 'labels' && path.length === 3)
    .map(({ path }) => path[2]!);
}

function example(parameter: string): string {
  return exampleApplicationSet(`
generators:
  - clusters:
      selector:
        matchLabels:
          env: production
${exampleTemplate("'web-{{nameNormalized}}'", { path: `'apps/web/{{${parameter}}}'` })}`);
}
