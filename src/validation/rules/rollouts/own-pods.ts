import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleRollout, joinDocuments } from './example-rollout';
import { listField, objectField, textsField } from './fields';
import { hasWorkloadRef } from './pod-template';
import { ROLLOUT, specOf } from './rollout-strategy';

const OTHER = exampleRollout().replace('name: web\n', 'name: api\n');
const OWN_LABELS = OTHER.replace(/app: web/g, 'app: api');

/** Finds two Rollouts that select the same pods. */
export const ownPods = defineRule({
  id: 'rollouts/own-pods',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E59'],
  title: 'every rollout selects pods of its own',
  rationale: 'Services, disruption budgets, autoscalers and metrics find pods by these labels. With one selector for two Rollouts of a '
    + 'namespace each of them counts and reaches the pods of both, so users of one meet the versions of the other. The selector '
    + 'cannot be changed later.',
  bad: joinDocuments(exampleRollout(), OTHER),
  good: joinDocuments(exampleRollout(), OWN_LABELS),
  check(entry, context) {
    const selector = selectorText(entry);
    const other = selector && SELECTORS.before(entry, claimOf(entry, selector), context.manifests);
    if (!other) return;
    context.report('/spec/selector', `${describe(other.id)} selects the same pods${madeAt(other, entry)}`, {
      received: selector,
      expected: 'a selector that no other rollout of the namespace has',
      fix: 'give the selectors and the templates a label that differs, such as app.kubernetes.io/name',
    });
  },
});

const SELECTORS = new FirstInUnit((entry) => {
  const selector = entry.id.group === 'argoproj.io' && entry.id.kind === 'Rollout' ? selectorText(entry) : undefined;
  return selector === undefined ? [] : [claimOf(entry, selector)];
});

function claimOf({ id }: ManifestEntry, selector: string): string {
  return `${id.namespace}\n${selector}`;
}

/** The selector in one spelling, undefined where there is none. */
function selectorText(entry: ManifestEntry): string | undefined {
  const selector = objectField(specOf(entry.manifest), 'selector');
  if (!selector || hasWorkloadRef(entry.manifest)) return undefined;
  const labels = Object.entries(textsField(selector, 'matchLabels')).map(([key, value]) => `${key}: ${value}`).sort();
  const expressions = listField(selector, 'matchExpressions').map((expression) => JSON.stringify(expression)).sort();
  return [...labels, ...expressions].join(', ') || undefined;
}
