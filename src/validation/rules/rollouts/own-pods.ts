import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleRollout, joinDocuments } from './example-rollout';
import { listField, numberField, objectField, textsField } from './fields';
import { hasWorkloadRef } from './pod-template';
import { ROLLOUT, specOf } from './rollout-strategy';

const OTHER = exampleRollout().replace('name: web\n', 'name: api\n');
const OWN_LABELS = OTHER.replace(/app: web/g, 'app: api');

/** Workloads that find their pods by a selector. */
const WORKLOADS = ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet'];

/** The groups of these kinds, and that of Rollouts. */
const SELECTING: ReadonlyMap<string, string> = new Map([['DaemonSet', 'apps'], ['Deployment', 'apps'], ['StatefulSet', 'apps'], ['Rollout', 'argoproj.io']]);

/** Finds Rollouts that select the pods of another workload. */
export const ownPods = defineRule({
  id: 'rollouts/own-pods',
  severity: 'error',
  kinds: [...WORKLOADS, ROLLOUT],
  since: '0.1.0',
  implements: ['E59', 'E60'],
  title: 'every rollout selects pods of its own',
  rationale: 'Services, disruption budgets, autoscalers and metrics find pods by these labels. With one selector for two workloads of '
    + 'a namespace, such as a Rollout and the Deployment that it was made of, each of them counts and reaches the pods of both, so users '
    + 'of one meet the versions of the other. The selector cannot be changed later.',
  bad: joinDocuments(exampleRollout(), OTHER),
  good: joinDocuments(exampleRollout(), OWN_LABELS),
  check(entry, context) {
    const selector = selectorText(entry);
    const other = selector && SELECTORS.before(entry, claimOf(entry, selector), context.manifests);
    // What other workloads do among themselves is not about releases.
    if (!other || (entry.id.kind !== 'Rollout' && other.id.kind !== 'Rollout')) return;
    context.report('/spec/selector', `${describe(other.id)} selects the same pods${madeAt(other, entry)}`, {
      rival: other,
      received: selector,
      expected: 'a selector that no other workload of the namespace has',
      fix: entry.id.kind === other.id.kind
        ? 'give the selectors and the templates a label that differs, such as app.kubernetes.io/name'
        : 'remove the workload that is not needed any more, or give the selectors and the templates a label that differs',
    });
  },
});

const SELECTORS = new FirstInUnit((entry) => {
  const selector = SELECTING.get(entry.id.kind) === entry.id.group ? selectorText(entry) : undefined;
  return selector === undefined ? [] : [claimOf(entry, selector)];
});

function claimOf({ id }: ManifestEntry, selector: string): string {
  return `${id.namespace}\n${selector}`;
}

/** The selector in one spelling, undefined where there is none. */
function selectorText(entry: ManifestEntry): string | undefined {
  const selector = objectField(specOf(entry.manifest), 'selector');
  // A workload without pods, such as one that is a template for a Rollout, claims none.
  if (!selector || hasWorkloadRef(entry.manifest) || numberField(specOf(entry.manifest), 'replicas') === 0) return undefined;
  const labels = Object.entries(textsField(selector, 'matchLabels')).map(([key, value]) => `${key}: ${value}`).sort();
  const expressions = listField(selector, 'matchExpressions').map((expression) => JSON.stringify(expression)).sort();
  return [...labels, ...expressions].join(', ') || undefined;
}
