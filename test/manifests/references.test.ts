import { load } from 'js-yaml';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { type Reference, referencesOf, resolve } from '../../src/manifests/references';
import type { Unit } from '../../src/manifests/unit';

const shop: Unit = { id: 'shop', namespace: 'shop', destination: { cluster: 'production' } };

function references(yaml: string): readonly Reference[] {
  return referencesOf(new ManifestSet().add(shop, load(yaml) as Manifest));
}

/** One line a reference: role, target, pointer, flags. */
function lines(yaml: string): string[] {
  return references(yaml).map((r) => {
    const group = r.group ? `${r.group}/` : '';
    const flags = `${r.elsewhere ? ' elsewhere' : ''}${r.optional ? ' optional' : ''}`;
    return `${r.role}: ${group}${r.kind} ${r.namespace}/${r.name} at ${r.pointer}${flags}`;
  });
}

describe('Rollout', () => {
  test('canary: services, routers, analyses of steps, background and experiments', () => {
    expect(lines(`
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec:
  strategy:
    canary:
      stableService: web-stable
      canaryService: web-canary
      pingPong: { pingService: web-ping, pongService: web-pong }
      analysis: { templates: [{ templateName: errors }] }
      trafficRouting:
        istio:
          virtualServices: [{ name: web }, { name: web.mesh }]
          destinationRule: { name: web }
        nginx: { stableIngresses: [web, api] }
        alb: { ingress: public, rootService: web-root, servicePort: 80 }
      steps:
        - setWeight: 5
        - analysis: { templates: [{ templateName: latency, clusterScope: true }] }
        - experiment: { templates: [], analyses: [{ name: a, templateName: compare }] }
`)).toEqual([
      'stable service: Service shop/web-stable at /spec/strategy/canary/stableService',
      'canary service: Service shop/web-canary at /spec/strategy/canary/canaryService',
      'ping service: Service shop/web-ping at /spec/strategy/canary/pingPong/pingService',
      'pong service: Service shop/web-pong at /spec/strategy/canary/pingPong/pongService',
      'analysis template: argoproj.io/AnalysisTemplate shop/errors at /spec/strategy/canary/analysis/templates/0/templateName',
      'cluster analysis template: argoproj.io/ClusterAnalysisTemplate /latency at /spec/strategy/canary/steps/1/analysis/templates/0/templateName',
      'analysis template: argoproj.io/AnalysisTemplate shop/compare at /spec/strategy/canary/steps/2/experiment/analyses/0/templateName',
      'virtual service: networking.istio.io/VirtualService shop/web at /spec/strategy/canary/trafficRouting/istio/virtualServices/0/name',
      'virtual service: networking.istio.io/VirtualService mesh/web at /spec/strategy/canary/trafficRouting/istio/virtualServices/1/name',
      'destination rule: networking.istio.io/DestinationRule shop/web at /spec/strategy/canary/trafficRouting/istio/destinationRule/name',
      'stable ingress: networking.k8s.io/Ingress shop/web at /spec/strategy/canary/trafficRouting/nginx/stableIngresses/0',
      'stable ingress: networking.k8s.io/Ingress shop/api at /spec/strategy/canary/trafficRouting/nginx/stableIngresses/1',
      'ingress: networking.k8s.io/Ingress shop/public at /spec/strategy/canary/trafficRouting/alb/ingress',
      'root service: Service shop/web-root at /spec/strategy/canary/trafficRouting/alb/rootService',
    ]);
  });

  test('blue-green, and the workload that the pods come from', () => {
    expect(lines(`
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: api, namespace: other }
spec:
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  strategy:
    blueGreen:
      activeService: api
      previewService: api-preview
      prePromotionAnalysis: { templates: [{ templateName: smoke }] }
      postPromotionAnalysis: { templates: [{ templateName: errors }] }
`)).toEqual([
      'active service: Service other/api at /spec/strategy/blueGreen/activeService',
      'preview service: Service other/api-preview at /spec/strategy/blueGreen/previewService',
      'analysis template: argoproj.io/AnalysisTemplate other/smoke at /spec/strategy/blueGreen/prePromotionAnalysis/templates/0/templateName',
      'analysis template: argoproj.io/AnalysisTemplate other/errors at /spec/strategy/blueGreen/postPromotionAnalysis/templates/0/templateName',
      'workload: apps/Deployment other/api at /spec/workloadRef/name',
    ]);
  });

  test('a wrong shape names nothing', () => {
    expect(lines(`
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec: { strategy: { canary: { steps: { setWeight: 5 }, stableService: 7, trafficRouting: [] } }, template: null }
`)).toEqual([]);
  });
});

