import type * as kplus from 'cdk8s-plus-27';
import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Arg } from '../../src/analysis/argument';
import { BackgroundAnalysis } from '../../src/analysis/background-analysis';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { promql } from '../../src/analysis/promql';
import { AntiAffinity } from '../../src/rollouts/anti-affinity';
import { CanaryRollout, type CanaryRolloutProps } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import type { ITrafficRouter } from '../../src/traffic/router-binding';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';

type Canary = { [field: string]: unknown; trafficRouting: Record<string, unknown> };
const istio = TrafficRouter.istio();

function canaryWith(props: Partial<CanaryRolloutProps<typeof istio>>): Canary {
  const chart = shopChart();
  new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: istio, steps: [], ...props });
  return (specOf(chart.toJson(), 'Rollout').strategy as unknown as { canary: Canary }).canary;
}

/** A router that does nothing but name what it was asked for. */
function router(routerName: string, key: string, abilities: Record<string, true> = { canaryScale: true }): ITrafficRouter {
  return { routerName, abilities, bind: boundTo(undefined, key) };
}

function boundTo(maxTrafficWeight?: number, key = 'smi'): ITrafficRouter['bind'] {
  return (_scope, target) => {
    const stableService: kplus.Service = target.createService('StableService', `${target.name}-stable`);
    const canaryService = target.createService('CanaryService', `${target.name}-canary`);
    return { service: stableService, stableService, canaryService, trafficRouting: { [key]: key === 'plugins' ? { 'example.com/own': {} } : {}, maxTrafficWeight } };
  };
}

describe('the strategy of a canary', () => {
  test('renders every field under the name of the API', () => {
    expect(canaryWith({
      maxSurge: '20%', maxUnavailable: 0, antiAffinity: AntiAffinity.preferred(50), canaryMetadata: { labels: { track: 'canary' } },
      stableMetadata: { annotations: { 'example.com/track': 'stable' } }, replicaProgressThreshold: '90%', minPodsPerReplicaSet: 2,
      scaleDownDelay: '2m', scaleDownDelayRevisionLimit: 1, abortScaleDownDelay: 'never',
    })).toMatchObject({
      maxSurge: '20%', maxUnavailable: 0, antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 50 } },
      canaryMetadata: { labels: { track: 'canary' } }, stableMetadata: { annotations: { 'example.com/track': 'stable' } },
      replicaProgressThreshold: { type: 'Percent', value: 90 }, minPodsPerReplicaSet: 2,
      scaleDownDelaySeconds: 120, scaleDownDelayRevisionLimit: 1, abortScaleDownDelaySeconds: 0,
    });
    expect(canaryWith({ dynamicStableScale: true, replicaProgressThreshold: 3, antiAffinity: AntiAffinity.required() })).toMatchObject({
      dynamicStableScale: true, replicaProgressThreshold: { type: 'Pods', value: 3 },
      antiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} },
    });
  });

  test('runs checks in the background', () => {
    const chart = shopChart();
    const check = new AnalysisCheck(chart, 'Errors', {
      args: { service: Arg.required() },
      metrics: (arg) => [Metric.prometheus('errors', {
        address: 'http://prometheus.monitoring:9090', query: promql`up{service="${arg.service}"}`, success: Condition.below(1), interval: '1m',
      })],
    });
    new CanaryRollout(chart, 'Web', {
      containers: [webContainer()], trafficRouting: istio, steps: [CanaryStep.setWeight(5), CanaryStep.pause('5m')],
      backgroundAnalysis: BackgroundAnalysis.of([check.withArgs({ service: Arg.canaryService() })], { startingStep: 1 }),
    });
    expect(specOf(chart.toJson(), 'Rollout').strategy).toMatchObject({
      canary: { analysis: { templates: [{ templateName: 'errors' }], args: [{ name: 'service', value: 'web-canary' }], startingStep: 1 } },
    });
  });

  test('gives the controller the routes that its steps set, in their order and each once', () => {
    const canary = canaryWith({
      steps: [
        CanaryStep.setCanaryScale({ replicas: 1 }),
        CanaryStep.setMirrorRoute({ route: 'shadow', match: [{ path: { prefix: '/' } }] }),
        CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'true' }] }),
        CanaryStep.removeMirrorRoute('shadow'),
        CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'all' }] }),
      ],
    });
    expect(canary.trafficRouting).toMatchObject({ managedRoutes: [{ name: 'shadow' }, { name: 'beta' }] });
  });

  test.each<[CanaryRolloutProps<typeof istio>['steps'], string]>([
    [[CanaryStep.removeHeaderRoute('beta')], 'steps[0] removes the route beta, which no step before it sets. set it first, or leave the step out'],
    [
      [
        CanaryStep.setWeight(5), CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'true' }] }),
        CanaryStep.setMirrorRoute({ route: 'beta', match: [{ path: { prefix: '/' } }] }),
      ],
      'steps[2] uses the name beta for a header route and for a mirror route, and the second replaces the first. give each its own name',
    ],
    [[CanaryStep.setWeight(101)], 'steps[0] sets the weight 101, and all of the traffic is 100. give a whole number from 0 to 100'],
  ])('%#: refuses a step that does not fit', (steps, message) => {
    expect(() => canaryWith({ steps })).toThrow(message);
  });

  test('labels that pods are selected by stay as they are', () => {
    expect(() => canaryWith({ canaryMetadata: { labels: { 'app.kubernetes.io/name': 'other' } } }))
      .toThrow('canaryMetadata sets the label app.kubernetes.io/name to "other", and pods are selected by app.kubernetes.io/name: web. use another label');
    expect(() => canaryWith({ stableMetadata: { labels: { 'rollouts-pod-template-hash': 'abc' } } }))
      .toThrow('stableMetadata sets the label rollouts-pod-template-hash, by which the controller tells versions apart');
  });

  test('a count of pods in words is refused', () => {
    expect(() => canaryWith({ maxSurge: '3' as '3%' })).toThrow('maxSurge is "3". give a whole number of pods such as 3, or a percentage of the replicas such as "25%"');
    expect(() => canaryWith({ maxUnavailable: '120%' })).toThrow('maxUnavailable is "120%"');
    expect(() => AntiAffinity.preferred(0)).toThrow('the weight of an anti-affinity is 0. give a whole number from 1 to 100');
  });
});

