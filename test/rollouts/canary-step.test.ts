import { Duration } from 'cdk8s';
import { CanaryStep } from '../../src/rollouts/canary-step';
import type { CanaryScale } from '../../src/rollouts/steps/canary-scale';
import type { ExperimentStepProps } from '../../src/rollouts/steps/experiment-step';
import type { HeaderRoute } from '../../src/rollouts/steps/header-route';

const NO_SERVICES = { serviceName: () => ({ missing: 'there are none' }) };

function rendered(...steps: readonly CanaryStep[]): unknown[] {
  return steps.map((step) => step._toKube(NO_SERVICES));
}

describe('CanaryStep', () => {
  test('renders exactly one action', () => {
    expect(rendered(CanaryStep.setWeight(20), CanaryStep.pause('90s'), CanaryStep.pause(Duration.hours(2)), CanaryStep.pauseUntilPromoted())).toEqual([
      { setWeight: 20 }, { pause: { duration: '90s' } }, { pause: { duration: '2h' } }, { pause: {} },
    ]);
  });

  test('ramps from weight to weight', () => {
    expect(rendered(...CanaryStep.ramp([20, 50], { pause: '10m' }))).toEqual([
      { setWeight: 20 }, { pause: { duration: '10m' } }, { setWeight: 50 }, { pause: { duration: '10m' } },
    ]);
  });

  test.each([-1, 12.5, NaN])('refuses the weight %p', (weight) => {
    expect(() => CanaryStep.setWeight(weight)).toThrow(`setWeight is ${weight}, which is not a percentage. give a whole number from 0 to 100`);
  });

  test.each(['5 minutes', '5', '0s', '-1m', '1d', '1.5s'])('refuses the pause %p', (duration) => {
    expect(() => CanaryStep.pause(duration as '5m')).toThrow(/the duration of a pause is .*such as 90s, 5m or 1h/);
  });

  test('refuses a ramp that goes down', () => {
    expect(() => CanaryStep.ramp([20, 50, 30], { pause: '1m' })).toThrow('ramp goes from 50 to 30. order the weights from small to large');
  });
});

describe('the number of canary pods', () => {
  test.each<[CanaryScale, object]>([
    [{ replicas: 3 }, { replicas: 3 }],
    [{ weight: 25 }, { weight: 25 }],
    [{ matchTrafficWeight: true }, { matchTrafficWeight: true }],
  ])('%p', (scale, wire) => {
    const step = CanaryStep.setCanaryScale(scale);
    expect(rendered(step)).toEqual([{ setCanaryScale: wire }]);
    expect(step.needs).toEqual(['canaryScale']);
  });

  test.each<[object, string]>([
    [{}, 'exactly one of replicas, weight and matchTrafficWeight'],
    [{ replicas: 1, weight: 5 }, 'exactly one of replicas, weight and matchTrafficWeight'],
    [{ replicas: -1 }, 'setCanaryScale has replicas -1. give a whole number, 0 or more'],
    [{ weight: 101 }, 'setCanaryScale has weight 101. give a whole percentage of the replicas, 0 to 100'],
  ])('%p is refused', (scale, message) => {
    expect(() => CanaryStep.setCanaryScale(scale as CanaryScale)).toThrow(message);
  });
});

describe('header routes', () => {
  test('lead requests with one of several headers to the canary', () => {
    const step = CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'true' }, { header: 'Cookie', regex: 'team=.*' }] });
    expect(rendered(step)).toEqual([{ setHeaderRoute: { name: 'beta', match: [
      { headerName: 'x-beta', headerValue: { exact: 'true' } }, { headerName: 'Cookie', headerValue: { regex: 'team=.*' } },
    ] } }]);
    expect(step.needs).toEqual(['headerRoutes', 'headerPatterns']);
    expect(CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'true' }] }).needs).toEqual(['headerRoutes']);
  });

  test('are removed by their name alone', () => {
    expect(rendered(CanaryStep.removeHeaderRoute('beta'))).toEqual([{ setHeaderRoute: { name: 'beta' } }]);
  });

  test.each<[object, string]>([
    [{ route: 'Beta', match: [{ header: 'x', exact: 'y' }] }, 'the route "Beta" is no name'],
    [{ route: 'beta', match: [{ header: 'x beta', exact: 'y' }] }, 'the header "x beta" is no header name'],
    [{ route: 'beta', match: [{ header: 'x-beta', exact: '' }] }, 'has an empty exact'],
    [{ route: 'beta', match: [{ header: 'x-beta', regex: '(' }] }, 'has the regular expression "(", which RE2 does not know'],
    [{ route: 'beta', match: [{ header: 'x-beta', regex: '(?!a)b' }] }, 'have no lookaround'],
    [{ route: 'beta', match: [{ header: 'x-beta', regex: 'a'.repeat(1025) }] }, 'it has 1025 characters, at most 1024 are allowed'],
    [{ route: 'beta', match: [{ header: 'x-beta' }] }, 'has none of exact, prefix and regex. give exactly one'],
    [{ route: 'beta', match: [{ header: 'x-beta', exact: 'a', prefix: 'b' }] }, 'has exact and prefix of exact, prefix and regex'],
  ])('%p is refused', (route, message) => {
    expect(() => CanaryStep.setHeaderRoute(route as HeaderRoute)).toThrow(message);
  });
});

