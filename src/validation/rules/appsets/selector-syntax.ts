import { isLabelKey } from '../../../manifests/labels';
import { pointer } from '../../../manifests/pointer';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { selectorProblems } from '../rollouts/label-selector';
import { exampleApplicationSet, exampleTemplate } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** Finds selectors of generators that Argo CD cannot read. */
export const selectorSyntax = defineRule({
  id: 'appsets/selector-syntax',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-166', 'CD-174'],
  title: 'the selectors of generators are legal label selectors',
  rationale: 'A key or an operator that Kubernetes does not have is an error that stops the whole set. The selector of a generator looks '
    + 'at parameters, whose values may be any text; the selector of clusters looks at labels. Keys such as path[0] cannot be selected by.',
  bad: exampleApplicationSet(`
generators:
  - clusters:
      selector:
        matchExpressions:
          - key: env
            operator: Equals
            values:
              - production
${exampleTemplate("'{{nameNormalized}}'")}`),
  good: exampleApplicationSet(`
generators:
  - clusters:
      selector:
        matchExpressions:
          - key: env
            operator: In
            values:
              - production
${exampleTemplate("'{{nameNormalized}}'")}`),
  check(entry, context) {
    for (const { entry: place, inside } of generatorEntries(entry)) {
      const selectors: readonly [Place, boolean][] = [
        [place.at('selector'), false], [place.at('clusters', 'selector'), true], [place.at('clusterDecisionResource', 'labelSelector'), true],
      ];
      for (const [selector, ofLabels] of selectors) {
        for (const { path, message, received, expected } of selectorProblems(selector.object)) {
          const isValue = path.includes('values') && !message.includes('takes no') || (path[0] === 'matchLabels' && isLabelKey(received));
          // Parameters may have any value, and the second generator of a matrix is filled in first.
          if ((isValue && !ofLabels) || (received.includes('{{') && inside.length > 0)) continue;
          context.report(pointer(selector.pointer, ...path), message, { received, expected, fix: `write ${expected}` });
        }
      }
    }
  },
});
