import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Arg } from '../../src/analysis/argument';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';

const ADDRESS = 'http://prometheus.monitoring:9090';

function up(name = 'up'): Metric {
  return Metric.prometheus(name, { address: ADDRESS, query: 'sum(up)', success: Condition.atLeast(1) });
}

describe('AnalysisCheck', () => {
  test('makes an AnalysisTemplate with its arguments', () => {
    const chart = shopChart();
    new AnalysisCheck(chart, 'ErrorRate', {
      args: { service: Arg.required(), limit: Arg.defaultsTo(0.05) },
      metrics: (arg) => [Metric.prometheus('error-rate', {
        address: ADDRESS, query: `sum(rate(errors_total{service="${arg.service}"}[5m]))`, success: Condition.below(arg.limit, { noData: 'fail' }),
        interval: '1m', count: 5, failureLimit: 1, initialDelay: '30s', timeout: '10s',
      })],
    });
    expect(specOf(chart.toJson(), 'AnalysisTemplate', 'error-rate')).toEqual({
      args: [{ name: 'service' }, { name: 'limit', value: '0.05' }],
      metrics: [{
        name: 'error-rate',
        initialDelay: '30s',
        interval: '1m',
        count: 5,
        failureLimit: 1,
        successCondition: 'len(result) > 0 && none(result, {isNaN(#)}) && all(result, {# < {{args.limit}}})',
        provider: { prometheus: { address: ADDRESS, query: 'sum(rate(errors_total{service="{{args.service}}"}[5m]))', timeout: 10 } },
      }],
    });
  });

  test('hands a step every kind of value', () => {
    const chart = shopChart();
    const check = new AnalysisCheck(chart, 'Check', {
      args: { service: Arg.required(), hash: Arg.required(), team: Arg.required(), limit: Arg.required() },
      metrics: () => [up()],
    });
    new CanaryRollout(chart, 'Web', {
      containers: [webContainer()],
      trafficRouting: TrafficRouter.istio(),
      steps: [CanaryStep.analysis(check.withArgs({
        service: Arg.stableService(), hash: Arg.podTemplateHash('Latest'), team: Arg.field("metadata.labels['team']"), limit: 3,
      }))],
    });
    expect(specOf(chart.toJson(), 'Rollout')).toMatchObject({ strategy: { canary: { steps: [{ analysis: {
      templates: [{ templateName: 'check' }],
      args: [
        { name: 'service', value: 'web-stable' },
        { name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } },
        { name: 'team', valueFrom: { fieldRef: { fieldPath: "metadata.labels['team']" } } },
        { name: 'limit', value: '3' },
      ],
    } }] } } });
  });

  test('refuses, for callers without types, arguments that do not fit', () => {
    const check = new AnalysisCheck(shopChart(), 'Check', { args: { service: Arg.required() }, metrics: () => [up()] });
    const loose = check as unknown as { withArgs(args?: object): unknown };
    expect(() => loose.withArgs()).toThrow('web/Check: the argument "service" gets no value and has no default. pass it: withArgs({ service: ... })');
    expect(() => loose.withArgs({ service: 'web', limit: 1 })).toThrow('the analysis has no argument "limit". its arguments are: service');
  });

  test('refuses a canary Service that the router does not have', () => {
    const chart = shopChart();
    const check = new AnalysisCheck(chart, 'Check', { args: { service: Arg.required() }, metrics: () => [up()] });
    new CanaryRollout(chart, 'Web', {
      containers: [webContainer()],
      trafficRouting: TrafficRouter.podRatio(),
      steps: [CanaryStep.analysis(check.withArgs({ service: Arg.canaryService() }))],
    });
    expect(() => chart.toJson()).toThrow(/asks for the canary Service, but .* one Service selects all pods. tell the pods apart by Arg.podTemplateHash\('Latest'\)/);
  });

  test('refuses two checks that want different values for one argument', () => {
    const chart = shopChart();
    const [a, b] = ['A', 'B'].map((id) => new AnalysisCheck(chart, id, { args: { limit: Arg.required() }, metrics: () => [up(id)] })) as [
      AnalysisCheck<{ limit: { kind: 'required' } }>, AnalysisCheck<{ limit: { kind: 'required' } }>,
    ];
    expect(() => CanaryStep.analysis(a.withArgs({ limit: 1 }), b.withArgs({ limit: 2 })))
      .toThrow('web/B: two checks of one analysis get different values for the argument "limit": "1" and "2"');
  });

  test('refuses to measure nothing, or two things of one name', () => {
    const chart = shopChart();
    expect(() => new AnalysisCheck(chart, 'Empty', { metrics: () => [] })).toThrow('web/Empty: the analysis measures nothing');
    expect(() => new AnalysisCheck(chart, 'Twice', { metrics: () => [up(), up()] })).toThrow('web/Twice: two metrics are named "up"');
  });
});

describe('Metric', () => {
  test.each([
    [{ failureLimit: 5, count: 5, interval: '1m' }, /failureLimit 5 can never be passed by 5 measurements/],
    [{ failureLimit: -2 }, /failureLimit is -2. give a whole number, 0 or more, or -1 for no limit/],
    [{ failureLimit: -1 }, /failureLimit is -1, which is no limit, so nothing would decide/],
    [{ inconclusiveLimit: 9, count: 5, interval: '1m' }, /inconclusiveLimit 9 is more than the 5 measurements/],
    [{ count: 0, interval: '1m' }, /count is 0/],
    [{ address: 'prometheus:9090' }, /address is "prometheus:9090". give a URL with scheme and host/],
    [{ query: 'sum(rate(x[5m])' }, /metric "m": this is not PromQL/],
    [{ interval: '1 minute' }, /metric "m": interval is "1 minute"/],
  ])('refuses %j', (props, message) => {
    expect(() => Metric.prometheus('m', { address: ADDRESS, query: 'up', success: Condition.above(0), ...props } as never)).toThrow(message);
  });
});
