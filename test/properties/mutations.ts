import type { Manifest } from '../../src/manifests/manifest';

/** A single wrong edit, and the rule that finds it. */
export interface Mutation {
  readonly name: string;
  readonly rule: string;
  /** Edits the objects in place; `false` when there is nothing of the kind to edit. */
  readonly edit: (objects: Manifest[]) => false | undefined | void;
}

type Edit<T = any> = (value: T, objects: Manifest[]) => false | undefined | void;

// App Mesh has VirtualServices too.
const first = (objects: Manifest[], kind: string): any => objects.find((object) => object.kind === kind && `${object.apiVersion}/${kind}` !== 'appmesh.k8s.aws/v1beta2/VirtualService');

const onRollout = (edit: Edit): Mutation['edit'] => (objects) => edit(first(objects, 'Rollout'), objects);
const onKind = (kind: string, edit: Edit): Mutation['edit'] => (objects) => {
  const object = first(objects, kind);
  return object ? edit(object, objects) : false;
};
const onCanary = (edit: Edit): Mutation['edit'] => onRollout(({ spec }, objects) => (spec.strategy.canary ? edit(spec.strategy.canary, objects) : false));
const onRouted = (edit: Edit): Mutation['edit'] => onCanary((canary, objects) => (canary.trafficRouting ? edit(canary, objects) : false));
const onUnrouted = (edit: Edit): Mutation['edit'] => onCanary((canary, objects) => (canary.trafficRouting ? false : edit(canary, objects)));
const onBlueGreen = (edit: Edit): Mutation['edit'] => onRollout(({ spec }, objects) => (spec.strategy.blueGreen ? edit(spec.strategy.blueGreen, objects) : false));
const onStep = (key: string, edit: Edit): Mutation['edit'] => onCanary((canary, objects) => {
  const step = canary.steps.find((one: any) => one[key] !== undefined && (key !== 'setHeaderRoute' && key !== 'setMirrorRoute' || one[key].match));
  return step ? edit(step, objects) : false;
});
const onMetric = (edit: Edit): Mutation['edit'] => onKind('AnalysisTemplate', ({ spec }, objects) => edit(spec.metrics[0], objects));
/** Metrics of the check that steps and promotions run, when one of them does. */
const onUsedMetric = (edit: Edit): Mutation['edit'] => (objects) => {
  const { strategy } = first(objects, 'Rollout').spec;
  const inline = strategy.blueGreen
    ? strategy.blueGreen.prePromotionAnalysis ?? strategy.blueGreen.postPromotionAnalysis
    : strategy.canary.steps.some((step: any) => step.analysis);
  return inline ? edit((objects.find(({ metadata }) => metadata.name === 'errors') as any).spec.metrics[0], objects) : false;
};
const onRouter = (key: string, edit: Edit): Mutation['edit'] => onRouted(({ trafficRouting }, objects) => (trafficRouting[key] ? edit(trafficRouting[key], objects) : false));
const onGateway = (edit: Edit): Mutation['edit'] => onRouter('plugins', (plugins, objects) => (plugins['argoproj-labs/gatewayAPI'] ? edit(plugins['argoproj-labs/gatewayAPI'], objects) : false));
const ingressPath = (objects: Manifest[]): any => first(objects, 'Ingress').spec.rules[0].http.paths[0];
/** A Service that the Rollout itself names. */
const onNamedService = (edit: Edit): Mutation['edit'] => (objects) => {
  const { canary, blueGreen } = first(objects, 'Rollout').spec.strategy;
  const name = blueGreen?.activeService ?? canary.stableService;
  const service = objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === name);
  return service ? edit(service, objects) : false;
};
const remove = (objects: Manifest[], object: Manifest): void => { objects.splice(objects.indexOf(object), 1); };

