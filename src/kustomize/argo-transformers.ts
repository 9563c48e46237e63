import type { JsonObject } from '../manifests/json';

/** Where Kustomize finds a name, a label or a number in kinds that it does not know. */
interface FieldSpec extends JsonObject {
  readonly path: string;
  readonly kind: string;
  readonly group?: string;
  readonly create?: boolean;
}

const ARGO = 'argoproj.io';
const POD = 'spec/template/spec';

const rollout = (...paths: readonly string[]): FieldSpec[] => paths.map((path) => ({ path, kind: 'Rollout', group: ARGO }));

/** The places of a pod in which containers name something. */
const containers = (...paths: readonly string[]): FieldSpec[] =>
  rollout(...['containers', 'initContainers'].flatMap((list) => paths.map((path) => `${POD}/${list}/${path}`)));

const checks = (...paths: readonly string[]): FieldSpec[] =>
  ['AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun'].flatMap((kind) => paths.map((path) => ({ path, kind, group: ARGO })));

const ROUTING = 'spec/strategy/canary/trafficRouting';

const TEMPLATES: readonly FieldSpec[] = [
  ...rollout(
    'spec/strategy/canary/analysis/templates/templateName', 'spec/strategy/canary/steps/analysis/templates/templateName',
    'spec/strategy/canary/steps/experiment/analyses/templateName', 'spec/strategy/blueGreen/prePromotionAnalysis/templates/templateName',
    'spec/strategy/blueGreen/postPromotionAnalysis/templates/templateName',
  ),
  ...checks('spec/templates/templateName'),
  { path: 'spec/analyses/templateName', kind: 'Experiment', group: ARGO },
];

const SERVICES: readonly FieldSpec[] = [
  ...rollout(
    'spec/strategy/blueGreen/activeService', 'spec/strategy/blueGreen/previewService', 'spec/strategy/canary/stableService',
    'spec/strategy/canary/canaryService', 'spec/strategy/canary/pingPong/pingService', 'spec/strategy/canary/pingPong/pongService',
    `${ROUTING}/alb/rootService`, `${ROUTING}/smi/rootService`,
  ),
  ...['http', 'tcp', 'tls'].map((protocol) => ({ path: `spec/${protocol}/route/destination/host`, kind: 'VirtualService', group: 'networking.istio.io' })),
  { path: 'spec/http/mirror/host', kind: 'VirtualService', group: 'networking.istio.io' },
  { path: 'spec/host', kind: 'DestinationRule', group: 'networking.istio.io' },
  ...['HTTPRoute', 'GRPCRoute'].map((kind) => ({ path: 'spec/rules/backendRefs/name', kind, group: 'gateway.networking.k8s.io' })),
];

const PLUGIN = `${ROUTING}/plugins/argoproj-labs\\/gatewayAPI`;

/** What is named, and by which fields. */
const NAMES: ReadonlyArray<readonly [kind: string, group: string | undefined, fields: readonly FieldSpec[]]> = [
  ['AnalysisTemplate', ARGO, TEMPLATES],
  ['ClusterAnalysisTemplate', ARGO, TEMPLATES],
  ['ConfigMap', undefined, [
    ...containers('env/valueFrom/configMapKeyRef/name', 'envFrom/configMapRef/name'),
    ...rollout(`${POD}/volumes/configMap/name`, `${POD}/volumes/projected/sources/configMap/name`),
  ]],
  ['Deployment', 'apps', rollout('spec/workloadRef/name')],
  ['DestinationRule', 'networking.istio.io', rollout(`${ROUTING}/istio/destinationRule/name`)],
  ['HTTPRoute', 'gateway.networking.k8s.io', rollout(`${PLUGIN}/httpRoute`, `${PLUGIN}/httpRoutes/name`)],
  ['GRPCRoute', 'gateway.networking.k8s.io', rollout(`${PLUGIN}/grpcRoute`, `${PLUGIN}/grpcRoutes/name`)],
  ['Ingress', 'networking.k8s.io', rollout(
    `${ROUTING}/alb/ingress`, `${ROUTING}/alb/ingresses`, `${ROUTING}/nginx/stableIngress`, `${ROUTING}/nginx/stableIngresses`,
  )],
  ['PersistentVolumeClaim', undefined, rollout(`${POD}/volumes/persistentVolumeClaim/claimName`)],
  ['PriorityClass', 'scheduling.k8s.io', rollout(`${POD}/priorityClassName`)],
  ['Rollout', ARGO, [
    { path: 'spec/scaleTargetRef/name', kind: 'HorizontalPodAutoscaler', group: 'autoscaling' },
    { path: 'spec/scaleTargetRef/name', kind: 'ScaledObject', group: 'keda.sh' },
  ]],
  ['Secret', undefined, [
    ...containers('env/valueFrom/secretKeyRef/name', 'envFrom/secretRef/name'),
    ...rollout(`${POD}/volumes/secret/secretName`, `${POD}/volumes/projected/sources/secret/name`, `${POD}/imagePullSecrets/name`),
    ...checks('spec/args/valueFrom/secretKeyRef/name'),
  ]],
  ['Service', undefined, SERVICES],
  ['ServiceAccount', undefined, rollout(`${POD}/serviceAccountName`)],
  ['VirtualService', 'networking.istio.io', rollout(`${ROUTING}/istio/virtualService/name`, `${ROUTING}/istio/virtualServices/name`)],
];

/**
 * What Kustomize has to be told of Rollouts and what goes with them: which fields name other objects, so that a prefix reaches them,
 * where replicas are, and where the labels of pods are. Images it finds by itself.
 *
 * @see api/internal/accumulator/namereferencetransformer.go and api/internal/plugins/builtinconfig in kubernetes-sigs/kustomize
 */
export const ARGO_TRANSFORMERS: JsonObject = {
  nameReference: NAMES.map(([kind, group, fieldSpecs]) => ({ kind, group, fieldSpecs })),
  replicas: [{ path: 'spec/replicas', kind: 'Rollout', group: ARGO, create: true }],
  templateLabels: [{ path: 'spec/template/metadata/labels', kind: 'Rollout', group: ARGO, create: true }],
};