describe('mirror routes', () => {
  test('copy a share of the requests', () => {
    const step = CanaryStep.setMirrorRoute({
      route: 'shadow', percentage: 35, match: [{ method: { exact: 'GET' }, path: { prefix: '/api' }, headers: { agent: { regex: 'Mozilla.*' } } }],
    });
    expect(rendered(step)).toEqual([{ setMirrorRoute: {
      name: 'shadow', percentage: 35, match: [{ method: { exact: 'GET' }, path: { prefix: '/api' }, headers: { agent: { regex: 'Mozilla.*' } } }],
    } }]);
    expect(rendered(CanaryStep.removeMirrorRoute('shadow'))).toEqual([{ setMirrorRoute: { name: 'shadow' } }]);
  });

  test('a header without a name is refused', () => {
    expect(() => CanaryStep.setMirrorRoute({ route: 'shadow', match: [{ headers: { 'a b': { exact: 'c' } } }] })).toThrow('the header "a b" is no header name');
  });

  test.each([0, 101, 2.5])('a share of %p percent is refused', (percentage) => {
    expect(() => CanaryStep.setMirrorRoute({ route: 'shadow', percentage, match: [{ path: { prefix: '/' } }] })).toThrow(/give a whole number from 1 to 100/);
  });
});

describe('experiments', () => {
  const baseline = { name: 'baseline', specRef: 'stable', replicas: 2 } as const;

  test('render their pods', () => {
    const step = CanaryStep.experiment({
      duration: '1h', templates: [baseline, { name: 'canary', specRef: 'canary', weight: 5, service: true, metadata: { labels: { track: 'canary' } } }],
      dryRun: ['latency'], scaleDownDelay: '90s',
    });
    expect(rendered(step)).toEqual([{ experiment: {
      duration: '1h',
      templates: [baseline, { name: 'canary', specRef: 'canary', weight: 5, service: {}, metadata: { labels: { track: 'canary' } } }],
      dryRun: [{ metricName: '^latency$' }],
      scaleDownDelaySeconds: 90,
    } }]);
    expect(step.needs).toEqual(['experimentWeights']);
    expect(CanaryStep.experiment({ duration: '5m', templates: [baseline] }).needs).toEqual([]);
  });

  test.each<[object, string]>([
    [{ duration: '1h', templates: [baseline, baseline] }, 'two of the experiment\'s templates are named baseline'],
    [{ duration: '1h', templates: [{ ...baseline, name: 'Base line' }] }, '"Base line" of the experiment\'s templates is no name'],
    [{ duration: '1h', templates: [{ ...baseline, replicas: 0 }] }, 'the template baseline of the experiment has 0 replicas'],
    [{ duration: '1h', templates: [{ ...baseline, weight: 60 }, { ...baseline, name: 'b', weight: 60 }] }, 'are 120 together, and all traffic is 100'],
    [{ duration: '60', templates: [baseline] }, 'which is not a duration'],
    [{ analyses: [], templates: [baseline] }, 'it would never end'],
  ])('%p is refused', (props, message) => {
    expect(() => rendered(CanaryStep.experiment(props as ExperimentStepProps))).toThrow(message);
  });
});

describe('plugins', () => {
  test('render their name and configuration', () => {
    expect(rendered(CanaryStep.plugin('my-org/gate', { ticket: 'CHG-1' }))).toEqual([{ plugin: { name: 'my-org/gate', config: { ticket: 'CHG-1' } } }]);
  });

  test('a name without namespace is refused', () => {
    expect(() => CanaryStep.plugin('gate')).toThrow('the step plugin is named "gate". plugins are named namespace/name, such as my-org/my-step');
  });
});