export const MUTATIONS: readonly Mutation[] = [
  // The spec of a Rollout.
  { name: 'a field that does not exist', rule: 'schema/unknown-field', edit: onRollout(({ spec }) => { spec.progressDeadlineSecond = 600; }) },
  { name: 'a field in the wrong place', rule: 'schema/unknown-field', edit: onCanary((canary) => { canary.rollbackWindow = { revisions: 3 }; }) },
  { name: 'text where a number is due', rule: 'schema/type', edit: onRollout(({ spec }) => { spec.replicas = 'three'; }) },
  { name: 'replicas below 0', rule: 'rollouts/no-negative-numbers', edit: onRollout(({ spec }) => { spec.replicas = -1; }) },
  { name: 'no selector', rule: 'rollouts/selector-present', edit: onRollout(({ spec }) => { delete spec.selector; }) },
  { name: 'an empty selector', rule: 'rollouts/selector-present', edit: onRollout(({ spec }) => { spec.selector = {}; }) },
  { name: 'a selector of other pods', rule: 'rollouts/selector-matches-template', edit: onRollout(({ spec }) => { spec.selector.matchLabels = { app: 'other' }; }) },
  { name: 'a template without labels', rule: 'rollouts/selector-matches-template', edit: onRollout(({ spec }) => { delete spec.template.metadata.labels; }) },
  { name: 'ready later than the deadline', rule: 'rollouts/progress-deadline', edit: onRollout(({ spec }) => { spec.minReadySeconds = 700; }) },
  { name: 'no strategy', rule: 'rollouts/one-strategy', edit: onRollout(({ spec }) => { spec.strategy = {}; }) },
  { name: 'two strategies', rule: 'rollouts/one-strategy', edit: onCanary((_, objects) => { first(objects, 'Rollout').spec.strategy.blueGreen = { activeService: 'web' }; }) },
  { name: 'a restart policy of Jobs', rule: 'rollouts/pods-restart', edit: onRollout(({ spec }) => { spec.template.spec.restartPolicy = 'Never'; }) },
  { name: 'no container', rule: 'rollouts/containers', edit: onRollout(({ spec }) => { spec.template.spec.containers = []; }) },
  { name: 'a container without image', rule: 'rollouts/containers', edit: onRollout(({ spec }) => { delete spec.template.spec.containers[0].image; }) },
  { name: 'a port over 65535', rule: 'rollouts/container-ports', edit: onRollout(({ spec }) => { spec.template.spec.containers[0].ports[0].containerPort = 80800; }) },
  { name: 'a window of more revisions than are kept', rule: 'rollouts/rollback-window', edit: onRollout(({ spec }) => { spec.rollbackWindow = { revisions: 20 }; }) },
  { name: 'the hash of the controller in a selector', rule: 'rollouts/hash-by-hand', edit: onRollout(({ spec }) => { spec.template.metadata.labels['rollouts-pod-template-hash'] = 'abc'; }) },
  { name: 'anti-affinity in two ways', rule: 'rollouts/anti-affinity', edit: onCanary((canary) => {
    canary.antiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: {}, preferredDuringSchedulingIgnoredDuringExecution: { weight: 1 } };
  }) },
  // Canary.
  { name: 'a weight over 100', rule: 'rollouts/weight-in-range', edit: onStep('setWeight', (step) => { step.setWeight = 150; }) },
  { name: 'a weight below 0', rule: 'rollouts/weight-in-range', edit: onStep('setWeight', (step) => { step.setWeight = -5; }) },
  { name: 'a pause in words', rule: 'rollouts/pause-duration', edit: onCanary((canary) => { canary.steps.push({ pause: { duration: 'five minutes' } }); }) },
  { name: 'a pause in days', rule: 'rollouts/pause-duration', edit: onCanary((canary) => { canary.steps.push({ pause: { duration: '1d' } }); }) },
  { name: 'a pause of nothing', rule: 'rollouts/pause-of-nothing', edit: onCanary((canary) => { canary.steps.push({ pause: { duration: 0 } }); }) },
  { name: 'two actions in a step', rule: 'rollouts/one-action-a-step', edit: onStep('setWeight', (step) => { step.pause = {}; }) },
  { name: 'a scale beside a weight', rule: 'rollouts/mixed-step', edit: onRouted((canary) => { canary.steps[0].setCanaryScale = { replicas: 1 }; }) },
  { name: 'a step of an unknown kind', rule: 'schema/unknown-field', edit: onCanary((canary) => { canary.steps[0] = { setTraffic: 5 }; }) },
  { name: 'a step of nothing', rule: 'rollouts/one-action-a-step', edit: onCanary((canary) => { canary.steps[0] = {}; }) },
  { name: 'surge and unavailable both 0', rule: 'rollouts/surge-or-unavailable', edit: onCanary((canary) => { canary.maxSurge = 0; canary.maxUnavailable = 0; }) },
  { name: 'three percent instead of three', rule: 'rollouts/bare-percentage', edit: onCanary((canary) => { canary.maxSurge = '3'; }) },
  { name: 'a surge in words', rule: 'rollouts/surge-syntax', edit: onCanary((canary) => { canary.maxSurge = 'three'; }) },
  { name: 'stable and canary Service are one', rule: 'rollouts/services-differ', edit: onRouted((canary) => {
    if (!canary.stableService) return false;
    canary.canaryService = canary.stableService;
    return undefined;
  }) },
  { name: 'a scale down delay without router', rule: 'rollouts/needs-traffic-routing', edit: onUnrouted((canary) => { canary.scaleDownDelaySeconds = 30; }) },
  { name: 'a dynamic stable scale without router', rule: 'rollouts/needs-traffic-routing', edit: onUnrouted((canary) => { canary.dynamicStableScale = true; }) },
  { name: 'a scale without router', rule: 'rollouts/needs-traffic-routing', edit: onUnrouted((canary) => { canary.steps.push({ setCanaryScale: { replicas: 1 } }); }) },
  { name: 'a delay beside the dynamic scale', rule: 'rollouts/scale-down-contradiction', edit: onRouted((canary) => { canary.scaleDownDelaySeconds = 30; canary.dynamicStableScale = true; }) },
  { name: 'a header route without router', rule: 'rollouts/route-step-router', edit: onUnrouted((canary) => {
    canary.steps.push({ setHeaderRoute: { name: 'x', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } });
  }) },
  { name: 'a header route that is not managed', rule: 'rollouts/managed-routes-listed', edit: onStep('setHeaderRoute', (step) => { step.setHeaderRoute.name = 'another'; }) },
  { name: 'a mirror route that is not managed', rule: 'rollouts/managed-routes-listed', edit: onStep('setMirrorRoute', (step) => { step.setMirrorRoute.name = 'another'; }) },
  { name: 'a header without value', rule: 'rollouts/route-match-values', edit: onStep('setHeaderRoute', (step) => { step.setHeaderRoute.match[0].headerValue = {}; }) },
  { name: 'a header with two values', rule: 'rollouts/route-match-values', edit: onStep('setHeaderRoute', (step) => { step.setHeaderRoute.match[0].headerValue = { exact: 'a', prefix: 'b' }; }) },
  { name: 'a mirror of more than everything', rule: 'rollouts/mirror-percentage', edit: onStep('setMirrorRoute', (step) => { step.setMirrorRoute.percentage = 150; }) },
  { name: 'a scale below 0', rule: 'rollouts/canary-scale', edit: onStep('setCanaryScale', (step) => { step.setCanaryScale = { replicas: -1 }; }) },
  { name: 'an experiment without unit of time', rule: 'experiments/duration', edit: onStep('experiment', (step) => { step.experiment.duration = '60'; }) },
  { name: 'an experiment of an unknown version', rule: 'experiments/spec-ref', edit: onStep('experiment', (step) => { step.experiment.templates[0].specRef = 'latest'; }) },
  { name: 'an experiment without end', rule: 'experiments/has-an-end', edit: onStep('experiment', (step) => { delete step.experiment.duration; }) },
  { name: 'two templates of one name', rule: 'experiments/names-unique', edit: onStep('experiment', (step) => { step.experiment.templates.push(step.experiment.templates[0]); }) },
  { name: 'a maximum weight that the router does not know', rule: 'rollouts/max-traffic-weight', edit: onRouted(({ trafficRouting }) => {
    if (trafficRouting.nginx || trafficRouting.plugins) return false;
    trafficRouting.maxTrafficWeight = 1000;
    return undefined;
  }) },
  { name: 'a starting step after the end', rule: 'analysis/starting-step', edit: onCanary((canary) => {
    if (!canary.analysis) return false;
    canary.analysis.startingStep = 99;
    return undefined;
  }) },
  { name: 'weights that go down', rule: 'traffic/weights-ascend', edit: onCanary((canary) => { canary.steps.push({ setWeight: 1 }, { pause: { duration: '1m' } }, { setWeight: 0 }, { pause: { duration: '1m' } }); }) },
  // Blue-green.
  { name: 'active and preview are one', rule: 'rollouts/services-differ', edit: onBlueGreen((blueGreen) => { blueGreen.previewService = blueGreen.activeService; }) },
  { name: 'promotion by hand and by time', rule: 'rollouts/promotion-contradiction', edit: onBlueGreen((blueGreen) => { blueGreen.autoPromotionEnabled = false; blueGreen.autoPromotionSeconds = 300; }) },
  { name: 'more revisions wait than are kept', rule: 'rollouts/scale-down-history', edit: onBlueGreen((blueGreen) => { blueGreen.scaleDownDelayRevisionLimit = 20; }) },
  { name: 'a preview larger than production', rule: 'rollouts/preview-replicas', edit: onBlueGreen((blueGreen) => { blueGreen.previewReplicaCount = 500; }) },
  // Objects beside the Rollout.
  { name: 'a Service that is gone', rule: 'references/services-exist', edit: onNamedService((service, objects) => { remove(objects, service); }) },
  { name: 'a Service of another name', rule: 'references/services-exist', edit: onNamedService((service) => { service.metadata.name += '-old'; }) },
  { name: 'a Service of other pods', rule: 'references/service-selects-pods', edit: onNamedService((service) => { service.spec.selector = { app: 'other' }; }) },
  { name: 'a Service to a port by a name that no container has', rule: 'references/service-port-named', edit: onKind('Service', (service) => { service.spec.ports[0].targetPort = 'web-port'; }) },
  { name: 'a VirtualService that is gone', rule: 'references/virtual-service-exists', edit: onKind('VirtualService', (service, objects) => { remove(objects, service); }) },
  { name: 'a route of another name', rule: 'traffic/virtual-service-routes', edit: onKind('VirtualService', (service) => { service.spec.http[0].name = 'main'; }) },
  { name: 'a destination that is missing', rule: 'traffic/virtual-service-destinations', edit: onKind('VirtualService', (service) => {
    const [, canary] = service.spec.http[0].route;
    canary.weight = 100;
    service.spec.http[0].route = [canary];
  }) },
  { name: 'weights that are not 100', rule: 'traffic/weights-sum', edit: onKind('VirtualService', (service) => { service.spec.http[0].route[0].weight = 90; }) },
  { name: 'weights left out', rule: 'traffic/weights-given', edit: onKind('VirtualService', (service) => { for (const route of service.spec.http[0].route) delete route.weight; }) },
  { name: 'a DestinationRule that is gone', rule: 'references/destination-rule-exists', edit: onKind('DestinationRule', (rule, objects) => { remove(objects, rule); }) },
  { name: 'a subset of another name', rule: 'traffic/destination-rule-subsets', edit: onKind('DestinationRule', (rule) => { rule.spec.subsets[0].name = 'main'; }) },
  { name: 'the host of another Service', rule: 'references/destination-rule-host-exists', edit: onKind('DestinationRule', (rule) => { rule.spec.host = 'web-old'; }) },
  // Routers and their objects.
  { name: 'a port that the name use-annotation hides', rule: 'traffic/alb-use-annotation', edit: onRouter('alb', (_, objects) => { ingressPath(objects).backend.service.port = { number: 8080 }; }) },
  { name: 'no Ingress for NGINX', rule: 'traffic/router-objects-named', edit: onRouter('nginx', (nginx) => { delete nginx.stableIngress; }) },
  { name: 'one Ingress and several', rule: 'traffic/router-objects-named', edit: onRouter('nginx', (nginx) => { nginx.stableIngresses = ['web']; }) },
  { name: 'an Ingress that leads elsewhere', rule: 'traffic/ingress-leads-to-service', edit: onRouter('nginx', (_, objects) => { ingressPath(objects).backend.service.name = 'web-canary'; }) },
  { name: 'an Ingress that is gone', rule: 'references/ingresses-exist', edit: onRouter('nginx', (_, objects) => { remove(objects, first(objects, 'Ingress')); }) },
  { name: 'stickiness for a month', rule: 'traffic/alb-stickiness', edit: onRouter('alb', (alb) => { alb.stickinessConfig = { enabled: true, durationSeconds: 2592000 }; }) },
  { name: 'a forwarding action in Git', rule: 'traffic/alb-action-in-git', edit: onRouter('alb', (_, objects) => {
    first(objects, 'Ingress').metadata.annotations['alb.ingress.kubernetes.io/actions.web-stable'] = '{}';
  }) },
  { name: 'a setting of the Gateway API plugin that does not exist', rule: 'gateway-api/plugin-config', edit: onGateway((config) => { config.httpRouts = []; }) },
  { name: 'no route for the Gateway API plugin', rule: 'gateway-api/plugin-config', edit: onGateway((config) => { for (const key of Object.keys(config)) delete config[key]; }) },
  { name: 'a route without the canary', rule: 'gateway-api/route-backends', edit: onKind('HTTPRoute', (route) => { route.spec.rules[0].backendRefs.pop(); }) },
  { name: 'a route that is gone', rule: 'references/router-objects-exist', edit: onKind('HTTPRoute', (route, objects) => { remove(objects, route); }) },
  { name: 'a TraefikService of one Service', rule: 'traffic/traefik-service-weighted', edit: onKind('TraefikService', (service) => { service.spec.weighted.services.pop(); }) },
  { name: 'an ApisixRoute rule of another name', rule: 'traffic/apisix-route-backends', edit: onKind('ApisixRoute', (route) => { route.spec.http[0].name = 'main'; }) },
  { name: 'a Mapping with a weight', rule: 'traffic/mapping-service', edit: onKind('Mapping', (mapping) => { mapping.spec.weight = 50; }) },
  { name: 'no Mapping', rule: 'traffic/router-objects-named', edit: onRouter('ambassador', (ambassador) => { ambassador.mappings = []; }) },
  { name: 'three targets in App Mesh', rule: 'traffic/app-mesh-routes', edit: onKind('VirtualRouter', (router) => {
    const { weightedTargets } = router.spec.routes[0].httpRoute.action;
    weightedTargets.push(weightedTargets[0]);
  }) },
  { name: 'a TrafficSplit that the controller makes itself', rule: 'traffic/controller-objects', edit: onRouter('smi', (_, objects) => {
    objects.push({ apiVersion: 'split.smi-spec.io/v1alpha1', kind: 'TrafficSplit', metadata: { name: 'web', namespace: 'shop' }, spec: { service: 'web', backends: [] } });
  }) },
  { name: 'ping and pong are one', rule: 'rollouts/ping-pong', edit: onCanary((canary) => {
    if (!canary.pingPong) return false;
    canary.pingPong.pongService = canary.pingPong.pingService;
    return undefined;
  }) },
  // Analysis.
  { name: 'a template that is gone', rule: 'references/analysis-templates-exist', edit: onUsedMetric((_, objects) => {
    remove(objects, objects.find(({ kind, metadata }) => kind === 'AnalysisTemplate' && metadata.name === 'errors')!);
  }) },
  { name: 'an argument that nobody supplies', rule: 'analysis/args-supplied', edit: onUsedMetric((_, objects) => {
    for (const template of objects) if (template.kind === 'AnalysisTemplate') (template as any).spec.args.push({ name: 'region' });
  }) },
  { name: 'an argument that is not declared', rule: 'analysis/placeholders', edit: onMetric((metric) => { metric.provider.prometheus.query = 'up{region="{{args.region}}"}'; }) },
  { name: 'an inline check without end', rule: 'analysis/bounded-inline', edit: onUsedMetric((metric) => { delete metric.count; }) },
  { name: 'a check that cannot fail', rule: 'analysis/condition-present', edit: onMetric((metric) => { delete metric.successCondition; delete metric.failureCondition; }) },
  { name: 'a limit that is never passed', rule: 'analysis/failure-reachable', edit: onUsedMetric((metric) => { metric.failureLimit = metric.count; }) },
  { name: 'more failures than measurements', rule: 'analysis/metric-limits', edit: onUsedMetric((metric) => { metric.failureLimit = 50; }) },
  { name: 'an interval without unit', rule: 'analysis/metric-duration', edit: onMetric((metric) => { metric.interval = '60'; }) },
  { name: 'no provider', rule: 'analysis/one-provider', edit: onMetric((metric) => { metric.provider = {}; }) },
  { name: 'two providers', rule: 'analysis/one-provider', edit: onMetric((metric) => { metric.provider.wavefront = { address: 'example.wavefront.com', query: 'ts()' }; }) },
  { name: 'an address without scheme', rule: 'analysis/provider-address', edit: onMetric((metric) => { metric.provider.prometheus.address = 'prometheus:9090'; }) },
  { name: 'a metric named twice', rule: 'analysis/metric-names-unique', edit: onUsedMetric((metric, objects) => {
    (objects.find(({ metadata }) => metadata.name === 'errors') as any).spec.metrics.push(structuredClone(metric));
  }) },
  // Any object.
  { name: 'a name with capitals', rule: 'manifests/name-syntax', edit: onKind('Service', (service) => { service.metadata.name = 'Web_1'; }) },
  { name: 'a wave in words', rule: 'sync/wave-annotation', edit: onRollout(({ metadata }) => { metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/sync-wave': 'late' }; }) },
  { name: 'an annotation of Argo CD that does not exist', rule: 'sync/known-annotation', edit: onRollout(({ metadata }) => { metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/syncwave': '1' }; }) },
  { name: 'an object twice', rule: 'manifests/unique', edit: onKind('Service', (service, objects) => { objects.push(structuredClone(service)); }) },
];
