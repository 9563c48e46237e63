import * as kplus from 'cdk8s-plus-27';
import { PodMonitor } from '../../src/companions/pod-monitor';
import { ServiceMonitor } from '../../src/companions/service-monitor';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, theObject, webContainer } from '../shop';

function rolloutIn(chart: ReturnType<typeof shopChart>): CanaryRollout {
  const { portNumber: _, ...container } = webContainer();
  return new CanaryRollout(chart, 'Web', {
    containers: [{ ...container, ports: [{ name: 'http', number: 8080 }, { number: 9102 }] }],
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    trafficRouting: TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] }),
    steps: [],
  });
}

describe('PodMonitor', () => {
  test('asks the pods and keeps the label that tells the versions apart', () => {
    const chart = shopChart();
    new PodMonitor(chart, 'Metrics', {
      rollout: rolloutIn(chart), port: 'http', interval: '30s', path: '/internal/metrics', podTargetLabels: ['team'], metadata: { labels: { release: 'prometheus' } },
    });
    const manifests = chart.toJson();
    expect(theObject(manifests, 'PodMonitor').metadata).toMatchObject({ name: 'metrics', labels: { release: 'prometheus' } });
    expect(specOf(manifests, 'PodMonitor')).toEqual({
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      podTargetLabels: ['rollouts-pod-template-hash', 'team'],
      podMetricsEndpoints: [{ port: 'http', path: '/internal/metrics', interval: '30s' }],
    });
  });

  test('finds a port by its number, of a container that is added later', () => {
    const chart = shopChart();
    const web = rolloutIn(chart);
    new PodMonitor(chart, 'Metrics', { rollout: web, port: 9404 });
    web.addContainer({ name: 'exporter', image: 'registry.example.com/exporter:1', portNumber: 9404, readiness: kplus.Probe.fromHttpGet('/') });
    expect(specOf(chart.toJson(), 'PodMonitor').podMetricsEndpoints).toEqual([{ portNumber: 9404 }]);
  });

  test('refuses a port that no container has', () => {
    const chart = shopChart();
    new PodMonitor(chart, 'Metrics', { rollout: rolloutIn(chart), port: 'metrics' });
    expect(() => chart.toJson()).toThrow(/no container of web has the port "metrics".* its ports are: http, 9102/);
  });

  test.each([
    [{ path: 'metrics' }, /start it with a slash/],
    [{ interval: '10s', scrapeTimeout: '15s' }, /scrapeTimeout is longer than interval/],
  ] as const)('refuses %j', (props, message) => {
    const chart = shopChart();
    expect(() => new PodMonitor(chart, 'Metrics', { rollout: rolloutIn(chart), port: 'http', ...props })).toThrow(message);
  });
});

describe('ServiceMonitor', () => {
  test('finds one Service of the rollout and no other', () => {
    const chart = shopChart();
    const web = rolloutIn(chart);
    new ServiceMonitor(chart, 'Metrics', { service: web.stableService, port: 'http', scheme: 'https' });
    const manifests = chart.toJson();
    expect(specOf(manifests, 'ServiceMonitor')).toEqual({
      selector: { matchLabels: { 'service-monitor': 'web-stable' } },
      podTargetLabels: ['rollouts-pod-template-hash'],
      endpoints: [{ port: 'http', scheme: 'https' }],
    });
    expect(theObject(manifests, 'Service', 'web-stable').metadata.labels).toEqual({ 'service-monitor': 'web-stable' });
    expect(theObject(manifests, 'Service', 'web-canary').metadata.labels).toBeUndefined();
  });

  test('refuses a port that the Service does not name', () => {
    const chart = shopChart();
    new ServiceMonitor(chart, 'Metrics', { service: rolloutIn(chart).stableService, port: 'metrics' });
    expect(() => chart.toJson()).toThrow(/the Service web-stable has no port named "metrics".* its ports are: http/);
  });
});