describe('several routers', () => {
  const both = [router('own', 'plugins'), router('smi', 'smi')] as const;

  test('share their Services, and each has its part', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: both, steps: [CanaryStep.setWeight(25)] });
    expect(chart.toJson().filter(({ kind }) => kind === 'Service')).toHaveLength(2);
    expect(specOf(chart.toJson(), 'Rollout').strategy).toMatchObject({
      canary: { stableService: 'web-stable', trafficRouting: { plugins: { 'example.com/own': {} }, smi: {} } },
    });
  });

  test.each<[readonly [ITrafficRouter, ...ITrafficRouter[]], string]>([
    [[router('nginx', 'nginx'), TrafficRouter.podRatio()], 'TrafficRouter.podRatio() stands beside a router'],
    [[TrafficRouter.istio({ splitBy: 'subset' }), router('smi', 'smi')], 'the routers want different Services as stableService: none, and web-stable for smi'],
    [[TrafficRouter.istio(), TrafficRouter.istio({ hosts: ['a.example.com'] })], 'trafficRouting has the router istio two times'],
    [[router('nginx', 'nginx', { canaryScale: true }), { ...router('smi', 'smi'), bind: boundTo(500) }], 'all of the traffic is 100 for one router and 500 for smi'],
  ])('%#: refuses what does not go together', (trafficRouting, message) => {
    const chart = shopChart();
    expect(() => new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting, steps: [] })).toThrow(message);
  });

  test('a step that one of them cannot do is refused even where types are loose', () => {
    const loose = { trafficRouting: both, steps: [CanaryStep.setMirrorRoute({ route: 'shadow', match: [{ path: { prefix: '/' } }] })] };
    expect(() => new CanaryRollout(shopChart(), 'Web', { containers: [webContainer()], ...(loose as unknown as CanaryRolloutProps) }))
      .toThrow('steps[0] needs a router that can mirror requests, and own cannot. Argo Rollouts would refuse or ignore it');
  });
});
