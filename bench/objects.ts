import { ApiObject, type Chart } from 'cdk8s';

/** Objects that a service has in practice; how many of them a chart gets is up to the case. */
const KINDS = [rollout, stableService, canaryService, virtualService, analysisTemplate];

/**
 * Fills a chart with plain objects that name each other as those of a canary do: a Rollout, its Services, its VirtualService,
 * the AnalysisTemplate, and ConfigMaps for the rest. Both sides of a comparison get the same ones.
 */
export function addObjects(chart: Chart, count: number): void {
  for (let i = 0; i < count; i++) {
    const kind = KINDS[i];
    if (kind) kind(chart);
    else configMap(chart, i);
  }
}

function rollout(chart: Chart): void {
  const labels = { 'app.kubernetes.io/name': 'web' };
  new ApiObject(chart, 'Rollout', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: {
      replicas: 10,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{
            name: 'main',
            image: 'registry.example.com/web:2.1.0',
            ports: [{ containerPort: 8080 }],
            env: Array.from({ length: 10 }, (_, i) => ({ name: `SETTING_${i}`, value: `value of setting ${i}` })),
            resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } },
            readinessProbe: { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 5 },
            securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true },
          }],
        },
      },
      strategy: {
        canary: {
          stableService: 'web-stable',
          canaryService: 'web-canary',
          trafficRouting: { istio: { virtualService: { name: 'web', routes: ['primary'] } } },
          steps: [
            { setWeight: 5 },
            { pause: { duration: '5m' } },
            { analysis: { templates: [{ templateName: 'error-rate' }], args: [{ name: 'service', value: 'web-canary' }] } },
            { setWeight: 50 },
            { pause: { duration: '10m' } },
          ],
        },
      },
    },
  });
}

function stableService(chart: Chart): void {
  service(chart, 'StableService', 'web-stable');
}

function canaryService(chart: Chart): void {
  service(chart, 'CanaryService', 'web-canary');
}

function service(chart: Chart, id: string, name: string): void {
  new ApiObject(chart, id, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { 'app.kubernetes.io/name': 'web' }, ports: [{ name: 'http', port: 8080, targetPort: 8080 }] },
  });
}

function virtualService(chart: Chart): void {
  const to = (host: string, weight: number): object => ({ destination: { host }, weight });
  new ApiObject(chart, 'VirtualService', {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'web' },
    spec: {
      hosts: ['web.example.com'],
      gateways: ['istio-system/public'],
      http: [{ name: 'primary', route: [to('web-stable', 100), to('web-canary', 0)] }],
    },
  });
}

function analysisTemplate(chart: Chart): void {
  new ApiObject(chart, 'AnalysisTemplate', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'error-rate' },
    spec: {
      args: [{ name: 'service' }],
      metrics: [{
        name: 'error-rate',
        interval: '1m',
        count: 5,
        failureLimit: 1,
        successCondition: 'len(result) > 0 && all(result, {# < 0.05})',
        failureCondition: 'len(result) > 0 && any(result, {# >= 0.05})',
        provider: {
          prometheus: {
            address: 'http://prometheus.monitoring:9090',
            query: 'sum(rate(http_requests_total{service="{{args.service}}",status=~"5.."}[5m])) or vector(0)',
          },
        },
      }],
    },
  });
}

function configMap(chart: Chart, i: number): void {
  const data = Object.fromEntries(Array.from({ length: 8 }, (_, line) => [`setting-${line}.conf`, `level = ${line}\nname = "config ${i}"\n`]));
  new ApiObject(chart, `Config${i}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `config-${i}` }, data });
}
