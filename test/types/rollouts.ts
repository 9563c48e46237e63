import { Duration } from 'cdk8s';
import {
  AntiAffinity, Arg, BlueGreenRollout, CanaryRollout, type CanaryRolloutProps, CanaryStep, type ITrafficRouter, Promotion, TrafficRouter,
} from 'cdk8s-argo';
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

/** What a router is able to do decides which steps compile. */
export function abilities(scope: Construct, exactOnly: ITrafficRouter<'canaryScale' | 'headerRoutes'>, weightsOnly: ITrafficRouter<'canaryScale'>): void {
  const exact = CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'true' }] });
  const pattern = CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', prefix: 'team-' }] });
  const mirror = CanaryStep.setMirrorRoute({ route: 'shadow', match: [{ path: { prefix: '/' } }] });
  const scale = CanaryStep.setCanaryScale({ replicas: 2 });
  const weighted = CanaryStep.experiment({ duration: '1h', templates: [{ name: 'a', specRef: 'canary', weight: 5 }] });
  const unweighted = CanaryStep.experiment({ duration: '1h', templates: [{ name: 'a', specRef: 'canary' }] });
  new CanaryRollout(scope, 'Istio', { containers, trafficRouting: TrafficRouter.istio(), steps: [exact, pattern, mirror, scale, weighted, unweighted] });
  new CanaryRollout(scope, 'Exact', { containers, trafficRouting: exactOnly, steps: [exact, scale, unweighted, CanaryStep.setWeight(5)] });
  new CanaryRollout(scope, 'Pods', { containers, trafficRouting: TrafficRouter.podRatio(), steps: [unweighted, CanaryStep.setWeight(5)] });
  // @ts-expect-error this router matches exact values only
  new CanaryRollout(scope, 'Pattern', { containers, trafficRouting: exactOnly, steps: [pattern] });
  // @ts-expect-error this router does not mirror
  new CanaryRollout(scope, 'Mirror', { containers, trafficRouting: exactOnly, steps: [mirror] });
  // @ts-expect-error this router does not know headers
  new CanaryRollout(scope, 'Header', { containers, trafficRouting: weightsOnly, steps: [exact] });
  // @ts-expect-error this router gives experiments no traffic
  new CanaryRollout(scope, 'Weighted', { containers, trafficRouting: weightsOnly, steps: [weighted] });
  // @ts-expect-error one of the two routers does not know headers
  new CanaryRollout(scope, 'Both', { containers, trafficRouting: [exactOnly, weightsOnly], steps: [exact] });
  new CanaryRollout(scope, 'BothScale', { containers, trafficRouting: [exactOnly, weightsOnly], steps: [scale] });
  // @ts-expect-error pods are what splits the traffic, so they cannot be decided on apart from it
  new CanaryRollout(scope, 'Scale', { containers, trafficRouting: TrafficRouter.podRatio(), steps: [scale] });
}

/** What needs a router is not there without one, and what excludes something else says so. */
export function strategies(scope: Construct): void {
  const routed = { containers, trafficRouting: TrafficRouter.istio(), steps: [] };
  const podRatio = { containers, trafficRouting: TrafficRouter.podRatio(), steps: [] };
  new CanaryRollout(scope, 'A', { ...routed, dynamicStableScale: true });
  new CanaryRollout(scope, 'B', { ...routed, scaleDownDelay: '2m', abortScaleDownDelay: 'never' });
  // @ts-expect-error the old pods are gone at once, so there is no delay
  new CanaryRollout(scope, 'C', { ...routed, dynamicStableScale: true, scaleDownDelay: '2m' });
  // @ts-expect-error there is nothing to scale apart from traffic
  new CanaryRollout(scope, 'D', { ...podRatio, dynamicStableScale: true });
  // @ts-expect-error refused by the controller without a router
  new CanaryRollout(scope, 'E', { ...podRatio, scaleDownDelay: '2m' });
  new CanaryRollout(scope, 'F', { ...podRatio, maxSurge: '25%', maxUnavailable: 0, antiAffinity: AntiAffinity.required() });
  // @ts-expect-error "3" would mean three percent
  new CanaryRollout(scope, 'G', { ...podRatio, maxSurge: '3' });
  // @ts-expect-error never is said as never
  new CanaryRollout(scope, 'H', { ...routed, abortScaleDownDelay: 0 });
  // @ts-expect-error automatic and manual exclude each other: a promotion is one of three
  new BlueGreenRollout(scope, 'I', { containers, promotion: Promotion.manual().automaticAfter('5m') });
  // @ts-expect-error a wire pair of both is no promotion
  new BlueGreenRollout(scope, 'J', { containers, promotion: { autoPromotionEnabled: false, autoPromotionSeconds: 300 } });
}

/** Steps with an object take exactly what they need. */
export function stepProps(): void {
  // @ts-expect-error two ways of scaling
  CanaryStep.setCanaryScale({ replicas: 1, weight: 5 });
  // @ts-expect-error no way of scaling
  CanaryStep.setCanaryScale({});
  // @ts-expect-error two ways of matching
  CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'a', prefix: 'b' }] });
  // @ts-expect-error nothing to match: to remove a route say removeHeaderRoute
  CanaryStep.setHeaderRoute({ route: 'beta' });
  // @ts-expect-error a mirror matches by method, path or headers
  CanaryStep.setMirrorRoute({ route: 'shadow', match: [{}] });
  // @ts-expect-error an experiment without duration has analyses
  CanaryStep.experiment({ templates: [{ name: 'a', specRef: 'canary' }] });
  // @ts-expect-error an experiment runs the stable or the canary version
  CanaryStep.experiment({ duration: '1h', templates: [{ name: 'a', specRef: 'latest' }] });
  // @ts-expect-error a duration has a unit
  CanaryStep.experiment({ duration: 60, templates: [{ name: 'a', specRef: 'canary' }] });
}

/** A rollout of a Deployment's pods has no pods of its own. */
export function deployments(scope: Construct): void {
  const deployment = { name: 'web', selector: { app: 'web' }, ports: [{ port: 80 }] } as const;
  const released = { trafficRouting: TrafficRouter.istio(), steps: [], scaleDown: 'never' } as const;
  const rollout = CanaryRollout.fromDeployment(scope, 'A', deployment, released);
  // @ts-expect-error containers are the Deployment's
  rollout.addContainer({ image: 'registry.example.com/web:2.1.0' });
  // @ts-expect-error containers are the Deployment's
  CanaryRollout.fromDeployment(scope, 'B', deployment, { ...released, containers });
  // @ts-expect-error what becomes of the Deployment's pods is said
  CanaryRollout.fromDeployment(scope, 'C', deployment, { trafficRouting: TrafficRouter.istio(), steps: [] });
  // @ts-expect-error it is onsuccess
  CanaryRollout.fromDeployment(scope, 'D', deployment, { ...released, scaleDown: 'onSuccess' });
}
