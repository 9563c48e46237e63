import { ofKind } from '../../../manifests/entry-index';
import type { JsonObject, JsonValue } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { unmatchedLabels } from '../../../manifests/selectors';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { jsonText } from '../../schema/describe-value';
import { exampleCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';

/** The controller adds it to the selectors itself. */
const HASH = 'rollouts-pod-template-hash';

const ROLLOUT = exampleCanary(`
stableService: web-stable
canaryService: web-canary
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);

/** Finds Services of a Rollout whose selector its pods do not satisfy. */
export const serviceSelectsPods = defineRule({
  id: 'references/service-selects-pods',
  severity: 'error',
  kinds: ['argoproj.io/Rollout'],
  since: '0.1.0',
  implements: ['AR-073'],
  title: 'the Services of a Rollout select its pods',
  rationale:
    'The controller compares the selector of each Service with the labels of the pod template. One key too many or one value that '
    + 'differs, and the Rollout turns Degraded with InvalidSpec; without that check the Service would have no endpoints.',
  bad: joinDocuments(
    ROLLOUT,
    exampleServices('web-stable'),
    exampleServices('web-canary').replace('app: web', 'app: web\n    track: canary'),
  ),
  good: joinDocuments(ROLLOUT, exampleServices('web-stable', 'web-canary')),
  check(entry, context) {
    const services = referencesOf(entry).filter(({ kind, group }) => kind === 'Service' && group === '');
    if (services.length === 0) return;
    const labels = podLabelsOf(entry, context.manifests);
    if (!labels) return;
    for (const reference of services) {
      const found = resolve(context.manifests, entry, reference);
      if (!found || found === 'external') continue;
      const selector = Place.root(found.entry.manifest).at('spec', 'selector').object;
      for (const key of unmatchedLabels(selector, labels)) {
        if (key === HASH) continue;
        const has = Object.hasOwn(labels, key) ? labels[key] : undefined;
        context.report(reference.pointer, `${reference.role} ${reference.name}${madeAt(found.entry, entry)} selects ${key}=${text(selector[key])}, which the pods do not have`, {
          received: has === undefined ? `pods without label ${key}` : `pods with ${key}=${text(has)}`,
          expected: `pods with ${key}=${text(selector[key])}`,
          fix: has === undefined && isOfKustomize(key, selector[key], context.manifests) ? ofKustomize(key) : cureOf(key, selector, has),
        });
      }
    }
  },
});

/** A selector without a key selects nothing, so its only one is corrected and not taken out. */
function cureOf(key: string, selector: JsonObject, has: JsonValue | undefined): string {
  const added = 'add it to the labels of the pod template';
  if (has !== undefined) return `write ${key}: ${text(has)} in the selector of the Service, or ${key}: ${text(selector[key])} in the labels of the pod template`;
  return Object.keys(selector).some((other) => other !== key && other !== HASH) ? `take ${key} out of the selector of the Service, or ${added}` : added;
}

/** Whether a kustomization puts a label into selectors: of Services it does so by itself, of the pods of a Rollout it does not. */
function isOfKustomize(key: string, value: JsonValue | undefined, manifests: ManifestSet): boolean {
  return ofKind(manifests.entries, 'kustomize.config.k8s.io/Kustomization').some(({ manifest }) => {
    const root = Place.root(manifest);
    const selecting = root.at('labels').items.filter((labels) => labels.at('includeSelectors').value === true).map((labels) => labels.at('pairs'));
    return [root.at('commonLabels'), ...selecting].some((pairs) => Object.hasOwn(pairs.object, key) && pairs.object[key] === value);
  });
}

function ofKustomize(key: string): string {
  return `kustomize puts ${key} into the selector of the Service, and knows no pods of a Rollout: write it under labels, with includeSelectors: false, or name the Rollout in configurations`;
}

/** Labels of the pod template, or of that of the workload it comes from; undefined where that one is not in sight. */
function podLabelsOf(entry: ManifestEntry, manifests: ManifestSet): JsonObject | undefined {
  const spec = Place.root(entry.manifest).at('spec');
  if (!spec.at('workloadRef').exists) return spec.at('template', 'metadata', 'labels').object;
  const workload = referencesOf(entry).find(({ role }) => role === 'workload');
  const found = workload && resolve(manifests, entry, workload);
  if (!found || found === 'external') return undefined;
  const root = Place.root(found.entry.manifest);
  // A PodTemplate holds the template itself, a Deployment and a ReplicaSet below spec.
  return (root.at('template').exists ? root.at('template') : root.at('spec', 'template')).at('metadata', 'labels').object;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value);
}
