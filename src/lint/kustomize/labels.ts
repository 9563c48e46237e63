import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { groupOf, type Manifest } from '../../manifests/manifest';

/** Where Kustomize puts labels beside those of the object, in the kinds that it knows. */
interface LabelPlaces {
  readonly selector?: readonly string[];
  /** Whether a selector is made where there is none. */
  readonly isMade?: boolean;
  readonly templates?: ReadonlyArray<readonly string[]>;
}

const TEMPLATE = ['spec', 'template', 'metadata', 'labels'];
const WORKLOAD: LabelPlaces = { selector: ['spec', 'selector', 'matchLabels'], isMade: true, templates: [TEMPLATE] };

/** @see api/internal/konfig/builtinpluginconsts/commonlabels.go in kubernetes-sigs/kustomize */
const PLACES: Readonly<Record<string, LabelPlaces>> = {
  '/Service': { selector: ['spec', 'selector'], isMade: true },
  '/ReplicationController': { selector: ['spec', 'selector'], isMade: true, templates: [TEMPLATE] },
  'apps/DaemonSet': WORKLOAD,
  'apps/Deployment': WORKLOAD,
  'apps/ReplicaSet': WORKLOAD,
  'apps/StatefulSet': WORKLOAD,
  'batch/Job': { selector: ['spec', 'selector', 'matchLabels'], templates: [TEMPLATE] },
  'batch/CronJob': { templates: [['spec', 'jobTemplate', 'metadata', 'labels'], ['spec', 'jobTemplate', ...TEMPLATE]] },
  'networking.k8s.io/NetworkPolicy': { selector: ['spec', 'podSelector', 'matchLabels'] },
  'policy/PodDisruptionBudget': { selector: ['spec', 'selector', 'matchLabels'] },
};

/** The object with the labels that a kustomization gives it. Of a Rollout Kustomize knows where its pods are when it is told. */
export function withLabels(manifest: Manifest, { commonLabels, labels, configurations }: JsonObject): Manifest {
  const groups = Array.isArray(labels) ? (labels as readonly JsonValue[]).filter(isJsonObject) : [];
  const all = [{ pairs: commonLabels, includeSelectors: true, includeTemplates: true }, ...groups];
  const key = `${groupOf(manifest.apiVersion)}/${manifest.kind}`;
  const places = PLACES[key] ?? (key === 'argoproj.io/Rollout' && configurations !== undefined ? WORKLOAD : {});
  return all.reduce<Manifest>((labelled, { pairs, includeSelectors, includeTemplates }) => {
    if (!isJsonObject(pairs)) return labelled;
    const { selector, isMade = false } = places;
    const paths = [
      ['metadata', 'labels'],
      ...(includeSelectors === true && selector && (isMade || has(manifest, selector)) ? [selector] : []),
      ...(includeSelectors === true || includeTemplates === true ? places.templates ?? [] : []),
    ];
    return paths.reduce((one, path) => withPairs(one, path, pairs), labelled);
  }, manifest);
}

function has(value: JsonValue | undefined, path: readonly string[]): boolean {
  return path.reduce<JsonValue | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), value) !== undefined;
}

/** What stands at the path in another shape is left as it is: the schema says so. */
function withPairs<T extends JsonObject>(parent: T, [key, ...rest]: readonly string[], pairs: JsonObject): T {
  if (key === undefined) return { ...parent, ...pairs };
  const child = parent[key] ?? {};
  return isJsonObject(child) ? { ...parent, [key]: withPairs(child, rest, pairs) } : parent;
}
