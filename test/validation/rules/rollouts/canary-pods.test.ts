import { exampleBackgroundAnalysis, exampleMetric, exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { backgroundAnalysisEnds } from '../../../../src/validation/rules/rollouts/background-analysis-ends';
import { canaryScaleKept } from '../../../../src/validation/rules/rollouts/canary-scale-kept';
import { exampleCanary, exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { headersAllMatch } from '../../../../src/validation/rules/rollouts/headers-all-match';
import { routeBeforePods } from '../../../../src/validation/rules/rollouts/route-before-pods';
import { weightsWithoutRouter } from '../../../../src/validation/rules/rollouts/weights-without-router';
import { pointersOf, runRule } from './run-rule';

const STEPS = '/spec/strategy/canary/steps';
const HEADER = 'setHeaderRoute: { name: beta, match: [{ headerName: x, headerValue: { exact: y } }] }';
const MIRROR = 'setMirrorRoute: { name: beta, match: [{ path: { prefix: / } }] }';
const scale = (size: string) => `setCanaryScale: { ${size} }`;
const MATCH = scale('matchTrafficWeight: true');

function stepped(steps: readonly string[], trafficRouting = 'istio: {}', spec = 'replicas: 4'): string {
  const list = steps.map((step) => `    - ${step}`).join('\n');
  return exampleRollout({ spec, strategy: `canary:\n  trafficRouting: { ${trafficRouting} }\n  steps:\n${list}` });
}

describe('route-before-pods', () => {
  test.each([
    [[HEADER], [0]],
    [[MIRROR], [0]],
    [['setWeight: 0', HEADER], [1]],
    [[scale('replicas: 0'), HEADER], [1]],
    [[scale('matchTrafficWeight: true'), HEADER], [1]],
    [[scale('replicas: 1'), MATCH, HEADER], [2]],
    [['setWeight: 5', HEADER], []],
    [[scale('replicas: 1'), HEADER], []],
    [[scale('weight: 10'), MIRROR], []],
    [['experiment: {}', HEADER], [1]],
    // taken away is not made
    [['setHeaderRoute: { name: beta }'], []],
    // the route has served when the pods go
    [[scale('replicas: 1'), HEADER, 'pause: {}', MATCH], []],
    [[scale('replicas: 1'), HEADER, MATCH, 'setWeight: 5'], [1]],
    [[scale('replicas: 1'), HEADER, 'setWeight: 5', MATCH], []],
  ])('%j: found at steps %j', (steps, indices) => {
    expect(pointersOf(routeBeforePods, stepped(steps))).toEqual(
      indices.map((index) => expect.stringMatching(`^${STEPS}/${index}/set(Header|Mirror)Route$`) as string));
  });

  test('says which step takes the pods away', () => {
    expect(runRule(routeBeforePods, stepped([scale('replicas: 1'), HEADER, MATCH]))).toMatchObject([{
      message: 'steps[1] makes the route beta, and steps[2] takes all pods of the canary away at once, and with them the route',
    }]);
  });

  test('has nothing to say of routers without such routes, nor of a Rollout without replicas', () => {
    expect(runRule(routeBeforePods, stepped([HEADER], 'smi: {}'))).toEqual([]);
    expect(runRule(routeBeforePods, stepped([HEADER], 'istio: {}', 'replicas: 0'))).toEqual([]);
    expect(runRule(routeBeforePods, exampleCanary(`steps:\n  - ${HEADER}`))).toEqual([]);
  });
});

describe('canary-scale-kept', () => {
  const PAUSE = 'pause: {}';

  test.each([
    [10, [scale('replicas: 1'), 'setWeight: 90', PAUSE], 1],
    [10, [scale('replicas: 1'), 'setWeight: 90'], 1],
    [10, [scale('weight: 10'), 'setWeight: 50', PAUSE], 1],
    [10, [scale('replicas: 1'), 'setWeight: 20', PAUSE], 0],
    [10, [scale('replicas: 1'), 'setWeight: 21', PAUSE], 1],
    [10, [scale('replicas: 5'), 'setWeight: 100', PAUSE], 0],
    [10, [scale('replicas: 1'), 'setWeight: 90', MATCH, PAUSE], 0],
    [10, [scale('replicas: 1'), PAUSE, MATCH, 'setWeight: 90', PAUSE], 0],
    // one word for each scale
    [10, [scale('replicas: 1'), 'setWeight: 50', PAUSE, 'setWeight: 90', PAUSE], 1],
    [2, [scale('replicas: 1'), 'setWeight: 90', PAUSE], 0],
  ])('%i replicas with %j: %i findings', (replicas, steps, count) => {
    const expected = Array.from({ length: count }, () => `${STEPS}/0/setCanaryScale`);
    expect(pointersOf(canaryScaleKept, stepped(steps, 'istio: {}', `replicas: ${replicas}`))).toEqual(expected);
  });

  test('says how many pods get how much', () => {
    expect(runRule(canaryScaleKept, stepped([scale('replicas: 1'), 'setWeight: 90'], 'istio: {}', 'replicas: 10'))).toMatchObject([{
      message: 'replicas: 1 still holds at steps[1]: 90% of the traffic goes to 1 pod, and the weight asks for 9',
    }]);
  });

  test('is silent where the number of replicas is not in Git', () => {
    expect(runRule(canaryScaleKept, stepped([scale('replicas: 1'), 'setWeight: 90'], 'istio: {}', 'minReadySeconds: 0'))).toEqual([]);
  });
});

describe('headers-all-match', () => {
  const routed = (router: string, ...headers: string[]) => stepped([
    'setWeight: 5', `setHeaderRoute: { name: beta, match: [${headers.map((name) => `{ headerName: ${name}, headerValue: { exact: a } }`).join(', ')}] }`,
  ], router);

  test.each([
    ['istio: {}', ['a', 'b'], 0], ['alb: {}', ['a', 'b'], 1], ['apisix: {}', ['a', 'b'], 1],
    ['plugins: { argoproj-labs/gatewayAPI: {} }', ['a', 'b'], 1], ['plugins: { example/edge: {} }', ['a', 'b'], 0],
    ['alb: {}', ['a', 'a'], 0], ['apisix: {}', ['a', 'A'], 1], ['alb: {}', ['a'], 0], ['istio: {}, alb: {}', ['a', 'b'], 1],
  ])('%s with headers %j: %i findings', (router, headers, count) => {
    expect(runRule(headersAllMatch, routed(router, ...headers))).toHaveLength(count);
  });

  test('names the headers and the router', () => {
    expect(runRule(headersAllMatch, routed('alb: {}', 'x-team', 'x-beta'))).toMatchObject([{
      pointer: `${STEPS}/1/setHeaderRoute/match`, message: 'route beta matches x-team and x-beta, and with alb a request needs all of them',
    }]);
  });
});

test.each([[3, 33, 0], [3, 66, 0], [3, 67, 0], [6, 17, 0], [3, 30, 1], [10, 5, 1], [10, 11, 0]])(
  '%i pods without a router come near enough to %i percent: %i findings', (replicas, weight, count) => {
    const yaml = exampleRollout({ spec: `replicas: ${replicas}`, strategy: `canary:\n  maxSurge: 0\n  steps:\n    - setWeight: ${weight}` });
    expect(runRule(weightsWithoutRouter, yaml)).toHaveLength(count);
  });

describe('background-analysis-ends', () => {
  const measured = (...fields: string[]) => exampleBackgroundAnalysis('templates:\n  - templateName: smoke',
    exampleTemplate({ metrics: exampleMetric(...fields, 'successCondition: result >= 0.95') }));

  test.each([
    [['interval: 1m', 'count: 3'], 1], [['interval: 1m', 'count: 4'], 0], [['interval: 1m'], 0], [[], 1], [['interval: 1m', 'count: 1'], 1],
    [['interval: 1m', 'count: 3', 'initialDelay: 2m'], 0], [['interval: 1m', 'count: 3', 'consecutiveSuccessLimit: 2'], 0],
    [['interval: 1m', 'count: "{{args.n}}"'], 0],
  ])('%j beside steps of five minutes: %i findings', (fields, count) => {
    expect(runRule(backgroundAnalysisEnds, measured(...fields))).toHaveLength(count);
  });

  test('a job, and steps that wait for a person, last as long as they last', () => {
    expect(runRule(backgroundAnalysisEnds, measured('interval: 1m', 'count: 3').replace('duration: 5m', '{}'))).toEqual([]);
    const job = exampleTemplate({ metrics: '    - name: load\n      provider: { job: { spec: {} } }' });
    expect(runRule(backgroundAnalysisEnds, exampleBackgroundAnalysis('templates:\n  - templateName: smoke', job))).toEqual([]);
  });

  test('says what to leave out', () => {
    expect(runRule(backgroundAnalysisEnds, joinDocuments(measured('interval: 1m', 'count: 3')))).toMatchObject([{
      message: 'metric success-rate of AnalysisTemplate/smoke is measured for 2m, and the steps last 5m beside the start of pods', fix: 'leave out the count',
    }]);
  });
});
