import {
  AnalysisCheck, AntiAffinity, Arg, BackgroundAnalysis, BlueGreenRollout, type BoundAnalysis, CanaryRollout, CanaryStep, Condition,
  GatewayRoute, type ITrafficRouter, Metric, Promotion, promql, type RouterAbility, TrafficRouter,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { webContainer } from '../shop';

/** A way of releasing, as a function that makes it in a chart. */
export type Strategy = (scope: Construct) => void;

type AnyStep = CanaryStep<RouterAbility>;
type MakeSteps = (check: () => BoundAnalysis) => AnyStep[];

/** Routers with what they can do beside weights, taken from the values themselves. */
const ROUTERS: Readonly<Record<string, () => ITrafficRouter>> = {
  istioHost: () => TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public', 'mesh'] }),
  istioSubset: () => TrafficRouter.istio({ splitBy: 'subset' }),
  podRatio: () => TrafficRouter.podRatio(),
  istioPingPong: () => TrafficRouter.istio({ splitBy: 'host', pingPong: true }),
  nginx: () => TrafficRouter.nginx({ hosts: ['web.example.com'] }),
  alb: () => TrafficRouter.alb({ hosts: ['web.example.com'], stickiness: '1h' }),
  gatewayHttp: () => TrafficRouter.gatewayApi({ routes: [GatewayRoute.http({ parentRefs: [{ name: 'public' }], hostnames: ['web.example.com'] })] }),
  gatewayGrpc: () => TrafficRouter.gatewayApi({ routes: [GatewayRoute.grpc({ parentRefs: [{ name: 'public' }] })] }),
  traefik: () => TrafficRouter.traefik({ apiVersion: 'traefik.io/v1alpha1', hosts: ['web.example.com'] }),
  apisix: () => TrafficRouter.apisix({ rules: [{ name: 'web', hosts: ['web.example.com'], paths: ['/*'] }] }),
  ambassador: () => TrafficRouter.ambassador({ mappings: [{ prefix: '/' }] }),
  appMesh: () => TrafficRouter.appMesh({}),
  smi: () => TrafficRouter.smi({}),
  plugin: () => TrafficRouter.plugin('example-org/router', { route: 'web' }),
};

const pause = fc.constantFrom('30s', '5m', '1h', 'promoted').map((length): AnyStep =>
  (length === 'promoted' ? CanaryStep.pauseUntilPromoted() : CanaryStep.pause(length as '5m')));

const header = fc.record({ header: fc.constantFrom('x-beta', 'Cookie'), value: fc.constantFrom('true', 'team-a') });

/** What may stand between two weights, by what the router has to be able to do for it. */
const BETWEEN: ReadonlyArray<readonly [RouterAbility | undefined, fc.Arbitrary<MakeSteps>]> = [
  [undefined, pause.map((step) => () => [step])],
  [undefined, fc.constant((check) => [CanaryStep.analysis(check())])],
  [undefined, fc.constant(() => [CanaryStep.experiment({ duration: '10m', templates: [{ name: 'trial', specRef: 'canary' }] })])],
  [undefined, fc.constant(() => [CanaryStep.plugin('example-org/gate', { ticket: 'CHG-1' })])],
  ['canaryScale', fc.integer({ min: 1, max: 4 }).map((replicas) => () => [
    CanaryStep.setCanaryScale({ replicas }), CanaryStep.pause('1m'), CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
  ])],
  ['headerRoutes', header.map((match) => () => [
    CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: match.header, exact: match.value }] }),
    CanaryStep.pause('1m'),
    CanaryStep.removeHeaderRoute('beta'),
  ])],
  ['headerPatterns', header.map((match) => () => [
    CanaryStep.setHeaderRoute({ route: 'teams', match: [{ header: match.header, prefix: match.value }] }), CanaryStep.pause('1m'),
  ])],
  ['mirrorRoutes', fc.integer({ min: 1, max: 100 }).map((percentage) => () => [
    CanaryStep.setMirrorRoute({ route: 'shadow', percentage, match: [{ method: { exact: 'GET' } }] }), CanaryStep.pause('1m'),
  ])],
  ['experimentWeights', fc.integer({ min: 1, max: 5 }).map((weight) => () => [
    CanaryStep.experiment({ duration: '10m', templates: [{ name: 'trial', specRef: 'canary', weight }] }),
  ])],
];

