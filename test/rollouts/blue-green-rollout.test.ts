import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Arg } from '../../src/analysis/argument';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { BlueGreenRollout } from '../../src/rollouts/blue-green-rollout';
import { Promotion } from '../../src/rollouts/promotion';
import type { RolloutAnalysis } from '../../src/rollouts/rollout-analysis';
import { shopChart, specOf, webContainer } from '../shop';

describe('BlueGreenRollout', () => {
  test('makes an active and a preview Service', () => {
    const chart = shopChart();
    const api = new BlueGreenRollout(chart, 'Api', { containers: [webContainer()], promotion: Promotion.automatic(), scaleDownDelay: '10m' });
    const manifests = chart.toJson();
    expect(specOf(manifests, 'Rollout').strategy).toEqual({
      blueGreen: { activeService: 'api', previewService: 'api-preview', scaleDownDelaySeconds: 600 },
    });
    for (const service of [api.activeService, api.previewService]) {
      expect(specOf(manifests, 'Service', service.name).selector).toEqual({ 'app.kubernetes.io/name': 'api' });
    }
  });

  test.each([
    [Promotion.manual(), { autoPromotionEnabled: false }],
    [Promotion.automaticAfter('5m'), { autoPromotionSeconds: 300 }],
  ])('is promoted in one of three ways', (promotion, wire) => {
    const chart = shopChart();
    new BlueGreenRollout(chart, 'Api', { containers: [webContainer()], promotion });
    expect(specOf(chart.toJson(), 'Rollout').strategy).toEqual({ blueGreen: { activeService: 'api', previewService: 'api-preview', ...wire } });
  });

  test.each(['prePromotionAnalysis', 'postPromotionAnalysis'] as const)('refuses checks of %s that cannot run as one, where they are put together', (field) => {
    const chart = shopChart();
    const smoke = new AnalysisCheck(chart, 'Smoke', {
      args: { service: Arg.required() },
      metrics: () => [Metric.prometheus('up', { address: 'http://prometheus.monitoring:9090', query: 'sum(up)', success: Condition.atLeast(1) })],
    });
    const checks = [smoke.withArgs({ service: 'a' }), smoke.withArgs({ service: 'b' })] as const;
    const make = (id: string, analysis: RolloutAnalysis) => () => new BlueGreenRollout(chart, id, {
      containers: [webContainer()], promotion: Promotion.manual(), [field]: analysis,
    });
    expect(make('A', checks)).toThrow(/two checks of one analysis get different values for the argument "service": "a" and "b".*blue-green-rollout\.test\.ts/);
    expect(make('B', { checks: [checks[0]], dryRun: ['down'] })).toThrow(/dryRun names the metric "down", which is not measured. the metrics are: up/);
  });

  test('checks the new pods before and after they take over', () => {
    const chart = shopChart();
    const smoke = new AnalysisCheck(chart, 'Smoke', {
      args: { service: Arg.required() },
      metrics: (arg) => [Metric.prometheus('up', {
        address: 'http://prometheus.monitoring:9090', query: `sum(up{service="${arg.service}"})`, success: Condition.atLeast(1),
      })],
    });
    new BlueGreenRollout(chart, 'Api', {
      containers: [webContainer()],
      promotion: Promotion.manual(),
      prePromotionAnalysis: [smoke.withArgs({ service: Arg.previewService() })],
      postPromotionAnalysis: [smoke.withArgs({ service: Arg.activeService() })],
    });
    expect(specOf(chart.toJson(), 'Rollout').strategy).toMatchObject({
      blueGreen: {
        prePromotionAnalysis: { templates: [{ templateName: 'smoke' }], args: [{ name: 'service', value: 'api-preview' }] },
        postPromotionAnalysis: { templates: [{ templateName: 'smoke' }], args: [{ name: 'service', value: 'api' }] },
      },
    });
  });

  test('has no canary Service to check', () => {
    const chart = shopChart();
    const smoke = new AnalysisCheck(chart, 'Smoke', {
      args: { service: Arg.required() },
      metrics: () => [Metric.prometheus('up', { address: 'http://prometheus.monitoring:9090', query: 'sum(up)', success: Condition.atLeast(1) })],
    });
    new BlueGreenRollout(chart, 'Api', {
      containers: [webContainer()], promotion: Promotion.manual(), prePromotionAnalysis: [smoke.withArgs({ service: Arg.canaryService() })],
    });
    expect(() => chart.toJson()).toThrow(/asks for the canary Service, but a blue-green rollout has no canary Service. use Arg.previewService\(\)/);
  });
});
