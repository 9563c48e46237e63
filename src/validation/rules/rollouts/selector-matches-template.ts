import { selectorMatches } from '../../../manifests/selectors';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { listField, objectField, textsField } from './fields';
import { selectorProblems } from './label-selector';
import { hasWorkloadRef, podTemplateOf } from './pod-template';
import { ROLLOUT, specOf } from './rollout-strategy';

/** Finds a selector that the rollout's own pods do not satisfy. */
export const selectorMatchesTemplate = defineRule({
  id: 'rollouts/selector-matches-template',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-007'],
  title: 'the pods of a rollout carry the labels that it selects',
  rationale: 'A Rollout whose template lacks a selected label would make pods for ever and find none of them. The controller marks it '
    + 'InvalidSpec.',
  bad: exampleRollout({ selector: 'matchLabels:\n  app: api' }),
  good: exampleRollout({ selector: 'matchLabels:\n  app: web' }),
  check(entry, context) {
    const selector = objectField(specOf(entry.manifest), 'selector');
    if (!selector || hasWorkloadRef(entry.manifest)) return;
    const wanted = textsField(selector, 'matchLabels');
    if (Object.keys(wanted).length + listField(selector, 'matchExpressions').length === 0) return;
    const labels = textsField(objectField(podTemplateOf(entry.manifest), 'metadata'), 'labels');
    if (selectorProblems(selector).length > 0 || selectorMatches(selector, labels)) return;
    const missing = Object.keys(wanted).filter((key) => labels[key] !== wanted[key]).sort().map((key) => `${key}: ${wanted[key]}`);
    context.report(
      Object.keys(labels).length > 0 ? '/spec/template/metadata/labels' : '/spec/template',
      missing.length > 0
        ? `the template lacks ${missing.join(', ')}, which the selector asks for`
        : 'the labels of the template do not satisfy matchExpressions',
      {
        received: Object.keys(labels).sort().map((key) => `${key}: ${labels[key]}`).join(', ') || 'no labels',
        expected: missing.join(', ') || JSON.stringify(listField(selector, 'matchExpressions')),
        fix: 'give the template the labels of the selector',
      },
    );
  },
});