/** A canary with any router, its steps ones that the router can do. */
const canary: fc.Arbitrary<Strategy> = fc.constantFrom(...Object.keys(ROUTERS)).chain((name) => {
  const { abilities } = ROUTERS[name]!();
  const between = BETWEEN.filter(([need]) => need === undefined || need in abilities).map(([, make]) => make);
  return fc.record({
    weights: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }).map((all) => all.sort((a, b) => a - b)),
    pauses: fc.array(pause, { minLength: 5, maxLength: 5 }),
    between: fc.array(fc.oneof(...between), { minLength: 5, maxLength: 5 }),
    replicas: fc.integer({ min: 5, max: 40 }),
    background: fc.boolean(),
    antiAffinity: fc.boolean(),
    maxSurge: fc.constantFrom(undefined, '25%' as const, 2),
  }).map((plan): Strategy => (scope) => {
    const service = ['podRatio', 'istioSubset', 'istioPingPong'].includes(name) ? 'web' : Arg.canaryService();
    const check = checkOf(scope, 'Errors');
    const steps = plan.weights.flatMap((weight, i) => [
      CanaryStep.setWeight(weight), plan.pauses[i]!, ...plan.between[i]!(() => check.withArgs({ service })),
    ]);
    new CanaryRollout(scope, 'Web', {
      replicas: plan.replicas, containers: [webContainer()],
      // The types of the router and of the steps are gone here; the constructor still checks.
      trafficRouting: ROUTERS[name]!(), steps: [...steps, CanaryStep.pause('1m')] as CanaryStep<never>[],
      backgroundAnalysis: plan.background ? BackgroundAnalysis.of([endlessCheck(scope).withArgs({ service })]) : undefined,
      antiAffinity: plan.antiAffinity ? AntiAffinity.preferred() : undefined,
      maxSurge: plan.maxSurge,
    });
  });
});

const blueGreen: fc.Arbitrary<Strategy> = fc.record({
  promotion: fc.constantFrom(() => Promotion.manual(), () => Promotion.automatic(), () => Promotion.automaticAfter('5m')),
  replicas: fc.integer({ min: 1, max: 40 }),
  before: fc.boolean(),
  after: fc.boolean(),
  scaleDownDelay: fc.constantFrom(undefined, '30s' as const, '10m' as const),
}).map(({ promotion, replicas, before, after, scaleDownDelay }): Strategy => (scope) => {
  const check = checkOf(scope, 'Errors');
  new BlueGreenRollout(scope, 'Web', {
    replicas, containers: [webContainer()], promotion: promotion(), scaleDownDelay,
    prePromotionAnalysis: before ? [check.withArgs({ service: Arg.previewService() })] : undefined,
    postPromotionAnalysis: after ? [check.withArgs({ service: Arg.activeService() })] : undefined,
  });
});

/** Any strategy that is right. */
export const STRATEGIES: fc.Arbitrary<Strategy> = fc.oneof({ arbitrary: canary, weight: 4 }, { arbitrary: blueGreen, weight: 1 });

function checkOf(scope: Construct, id: string) {
  return new AnalysisCheck(scope, id, {
    args: { service: Arg.required(), limit: Arg.defaultsTo(0.05) },
    metrics: (arg) => [Metric.prometheus('error-rate', {
      address: 'http://prometheus.monitoring:9090', query: promql`sum(rate(errors_total{service="${arg.service}"}[5m]))`,
      success: Condition.below(arg.limit), interval: '1m', count: 5, failureLimit: 1,
    })],
  });
}

function endlessCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Always', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.prometheus('up', {
      address: 'http://prometheus.monitoring:9090', query: promql`up{service="${arg.service}"}`, success: Condition.atLeast(1), interval: '1m',
    })],
  });
}
