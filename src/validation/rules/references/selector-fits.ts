import { EntryIndex } from '../../../manifests/entry-index';
import type { JsonObject } from '../../../manifests/json';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { mayMeet } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { LASTING_POD_KINDS } from '../pods/pods-of';
import { podLabelsOf } from '../practices/workload-pods';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { slippedTo } from './label-slip';
import { SELECTING_KINDS, type SelectorAt, selectorsOf } from './pod-selectors';
import { podsSelected } from './pods-behind';
import { ownLabelsOf, servicesSelected } from './selected-services';

/** Finds budgets, monitors and network policies whose selector misses what is beside them by a letter. */
export const selectorFits = defineRule({
  id: 'references/selector-fits',
  severity: 'error',
  kinds: SELECTING_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a budget, a monitor or a network policy selects what is there, to the letter',
  rationale: 'A selector that picks nothing is valid. A disruption budget then protects no pod, a monitor reads no metrics, so that an analysis has nothing to '
    + 'decide by, and a network policy lets everything in, or nobody.',
  bad: joinDocuments(exampleRollout(), budget('webb')),
  good: joinDocuments(exampleRollout(), budget('web')),
  needsCompleteSet: true,
  check(entry, context) {
    for (const at of selectorsOf(entry)) {
      if (Object.keys(at.selector.object).length === 0 || picksAnything(at, entry, context.manifests)) continue;
      const { labelsOf, candidates } = pickable(at, entry, context.manifests);
      const slipped = slippedTo(at.selector.value, candidates, labelsOf);
      if (!slipped) continue;
      const wanted = at.selector.at('matchLabels');
      for (const { key, meantKey, meantValue } of slipped.labels) {
        const where = pointer(wanted.pointer, key);
        const nothing = at.picks === 'pods' ? 'no pods have' : 'no Service has';
        context.report(where, `${nothing} ${key}=${wanted.at(key).text}, and so nothing is selected. ${describe(slipped.entry.id)}${madeAt(slipped.entry, entry)} has `
          + `${meantKey}=${meantValue}`, {
          received: `${key}=${wanted.at(key).text}`,
          expected: `${meantKey}=${meantValue}`,
          fix: `did you mean ${meantKey === key ? meantValue : meantKey}? otherwise acknowledge this when somebody else makes what it selects`,
        });
      }
    }
  },
});

/** Whether a selector picks anything that is there. */
export function picksAnything({ selector, picks, namespaces }: SelectorAt, entry: ManifestEntry, manifests: ManifestSet): boolean {
  const select = picks === 'pods' ? podsSelected : servicesSelected;
  return namespaces.some((namespace) => select(selector.object, namespace, entry, manifests).length > 0);
}

interface Pickable {
  readonly labelsOf: (entry: ManifestEntry) => JsonObject;
  readonly candidates: readonly ManifestEntry[];
}

function pickable({ picks, namespaces }: SelectorAt, entry: ManifestEntry, manifests: ManifestSet): Pickable {
  const candidates = namespaces.flatMap((namespace) => CANDIDATES.find(manifests.entries, `${picks} ${namespace}`)).filter(({ unit }) => mayMeet(unit, entry.unit));
  return { candidates, labelsOf: picks === 'pods' ? podLabelsOf : ownLabelsOf };
}

const CANDIDATES = new EntryIndex(({ id: { group, kind, namespace } }) => {
  if (LASTING_POD_KINDS.includes(`${group}/${kind}`)) return [`pods ${namespace}`];
  return kind === 'Service' && group === '' ? [`Services ${namespace}`] : [];
});

function budget(app: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: ${app}
`;
}
