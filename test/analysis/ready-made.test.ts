import type { Metric } from '../../src/analysis/metric';
import { AlbMetrics } from '../../src/analysis/ready-made/alb';
import { EnvoyGatewayMetrics } from '../../src/analysis/ready-made/envoy-gateway';
import { HttpMetrics } from '../../src/analysis/ready-made/http';
import { IstioMetrics } from '../../src/analysis/ready-made/istio';
import { LinkerdMetrics } from '../../src/analysis/ready-made/linkerd';
import { NginxMetrics } from '../../src/analysis/ready-made/nginx';

const address = 'http://prometheus.monitoring:9090';
const atLeast = 0.95;
const queryOf = (metric: Metric) => metric._toKube().provider.prometheus?.query;

describe('a success rate', () => {
  test('counts failures, none of them included, among all requests', () => {
    const metric = IstioMetrics.successRate({
      address, service: '{{args.service}}', atLeast, window: '10m', interval: '1m', count: 5, failureLimit: 1, timeout: '5s', where: { request_protocol: 'http' },
    });
    const series = 'reporter="source",destination_service_name="{{args.service}}",request_protocol="http"';
    expect(metric._toKube()).toEqual({
      name: 'success-rate', interval: '1m', count: 5, failureLimit: 1,
      successCondition: 'len(result) > 0 && none(result, {isNaN(#)}) && all(result, {# >= 0.95})',
      failureCondition: 'len(result) > 0 && none(result, {isNaN(#)}) && any(result, {# < 0.95})',
      provider: { prometheus: {
        address, timeout: 5,
        query: `1 - (sum(rate(istio_requests_total{${series},response_code=~"5.."}[10m])) or vector(0))\n`
          + `  / sum(rate(istio_requests_total{${series}}[10m]))`,
      } },
    });
  });

  test.each([
    ['Istio, a workload', IstioMetrics.successRate({ address, workload: 'web', namespace: 'shop', revision: 'v2', reporter: 'destination', atLeast }),
      'istio_requests_total{reporter="destination",destination_workload="web",destination_workload_namespace="shop",destination_canonical_revision="v2"'],
    ['NGINX, the canary', NginxMetrics.successRate({ address, namespace: 'shop', ingress: 'web', atLeast }),
      'nginx_ingress_controller_requests{namespace="shop",ingress="web",canary!="",status=~"5.."}'],
    ['NGINX, the stable pods', NginxMetrics.successRate({ address, namespace: 'shop', ingress: 'web', pods: 'stable', atLeast }),
      'nginx_ingress_controller_requests{namespace="shop",ingress="web",canary="",status=~"5.."}'],
    ['Linkerd, a Service', LinkerdMetrics.successRate({ address, namespace: 'shop', service: 'web-canary', atLeast }),
      'response_total{direction="outbound",dst_namespace="shop",dst_service="web-canary",classification="failure"}'],
    ['Linkerd, pods', LinkerdMetrics.successRate({ address, namespace: 'shop', podTemplateHash: '{{args.hash}}', atLeast }),
      'response_total{direction="inbound",namespace="shop",rollouts_pod_template_hash="{{args.hash}}",classification="failure"}'],
    ['Envoy Gateway, a rule', EnvoyGatewayMetrics.successRate({ address, namespace: 'shop', httpRoute: 'web', atLeast }),
      'envoy_cluster_upstream_rq_xx{envoy_cluster_name=~"httproute/shop/web/rule/0(/backend/.*)?",envoy_response_code_class="5"}'],
    ['plain counters', HttpMetrics.successRate({ address, labels: { service: 'web' }, statusLabel: 'status', atLeast, window: '{{args.window}}' }),
      'http_requests_total{service="web",status=~"5.."}[{{args.window}}]'],
  ])('reads the series of %s', (_title, metric, series) => {
    expect(queryOf(metric)).toContain(series);
  });

  test('refuses a share in percent', () => {
    expect(() => HttpMetrics.successRate({ address, labels: {}, atLeast: 95 })).toThrow('metric "success-rate": atLeast is 95. give a share from 0 to 1');
  });
});

describe('a latency', () => {
  test.each([
    [IstioMetrics.latency({ address, service: 'web', percentile: 99, below: '0.5s' }), 'latency-p99', '{# < 500}', 'istio_request_duration_milliseconds_bucket'],
    [NginxMetrics.latency({ address, namespace: 'shop', ingress: 'web', percentile: 95, below: '500ms' }), 'latency-p95', '{# < 0.5}', 'request_duration_seconds_bucket'],
    [LinkerdMetrics.latency({ address, namespace: 'shop', service: 'web', percentile: 50, below: '20ms' }), 'latency-p50', '{# < 20}', 'response_latency_ms_bucket'],
    [EnvoyGatewayMetrics.latency({ address, namespace: 'shop', httpRoute: 'web', backend: 1, percentile: 99, below: '1s' }), 'latency-p99', '{# < 1000}',
      'envoy_cluster_upstream_rq_time_bucket{envoy_cluster_name="httproute/shop/web/rule/0/backend/1"}'],
    [HttpMetrics.latency({ address, labels: { app: 'web' }, percentile: 99.9, below: '1.5s', name: 'slowest' }), 'slowest', '{# < 1.5}', 'histogram_quantile(0.999,'],
  ])('is compared in the unit of its histogram: %#', (metric, name, limit, query) => {
    expect(metric.name).toBe(name);
    expect(metric._toKube().successCondition).toContain(limit);
    expect(queryOf(metric)).toContain(query);
  });

  test('refuses a percentile that is a share of more than all, and a limit without a unit', () => {
    const props = { address, labels: {}, below: '1s' } as const;
    expect(() => HttpMetrics.latency({ ...props, percentile: 100 })).toThrow('percentile is 100. give a number between 0 and 100');
    expect(() => HttpMetrics.latency({ ...props, percentile: 99, below: '500' as never })).toThrow('below is "500". write milliseconds or seconds');
  });
});

describe('AlbMetrics', () => {
  const target = { loadBalancer: 'app/web/1', targetGroup: 'targetgroup/web/2' };
  const dimensions = [{ name: 'LoadBalancer', value: 'app/web/1' }, { name: 'TargetGroup', value: 'targetgroup/web/2' }];

  test('divides failures by requests', () => {
    expect(AlbMetrics.successRate({ ...target, atLeast })._toKube().provider).toMatchObject({ cloudWatch: { metricDataQueries: [
      { id: 'failures', returnData: false, metricStat: { metric: { metricName: 'HTTPCode_Target_5XX_Count', dimensions }, period: 300, stat: 'Sum' } },
      { id: 'requests', returnData: false, metricStat: { metric: { metricName: 'RequestCount', dimensions } } },
      { id: 'rate', expression: '1 - FILL(failures, 0) / requests' },
    ] } });
  });

  test('reads a percentile in seconds', () => {
    const wire = AlbMetrics.latency({ ...target, percentile: 99, below: '250ms', window: '10m' })._toKube();
    expect(wire.successCondition).toContain('# < 0.25');
    expect(wire.provider).toMatchObject({ cloudWatch: { interval: '10m', metricDataQueries: [{ metricStat: { stat: 'p99', period: 600 } }] } });
  });
});
