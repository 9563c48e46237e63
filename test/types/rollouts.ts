import { Duration } from 'cdk8s';
import { Arg, BlueGreenRollout, CanaryRollout, type CanaryRolloutProps, CanaryStep, Promotion, TrafficRouter } from 'cdk8s-argo';
import type { ContainerProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

const containers: ContainerProps[] = [{ image: 'registry.example.com/web:2.1.0', portNumber: 8080 }];
const canary: CanaryRolloutProps = { containers, trafficRouting: TrafficRouter.podRatio(), steps: [CanaryStep.setWeight(50)] };

/** A step is one action, with what that action needs. */
export function steps(): void {
  CanaryStep.pause('5m');
  CanaryStep.pause(Duration.minutes(5));
  CanaryStep.ramp([20, 50], { pause: '10m' });
  // @ts-expect-error a duration is written 5m
  CanaryStep.pause('5 minutes');
  // @ts-expect-error a duration has a unit
  CanaryStep.pause(300);
  // @ts-expect-error who waits for a person says so: pauseUntilPromoted()
  CanaryStep.pause();
  // @ts-expect-error a weight is a number
  CanaryStep.setWeight('50%');
  // @ts-expect-error a ramp has a weight
  CanaryStep.ramp([], { pause: '10m' });
  // @ts-expect-error a ramp pauses after each weight
  CanaryStep.ramp([20, 50]);
  // @ts-expect-error an analysis has a check
  CanaryStep.analysis();
  // @ts-expect-error steps are made by their names
  new CanaryStep(() => ({ setWeight: 5, pause: {} }));
  // @ts-expect-error wire steps, which may have two actions, are not steps
  const step: CanaryStep = { setWeight: 5, pause: {} };
  // @ts-expect-error what a step does is not read back, so it cannot be spread together with another
  const both: CanaryStep = { ...CanaryStep.setWeight(5), ...CanaryStep.pause('5m') };
  void [step, both];
}

/** A canary says how traffic is split. */
export function canaries(scope: Construct): void {
  new CanaryRollout(scope, 'Web', canary);
  // @ts-expect-error trafficRouting is missing
  new CanaryRollout(scope, 'NoRouter', { containers, steps: [CanaryStep.setWeight(50)] });
  // @ts-expect-error steps are missing
  new CanaryRollout(scope, 'NoSteps', { containers, trafficRouting: TrafficRouter.podRatio() });
  // @ts-expect-error the selector is the rollout's own
  new CanaryRollout(scope, 'Select', { ...canary, select: false });
  // @ts-expect-error a rollout always restarts its pods
  new CanaryRollout(scope, 'Restart', { ...canary, restartPolicy: 'Never' });
  // @ts-expect-error a duration is written 30s
  new CanaryRollout(scope, 'MinReady', { ...canary, minReady: 30 });
}

/** What cdk8s-plus sets on a pod is set through it. */
export function podSpecs(scope: Construct): void {
  new CanaryRollout(scope, 'Class', { ...canary, podSpec: { priorityClassName: 'customer-facing', preemptionPolicy: 'Never' } });
  // @ts-expect-error containers come from cdk8s-plus
  new CanaryRollout(scope, 'Containers', { ...canary, podSpec: { containers: [] } });
  // @ts-expect-error the service account comes from cdk8s-plus
  new CanaryRollout(scope, 'Account', { ...canary, podSpec: { serviceAccountName: 'web' } });
  // @ts-expect-error affinity comes from cdk8s-plus
  new CanaryRollout(scope, 'Affinity', { ...canary, podSpec: { affinity: {} } });
  // @ts-expect-error the field is priorityClassName
  new CanaryRollout(scope, 'Misspelt', { ...canary, podSpec: { priorityClass: 'customer-facing' } });
  new CanaryRollout(scope, 'Nested', {
    ...canary,
    // @ts-expect-error the field is whenUnsatisfiable
    podSpec: { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfied: 'ScheduleAnyway' }] },
  });
}

/** A promotion is one of three. */
export function promotions(scope: Construct): void {
  new BlueGreenRollout(scope, 'Api', { containers, promotion: Promotion.manual() });
  Promotion.automaticAfter('5m');
  // @ts-expect-error somebody has to promote it: promotion is missing
  new BlueGreenRollout(scope, 'Nobody', { containers });
  // @ts-expect-error a manual promotion has no delay
  Promotion.manual('5m');
  // @ts-expect-error after how long
  Promotion.automaticAfter();
  // @ts-expect-error promotions are made by their names
  new Promotion({ autoPromotionEnabled: false, autoPromotionSeconds: 300 });
  // @ts-expect-error a contradiction in wire form is no promotion
  new BlueGreenRollout(scope, 'Wire', { containers, promotion: { autoPromotionEnabled: false, autoPromotionSeconds: 300 } });
  // @ts-expect-error an analysis runs with its arguments
  new BlueGreenRollout(scope, 'Checks', { containers, promotion: Promotion.manual(), prePromotionAnalysis: [Arg.previewService()] });
}

/** Traffic that enters by a gateway has a host name. */
export function istio(): void {
  TrafficRouter.istio();
  TrafficRouter.istio({ hosts: ['web'], splitBy: 'subset' });
  TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] });
  // @ts-expect-error hosts are missing
  TrafficRouter.istio({ gateways: ['istio-system/public'] });
  // @ts-expect-error a list of gateways has one
  TrafficRouter.istio({ hosts: ['web.example.com'], gateways: [] });
  // @ts-expect-error a list of hosts has one
  TrafficRouter.istio({ hosts: [] });
  // @ts-expect-error traffic is split by host or by subset
  TrafficRouter.istio({ splitBy: 'header' });
}
