import { Arg, ArgoChart, CanaryRollout, CanaryStep, GatewayRoute, RolloutCourse, TrafficRouter } from 'cdk8s-argo';
import { Manifests, Match, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { errorRateCheck } from '../../../../examples/shop/error-rate-check';
import { shows, showsReport, showsYaml } from '../../shown';

const container: kplus.ContainerProps = {
  image: 'registry.example.com/shop/web:4.2.0',
  portNumber: 8080,
  readiness: kplus.Probe.fromHttpGet('/healthz'),
};

// Without a router.
class PodRatio extends ArgoChart {
  public constructor(scope: Construct, id: string, replicas: number) {
    super(scope, id, { namespace: 'shop' });
    new CanaryRollout(this, 'Web', {
      replicas,
      containers: [container],
      trafficRouting: TrafficRouter.podRatio(),
      steps: CanaryStep.ramp([10, 50], { pause: '10m' }),
    });
  }
}

// With a router, and everything that watches over it.
class Web extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const errorRate = errorRateCheck(this);
    const web = new CanaryRollout(this, 'Web', {
      containers: [container],
      trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
      steps: [
        CanaryStep.setWeight(5),
        CanaryStep.pause('5m'),
        CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService() })),
        ...CanaryStep.ramp([20, 50], { pause: '10m' }),
        CanaryStep.pauseUntilPromoted(),
      ],
      abortScaleDownDelay: '10m',
    });
    new kplus.HorizontalPodAutoscaler(this, 'Autoscaler', {
      target: web,
      minReplicas: 6,
      maxReplicas: 24,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
    });
  }
}

// The same release on other routers: one line is another.
export const routers = {
  gatewayApi: TrafficRouter.gatewayApi({
    routes: [GatewayRoute.http({ parentRefs: [{ name: 'public', namespace: 'gateways' }], hostnames: ['shop.example.com'] })],
  }),
  nginx: TrafficRouter.nginx({ hosts: ['shop.example.com'] }),
  alb: TrafficRouter.alb({ hosts: ['shop.example.com'] }),
};

// A route that comes before the pods it leads to.
class TestersTooEarly extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new CanaryRollout(this, 'Web', {
      replicas: 10,
      containers: [container],
      trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
      steps: [
        CanaryStep.setHeaderRoute({ route: 'testers', match: [{ header: 'x-tester', exact: 'yes' }] }),
        CanaryStep.pauseUntilPromoted(),
        ...CanaryStep.ramp([20, 60], { pause: '10m' }),
      ],
    });
  }
}

// The same steps, and a router that knows no headers.
export function testersWithNginx(chart: ArgoChart): void {
  new CanaryRollout(chart, 'Web', {
    containers: [container],
    trafficRouting: TrafficRouter.nginx({ hosts: ['shop.example.com'] }),
    // @ts-expect-error NGINX has no header routes
    steps: [CanaryStep.setHeaderRoute({ route: 'testers', match: [{ header: 'x-tester', exact: 'yes' }] })],
  });
}

describe('a canary', () => {
  showsReport(new PodRatio(new TestApp(), 'web', 4));
  showsYaml(new Web(new TestApp(), 'web'));
  showsReport(new TestersTooEarly(new TestApp(), 'web'));

  const manifests = Manifests.fromChart(new Web(new TestApp(), 'web'));
  const course = RolloutCourse.of(manifests.all, 'web');
  shows(course.toString());
  shows(RolloutCourse.of(Manifests.fromChart(new PodRatio(new TestApp(), 'web', 10)).all, 'web').toString());

  test('shows the new version to one request in twenty, and asks before the next', () => {
    manifests.hasResource({ kind: 'Rollout', name: 'web' }, {
      spec: { strategy: { canary: { steps: Match.arrayWith([{ setWeight: 5 }, { analysis: Match.anyValue() }, { setWeight: 20 }]) } } },
    });
  });

  test('is checked before more than a twentieth of the customers see it', () => {
    const checked = course.steps.findIndex(({ checks }) => checks.length > 0);
    expect(course.steps.slice(0, checked).every(({ percent }) => percent <= 5)).toBe(true);
  });

  test('has a person look before more than half of them do', () => {
    expect(manifests.find('Rollout', 'web').spec.strategy?.canary?.steps?.at(-1)).toEqual({ pause: {} });
    expect(course.steps.at(-1)?.percent).toBe(50);
  });

  test('has no number of pods in Git that the autoscaler would have to fight', () => {
    manifests.hasResource('Rollout', { spec: { replicas: Match.absent() } });
  });

  test('has nothing to be said against it', () => {
    manifests.isValid('info');
    Manifests.fromChart(new PodRatio(new TestApp(), 'web', 10)).isValid('info');
    Manifests.fromChart(new TestersTooEarly(new TestApp(), 'web')).hasFinding('rollouts/route-before-pods');
  });
});
