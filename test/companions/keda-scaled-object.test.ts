import * as kplus from 'cdk8s-plus-27';
import { KedaScaledObject } from '../../src/companions/keda-scaled-object';
import { KedaTrigger } from '../../src/companions/keda-trigger';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { SyncWaves } from '../../src/sync/sync-waves';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, theObject, webContainer } from '../shop';

const requests = KedaTrigger.prometheus({ serverAddress: 'http://prometheus.monitoring:9090', query: 'sum(rate(http_requests_total[2m]))', threshold: 50 });

function rolloutIn(chart: ReturnType<typeof shopChart>): CanaryRollout {
  return new CanaryRollout(chart, 'Web', { replicas: 3, containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
}

describe('KedaScaledObject', () => {
  test('scales the Rollout, whose replicas leave the YAML', () => {
    const chart = shopChart();
    new KedaScaledObject(chart, 'Scaling', {
      target: rolloutIn(chart),
      minReplicaCount: 2,
      maxReplicaCount: 20,
      triggers: [requests, KedaTrigger.cpuUtilization(70), KedaTrigger.ofType('cron', { metadata: { desiredReplicas: 5 }, authentication: 'shop' })],
      fallback: { failureThreshold: 3, replicas: 6 },
      cooldownPeriod: '10m',
    });
    const manifests = chart.toJson();
    expect(specOf(manifests, 'Rollout')).not.toHaveProperty('replicas');
    expect(theObject(manifests, 'ScaledObject')).toMatchObject({ apiVersion: 'keda.sh/v1alpha1', metadata: { name: 'scaling' } });
    expect(specOf(manifests, 'ScaledObject')).toEqual({
      scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' },
      minReplicaCount: 2,
      maxReplicaCount: 20,
      cooldownPeriod: 600,
      fallback: { failureThreshold: 3, replicas: 6 },
      triggers: [
        { type: 'prometheus', metadata: {
          serverAddress: 'http://prometheus.monitoring:9090', query: 'sum(rate(http_requests_total[2m]))', threshold: '50', ignoreNullValues: 'false',
        } },
        { type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } },
        { type: 'cron', metadata: { desiredReplicas: '5' }, authenticationRef: { name: 'shop' } },
      ],
    });
  });

  test('is applied in the wave of the Rollout, like an autoscaler', () => {
    const chart = shopChart();
    const web = rolloutIn(chart);
    const settings = new kplus.ConfigMap(chart, 'Settings', { data: { colour: 'blue' } });
    new KedaScaledObject(chart, 'Scaling', { target: web, minReplicaCount: 2, maxReplicaCount: 20, triggers: [requests] });
    SyncWaves.of(chart).sequence(settings, web);
    const manifests = chart.toJson();
    const waveOf = (kind: string) => theObject(manifests, kind).metadata.annotations?.['argocd.argoproj.io/sync-wave'];
    expect(waveOf('Rollout')).toMatch(/^[1-9]/);
    expect(waveOf('ScaledObject')).toBe(waveOf('Rollout'));
  });

  test.each([
    ['a minimum above the maximum', { minReplicaCount: 5, maxReplicaCount: 2 }, /maxReplicaCount is 2 and minReplicaCount 5/],
    ['half a pod', { minReplicaCount: 0.5 }, /minReplicaCount is 0.5. give a whole number/],
    ['no pod whose CPU could be read', { minReplicaCount: 0, triggers: [KedaTrigger.cpuUtilization(70)] }, /cpu of no pods says nothing/],
    ['a fallback that KEDA ignores', { triggers: [KedaTrigger.memoryUtilization(70)], fallback: { failureThreshold: 1, replicas: 2 } }, /a fallback does not work with memory alone/],
  ] as const)('refuses %s', (_, props, message) => {
    const chart = shopChart();
    const make = () => new KedaScaledObject(chart, 'Scaling', { target: rolloutIn(chart), minReplicaCount: 2, maxReplicaCount: 9, triggers: [requests], ...props });
    expect(make).toThrow(message);
  });

  test('refuses a second autoscaler', () => {
    const chart = shopChart();
    const web = rolloutIn(chart);
    new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target: web, maxReplicas: 9 });
    expect(() => new KedaScaledObject(chart, 'Scaling', { target: web, minReplicaCount: 2, maxReplicaCount: 9, triggers: [requests] }))
      .toThrow(/web has an autoscaler already/);
  });

  test.each([
    [() => KedaTrigger.cpuUtilization(0.7), /cpuUtilization is 0.7. give a whole percentage/],
    [() => KedaTrigger.prometheus({ serverAddress: 'prometheus:9090', query: 'up', threshold: 1 }), /serverAddress is "prometheus:9090"/],
    [() => KedaTrigger.prometheus({ serverAddress: 'http://prometheus:9090', query: ' ', threshold: 1 }), /the query is empty/],
    [() => KedaTrigger.prometheus({ serverAddress: 'http://prometheus:9090', query: 'up', threshold: 0 }), /threshold is 0/],
  ])('refuses a trigger that says nothing', (make, message) => {
    expect(make).toThrow(message);
  });
});
