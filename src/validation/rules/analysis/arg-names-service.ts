import { EntryIndex } from '../../../manifests/entry-index';
import { pointer } from '../../../manifests/pointer';
import { certainlyMeant } from '../../certain-edit';
import { defineRule } from '../../rule';
import { exampleCanary, joinDocuments, exampleServices } from '../rollouts/example-rollout';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { blueGreenOf, canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';

/** A canary whose analysis is about this Service. */
function serviceExample(name: string): string {
  return joinDocuments(exampleCanary(`
canaryService: web-canary
stableService: web-stable
trafficRouting:
  plugins:
    example/router: {}
steps:
  - setWeight: 25
  - analysis:
      templates:
        - templateName: smoke
      args:
        - name: service
          value: ${name}
`), exampleServices('web-canary', 'web-stable'), exampleTemplate({ args: '    - name: service' }));
}

/** Finds arguments that are nearly the name of one of the rollout's Services. */
export const argNamesService = defineRule({
  id: 'analysis/arg-names-service',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an argument that names the rollout or one of its Services is spelt as that is',
  rationale: 'The controller puts the text of an argument into queries and URLs as it is. A name with a wrong letter is measured like any other: '
    + 'there is no data, or nobody answers, and the analysis says nothing of the release. Values that differ in more than a letter, or in '
    + 'their digits, are not looked at.',
  bad: serviceExample('web-canry'),
  good: serviceExample('web-canary'),
  check(entry, context) {
    const [canary, blueGreen] = [canaryOf(entry.manifest), blueGreenOf(entry.manifest)];
    const names = [
      entry.id.name, textField(canary, 'canaryService'), textField(canary, 'stableService'),
      textField(blueGreen, 'activeService'), textField(blueGreen, 'previewService'),
    ].filter((name) => name.length >= SHORTEST);
    if (names.length === 0) return;
    for (const { analysis, pointer: at } of rolloutAnalyses(entry.manifest)) {
      for (const [index, arg] of objectsField(analysis, 'args')) {
        const value = isSet(arg, 'value') ? textField(arg, 'value') : '';
        // Metrics write names with other signs between their words.
        if (value.length < SHORTEST || !/^[a-z0-9-]+$/.test(value) || BY_NAME.find(context.manifests.entries, value).length > 0) continue;
        const meant = certainlyMeant(value, names);
        if (meant === undefined || meant === value || joined(meant) === joined(value)) continue;
        const where = pointer(at, 'args', index, 'value');
        context.report(where, `argument ${textField(arg, 'name')} is ${value}, and nothing is called that`, {
          received: value, expected: names.join(', '), fix: `did you mean ${meant}?`,
        });
      }
    }
  },
});

/** Shorter words are a letter from many others. */
const SHORTEST = 5;

function joined(name: string): string {
  return name.replaceAll('-', '');
}

const BY_NAME = new EntryIndex(({ id }) => [id.name]);