const POD = `
serviceAccountName: web
imagePullSecrets: [{ name: registry }]
volumes:
  - { name: a, persistentVolumeClaim: { claimName: data } }
  - { name: b, configMap: { name: settings, optional: true } }
  - { name: c, secret: { secretName: tls } }
  - { name: d, projected: { sources: [{ configMap: { name: ca } }, { secret: { name: token } }] } }
initContainers:
  - { name: init, env: [{ name: A, valueFrom: { configMapKeyRef: { name: flags, key: a } } }] }
containers:
  - name: web
    envFrom: [{ configMapRef: { name: env } }, { secretRef: { name: passwords, optional: true } }]
    env: [{ name: B, valueFrom: { secretKeyRef: { name: key, key: b } } }]
`;
const POD_TARGETS = [
  'ServiceAccount/web', 'Secret/registry', 'PersistentVolumeClaim/data', 'ConfigMap/settings optional', 'Secret/tls', 'ConfigMap/ca',
  'Secret/token', 'ConfigMap/flags', 'ConfigMap/env', 'Secret/passwords optional', 'Secret/key',
];

test.each([
  ['argoproj.io/v1alpha1', 'Rollout', '/spec/template/spec'],
  ['apps/v1', 'Deployment', '/spec/template/spec'],
  ['apps/v1', 'StatefulSet', '/spec/template/spec'],
  ['apps/v1', 'DaemonSet', '/spec/template/spec'],
  ['batch/v1', 'Job', '/spec/template/spec'],
  ['batch/v1', 'CronJob', '/spec/jobTemplate/spec/template/spec'],
  ['v1', 'Pod', '/spec'],
])('%s %s: what its pods need is looked up and may live elsewhere', (apiVersion, kind, path) => {
  const spec = path.split('/').slice(1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), load(POD));
  const entry = new ManifestSet().add(shop, { apiVersion, kind, metadata: { name: 'web' }, ...(spec as object) });
  const found = referencesOf(entry);
  expect(found.map((r) => `${r.kind}/${r.name}${r.optional ? ' optional' : ''}`)).toEqual(POD_TARGETS);
  expect(found.every((r) => r.elsewhere && r.namespace === 'shop' && r.pointer.startsWith(`${path}/`))).toBe(true);
});

describe('routing', () => {
  test('HorizontalPodAutoscaler', () => {
    expect(lines(`
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web } }
`)).toEqual(['scale target: argoproj.io/Rollout shop/web at /spec/scaleTargetRef/name']);
  });

  test('Ingress, where an action of the AWS controller is no Service', () => {
    expect(lines(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  defaultBackend: { service: { name: fallback, port: { number: 80 } } }
  rules:
    - http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }
          - { path: /a, pathType: Prefix, backend: { service: { name: web-root, port: { name: use-annotation } } } }
`)).toEqual([
      'backend: Service shop/fallback at /spec/defaultBackend/service/name',
      'backend: Service shop/web at /spec/rules/0/http/paths/0/backend/service/name',
    ]);
  });

  test('VirtualService: hosts that are Services, gateways, delegates', () => {
    expect(lines(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  gateways: [mesh, public, istio-system/edge]
  http:
    - route:
        - destination: { host: web-stable }
        - destination: { host: web.other.svc.cluster.local }
        - destination: { host: api.example.com }
      mirror: { host: shadow }
    - delegate: { name: rest, namespace: other }
  tcp:
    - route: [{ destination: { host: db.data.svc } }]
`)).toEqual([
      'gateway: networking.istio.io/Gateway shop/public at /spec/gateways/1 elsewhere',
      'gateway: networking.istio.io/Gateway istio-system/edge at /spec/gateways/2 elsewhere',
      'destination: Service shop/web-stable at /spec/http/0/route/0/destination/host',
      'destination: Service other/web at /spec/http/0/route/1/destination/host',
      'mirror: Service shop/shadow at /spec/http/0/mirror/host',
      'delegate: networking.istio.io/VirtualService other/rest at /spec/http/1/delegate/name',
      'destination: Service data/db at /spec/tcp/0/route/0/destination/host',
    ]);
  });
});

