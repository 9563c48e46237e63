import * as kplus from 'cdk8s-plus-27';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, theObject, webContainer } from '../shop';

const ISTIO = TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] });

describe('CanaryRollout', () => {
  test('makes a Rollout and everything that it names', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'Web', {
      replicas: 10,
      containers: [webContainer()],
      trafficRouting: ISTIO,
      steps: [CanaryStep.setWeight(5), CanaryStep.pause('5m'), CanaryStep.pauseUntilPromoted()],
    });
    const manifests = chart.toJson();
    expect(manifests.map((m) => `${m.kind}/${m.metadata.name}`)).toEqual([
      'Service/web-canary', 'Service/web-stable', 'Rollout/web', 'VirtualService/web',
    ]);
    expect(specOf(manifests, 'Rollout')).toMatchObject({
      replicas: 10,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      template: { metadata: { labels: { 'app.kubernetes.io/name': 'web' } } },
      strategy: {
        canary: {
          stableService: 'web-stable',
          canaryService: 'web-canary',
          steps: [{ setWeight: 5 }, { pause: { duration: '5m' } }, { pause: {} }],
          trafficRouting: { istio: { virtualService: { name: 'web', routes: ['primary'] } } },
        },
      },
    });
  });

  test('gives its Services the ports of containers that are added later', () => {
    const chart = shopChart();
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
    web.addContainer({ name: 'metrics', image: 'registry.example.com/exporter:1', ports: [{ number: 9090, name: 'metrics' }], readiness: kplus.Probe.fromHttpGet('/') });
    expect(specOf(chart.toJson(), 'Service').ports).toEqual([
      { name: 'port-8080', port: 8080, targetPort: 8080 },
      { name: 'metrics', port: 9090, targetPort: 9090 },
    ]);
  });

  test('uses the given ports instead of those of the containers', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'Web', {
      containers: [webContainer()], ports: [{ name: 'http', port: 80, targetPort: 8080 }], trafficRouting: TrafficRouter.podRatio(), steps: [],
    });
    expect(specOf(chart.toJson(), 'Service', 'web').ports).toEqual([{ name: 'http', port: 80, targetPort: 8080 }]);
  });

  test('keeps the selector that a Rollout in the cluster has, and its pods and Services follow', () => {
    const chart = shopChart();
    const web = new CanaryRollout(chart, 'Web', {
      containers: [webContainer()], existingSelector: { app: 'web', tier: 'front' }, podMetadata: { labels: { team: 'shop' } }, trafficRouting: ISTIO, steps: [],
    });
    new kplus.NetworkPolicy(chart, 'Policy', { selector: web });
    const manifests = chart.toJson();
    const selector = { app: 'web', tier: 'front' };
    expect(specOf(manifests, 'Rollout').selector).toEqual({ matchLabels: selector });
    expect(specOf(manifests, 'Rollout')).toMatchObject({ template: { metadata: { labels: { ...selector, team: 'shop' } } } });
    expect(specOf(manifests, 'Rollout')).not.toHaveProperty(['template', 'metadata', 'labels', 'app.kubernetes.io/name']);
    expect(specOf(manifests, 'Service', 'web-stable').selector).toEqual(selector);
    expect(specOf(manifests, 'Service', 'web-canary').selector).toEqual(selector);
    expect(specOf(manifests, 'NetworkPolicy').podSelector).toEqual({ matchLabels: selector });
  });

  test('leaves the number of pods to an autoscaler', () => {
    const chart = shopChart();
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: ISTIO, steps: [] });
    new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target: web, minReplicas: 3, maxReplicas: 9 });
    const manifests = chart.toJson();
    expect(specOf(manifests, 'Rollout')).not.toHaveProperty('replicas');
    expect(specOf(manifests, 'HorizontalPodAutoscaler').scaleTargetRef).toEqual({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' });
  });

  test('works with volumes, scheduling, network policies and ingresses of cdk8s-plus', () => {
    const chart = shopChart();
    const web = new CanaryRollout(chart, 'Web', {
      isolate: true, spread: true, containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [],
    });
    web.containers[0]!.mount('/cache', kplus.Volume.fromEmptyDir(chart, 'Cache', 'cache'));
    web.exposeViaIngress('/', { ingress: new kplus.Ingress(chart, 'Public') });
    const manifests = chart.toJson();
    const away = (topologyKey: string) => ({ topologyKey, namespaces: ['shop'], labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } } });
    expect(specOf(manifests, 'Rollout')).toMatchObject({
      template: {
        spec: {
          volumes: [{ name: 'cache', emptyDir: {} }],
          affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [
            away('kubernetes.io/hostname'), away('topology.kubernetes.io/zone'),
          ] } },
        },
      },
    });
    expect(specOf(manifests, 'NetworkPolicy')).toMatchObject({ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } } });
    expect(specOf(manifests, 'Ingress')).toMatchObject({ rules: [{ http: { paths: [{ backend: { service: { name: 'web', port: { number: 8080 } } } }] } }] });
  });

  test('can be connected by network policies, whatever the length of the names that cdk8s-plus makes', () => {
    const chart = shopChart();
    const props = { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] };
    const caller = new CanaryRollout(chart, 'StorefrontOfTheShop', props);
    const called = new CanaryRollout(chart, 'PaymentsOfTheShop', props);
    caller.connections.allowTo(called);
    const names = chart.toJson().filter((m) => m.kind === 'NetworkPolicy').map((m) => m.metadata.name);
    expect(names).toEqual([
      expect.stringMatching(/^storefront-of-the-shop-allow-egress/), expect.stringMatching(/^storefront-of-the-shop-allow-ingress/),
    ]);
  });

  test('adds fields of the pod that cdk8s-plus does not know', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'Web', {
      containers: [webContainer()], trafficRouting: ISTIO, steps: [], podSpec: { priorityClassName: 'high', enableServiceLinks: false },
    });
    expect(specOf(chart.toJson(), 'Rollout')).toMatchObject({ template: { spec: { priorityClassName: 'high', enableServiceLinks: false } } });
  });

  test('is named by its ids, or by metadata.name', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'WebV2', { metadata: { name: 'frontend' }, containers: [webContainer()], trafficRouting: ISTIO, steps: [] });
    expect(theObject(chart.toJson(), 'Rollout').metadata.name).toBe('frontend');
  });

  test.each([
    ['a name that is no DNS label', { metadata: { name: 'Web_1' } }, /web\/Web: the name "Web_1" \(from metadata.name\) is not a DNS label/],
    ['a deadline that cannot be met', { minReady: '10m' as const, progressDeadline: '5m' as const }, /progressDeadline \(300s\) is not longer than minReady \(600s\)/],
    ['half a pod', { replicas: 1.5 }, /replicas is 1.5. give a whole number/],
    ['another label of an existing selector', { existingSelector: { app: 'web' }, podMetadata: { labels: { app: 'shop' } } }, /podMetadata sets app to "shop", .* has to be "web". leave it out /],
    ['an existing selector of nothing', { existingSelector: {} }, /existingSelector is empty/],
    ['another selector label', { podMetadata: { labels: { 'app.kubernetes.io/name': 'shop' } } }, /podMetadata sets app.kubernetes.io\/name to "shop"/],
  ])('refuses %s', (_, props, message) => {
    const chart = shopChart();
    expect(() => new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: ISTIO, steps: [], ...props })).toThrow(message);
  });

  test('refuses to select by more labels', () => {
    const web = new CanaryRollout(shopChart(), 'Web', { containers: [webContainer()], trafficRouting: ISTIO, steps: [] });
    expect(() => web.select()).toThrow(/app.kubernetes.io\/name alone/);
  });

  test('refuses to stay without containers', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'Web', { trafficRouting: TrafficRouter.podRatio(), ports: [{ port: 80 }], steps: [] });
    expect(() => chart.toJson()).toThrow(/the rollout has no container/);
  });
});
