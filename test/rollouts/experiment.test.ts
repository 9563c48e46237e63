import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Arg } from '../../src/analysis/argument';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { promql } from '../../src/analysis/promql';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { Experiment } from '../../src/rollouts/experiment';
import { ExperimentValue } from '../../src/rollouts/steps/experiment-value';
import { shopChart, specOf, webContainer } from '../shop';

function comparing(chart: ReturnType<typeof shopChart>) {
  return new AnalysisCheck(chart, 'Compare', {
    args: { hash: Arg.required() },
    metrics: (arg) => [Metric.prometheus('errors', {
      address: 'http://prometheus.monitoring:9090', query: promql`up{hash="${arg.hash}"}`, success: Condition.below(1), interval: '1m', count: 5,
    })],
  });
}

describe('Experiment', () => {
  test('runs pods side by side and judges them', () => {
    const chart = shopChart();
    const check = comparing(chart).withArgs({ hash: ExperimentValue.podTemplateHash('candidate') });
    const experiment = new Experiment(chart, 'Trial', {
      analyses: [{ name: 'compare', check, requiredForCompletion: true }], progressDeadline: '5m', scaleDownDelay: '1m',
      dryRun: ['errors'], measurementRetention: { errors: 20 },
    });
    experiment.addTemplate('baseline', { containers: [webContainer()] });
    experiment.addTemplate('candidate', { replicas: 2, containers: [{ ...webContainer(), image: 'registry.example.com/web:2.0.0' }], service: true, minReady: '5s' });
    expect(specOf(chart.toJson(), 'Experiment')).toMatchObject({
      progressDeadlineSeconds: 300,
      scaleDownDelaySeconds: 60,
      dryRun: [{ metricName: '^errors$' }],
      measurementRetention: [{ metricName: '^errors$', limit: 20 }],
      analyses: [{ name: 'compare', templateName: 'compare', requiredForCompletion: true, args: [{ name: 'hash', value: '{{templates.candidate.podTemplateHash}}' }] }],
      templates: [
        { name: 'baseline', selector: { matchLabels: { 'cdk8s-argo/experiment-template': 'trial.baseline' } } },
        {
          name: 'candidate', replicas: 2, minReadySeconds: 5, service: {},
          template: {
            metadata: { labels: { 'cdk8s-argo/experiment-template': 'trial.candidate' } },
            spec: { containers: [{ image: 'registry.example.com/web:2.0.0' }] },
          },
        },
      ],
    });
    expect(chart.node.root.node.validate()).toEqual([]);
  });

  test.each(['dryRun', 'measurementRetention'] as const)('%s holds for every analysis, so each has to have the metric', (field) => {
    const chart = shopChart();
    const slow = new AnalysisCheck(chart, 'Slow', {
      metrics: () => [Metric.prometheus('p99', { address: 'http://prometheus.monitoring:9090', query: 'max(p99)', success: Condition.below(1) })],
    });
    const analyses = [{ name: 'compare', check: comparing(chart).withArgs({ hash: 'abc' }) }, { name: 'slow', check: slow.withArgs() }];
    const treatment = { dryRun: { dryRun: ['errors'] }, measurementRetention: { measurementRetention: { errors: 20 } } }[field];
    const message = /web\/Slow: \w+ of the experiment names the metric "errors", and the analysis slow has none of that name: its metrics are p99.*experiment\.test\.ts/;
    expect(() => new Experiment(chart, 'Trial', { duration: '1h', analyses, ...treatment })).toThrow(message);
    expect(() => new Experiment(chart, 'Other', { duration: '1h', analyses: [analyses[0]!], ...treatment })).not.toThrow();
  });

  test('a step refuses a dry run of a metric that an analysis does not measure', () => {
    const check = comparing(shopChart()).withArgs({ hash: 'abc' });
    const step = (dryRun: string[]) => () => CanaryStep.experiment({
      templates: [{ name: 'canary', specRef: 'canary' }], duration: '1h', analyses: [{ name: 'compare', check }], dryRun,
    });
    expect(step(['error'])).toThrow(/dryRun of the experiment names the metric "error", and the analysis compare has none of that name: its metrics are errors/);
    expect(step(['errors', 'errors'])).toThrow(/dryRun names the metric "errors" twice/);
  });

  test('one that would never end is refused', () => {
    expect(() => new Experiment(shopChart(), 'Trial', {})).toThrow('it would never end. give it a duration');
  });

  test('without pods it is refused', () => {
    const chart = shopChart();
    new Experiment(chart, 'Trial', { duration: '1h' });
    expect(() => chart.toJson()).toThrow('the experiment has no pods. add some with addTemplate');
  });

  test('there is no rollout whose pods a check could ask for', () => {
    const chart = shopChart();
    const check = comparing(chart).withArgs({ hash: Arg.podTemplateHash('Latest') });
    new Experiment(chart, 'Trial', { duration: '1h', analyses: [{ name: 'compare', check }] }).addTemplate('a', { containers: [webContainer()] });
    expect(() => chart.toJson()).toThrow('use ExperimentValue.podTemplateHash with the name of a template');
  });
});