describe('analysis', () => {
  test('a template names templates and secrets, and what the pods of a job metric need', () => {
    expect(lines(`
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: all }
spec:
  templates: [{ templateName: errors }, { templateName: latency, clusterScope: true }]
  args: [{ name: token, valueFrom: { secretKeyRef: { name: datadog, key: token } } }]
  metrics: [{ name: smoke, provider: { job: { spec: { template: { spec: { serviceAccountName: smoke } } } } } }]
`)).toEqual([
      'analysis template: argoproj.io/AnalysisTemplate shop/errors at /spec/templates/0/templateName',
      'cluster analysis template: argoproj.io/ClusterAnalysisTemplate /latency at /spec/templates/1/templateName',
      'secret of an argument: Secret shop/datadog at /spec/args/0/valueFrom/secretKeyRef/name elsewhere',
      'service account: ServiceAccount shop/smoke at /spec/metrics/0/provider/job/spec/template/spec/serviceAccountName elsewhere',
    ]);
  });

  test('a cluster-wide template names templates of a namespace that is not known yet', () => {
    expect(references(`
apiVersion: argoproj.io/v1alpha1
kind: ClusterAnalysisTemplate
metadata: { name: all }
spec: { templates: [{ templateName: errors }] }
`)).toEqual([expect.objectContaining({ kind: 'AnalysisTemplate', name: 'errors', elsewhere: true })]);
  });
});

describe('applications', () => {
  test('an Application names its project, of which Argo CD makes one itself', () => {
    const application = (project: string) => references(`
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec: { project: '${project}' }
`);
    expect(application('shop')).toEqual([expect.objectContaining({ kind: 'AppProject', namespace: 'argocd', name: 'shop' })]);
    expect(application('shop')[0]?.elsewhere).toBeUndefined();
    expect(application('default')[0]?.elsewhere).toBe(true);
  });

  test('a placeholder names nothing yet', () => {
    expect(references(`
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: web }
spec: { template: { spec: { project: '{{project}}' } } }
`)).toEqual([]);
  });
});

describe('resolve', () => {
  const rollout = load(`
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec:
  strategy:
    canary:
      stableService: web
      analysis: { templates: [{ templateName: errors, clusterScope: true }] }
`) as Manifest;
  const service: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
  const template: Manifest = { apiVersion: 'argoproj.io/v1alpha1', kind: 'ClusterAnalysisTemplate', metadata: { name: 'errors' } };
  const resolveAll = (set: ManifestSet, entry = set.add(shop, rollout)) => referencesOf(entry).map((r) => resolve(set, entry, r));

  test('in the unit', () => {
    const set = new ManifestSet();
    const found = set.add(shop, service);
    expect(resolveAll(set)[0]).toEqual({ entry: found });
  });

  test('in another unit of the same cluster and namespace', () => {
    const set = new ManifestSet();
    const found = set.add({ ...shop, id: 'services' }, service);
    set.add({ ...shop, id: 'elsewhere', destination: { cluster: 'staging' } }, service);
    expect(resolveAll(set)[0]).toEqual({ entry: found });
  });

  test('not in another namespace, nor in another cluster', () => {
    const set = new ManifestSet();
    set.add({ ...shop, id: 'services', namespace: 'other' }, service);
    set.add({ ...shop, id: 'elsewhere', destination: { cluster: 'staging' } }, service);
    expect(resolveAll(set)[0]).toBeUndefined();
  });

  test('what was declared to live elsewhere', () => {
    const set = new ManifestSet();
    set.addExternal(shop, { group: '', kind: 'Service', namespace: 'shop', name: 'web' });
    expect(resolveAll(set)[0]).toBe('external');
  });

  test('a cluster-wide object from a unit of any namespace, added before or after', () => {
    const set = new ManifestSet();
    const entry = set.add(shop, rollout);
    expect(resolveAll(set, entry)[1]).toBeUndefined();
    const found = set.add({ id: 'platform', namespace: 'argo-rollouts', destination: { cluster: 'production' } }, template);
    expect(resolveAll(set, entry)[1]).toEqual({ entry: found });
  });

  test('not a cluster-wide object of another cluster', () => {
    const set = new ManifestSet();
    set.add({ id: 'platform', namespace: 'argo-rollouts', destination: { cluster: 'staging' } }, template);
    expect(resolveAll(set)[1]).toBeUndefined();
  });

  test('a cluster-wide object that was declared without a namespace', () => {
    const set = new ManifestSet();
    set.addExternal(shop, { group: 'argoproj.io', kind: 'ClusterAnalysisTemplate', namespace: '', name: 'errors' });
    expect(resolveAll(set)[1]).toBe('external');
  });
});
