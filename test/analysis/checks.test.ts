import * as kplus from 'cdk8s-plus-27';
import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { AnalysisRun } from '../../src/analysis/analysis-run';
import { Arg } from '../../src/analysis/argument';
import { BackgroundAnalysis } from '../../src/analysis/background-analysis';
import { analysisToKube } from '../../src/analysis/bound-analysis';
import { ClusterAnalysisCheck } from '../../src/analysis/cluster-analysis-check';
import { Condition } from '../../src/analysis/condition';
import { kargoVerification } from '../../src/analysis/kargo-verification';
import { Metric } from '../../src/analysis/metric';
import { ArgoChart } from '../../src/app/argo-chart';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TestApp } from '../../src/testing/test-app';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { ValidationError } from '../../src/validation/validation-error';
import { shopChart, specOf, theObject, webContainer } from '../shop';

const ADDRESS = 'http://prometheus.monitoring:9090';
const TARGET = { serviceName: () => 'web' };

function up(name = 'up', query = 'sum(up)'): Metric {
  return Metric.prometheus(name, { address: ADDRESS, query, success: Condition.atLeast(1), interval: '1m', count: 3 });
}

describe('a secret argument', () => {
  test('is a reference in the template, and nothing that a rollout passes', () => {
    const chart = shopChart();
    const check = new AnalysisCheck(chart, 'Check', {
      args: { token: Arg.fromSecret({ name: 'metrics', key: 'token' }) },
      metrics: (arg) => [up('up', `up{job="${arg.token}"}`)],
    });
    expect(specOf(chart.toJson(), 'AnalysisTemplate')).toMatchObject({
      args: [{ name: 'token', valueFrom: { secretKeyRef: { name: 'metrics', key: 'token' } } }],
    });
    expect(() => (check as unknown as { withArgs(args: object): void }).withArgs({ token: 'hunter2' }))
      .toThrow('web/Check: the argument "token" is read from the Secret metrics, and a value beside it is refused');
  });

  test('takes a Secret of cdk8s-plus', () => {
    const chart = shopChart();
    const secret = kplus.Secret.fromSecretName(chart, 'Secret', 'metrics');
    expect(Arg.fromSecret(secret, 'token').secret).toEqual({ name: 'metrics', key: 'token' });
  });
});

describe('Arg.field', () => {
  test.each(['metadata.name', "metadata.labels['example.com/team']", 'spec.template.spec.containers[0].image', 'status.currentPodHash'] as const)(
    'takes %s', (path) => {
      expect(Arg.field(path)).toEqual({ kind: 'field', path });
    });

  test.each([
    ['metadata.labels.team', "labels and annotations stand in brackets: write metadata.labels['team']"],
    ['metadata.generation', 'of the metadata can be read: metadata.name'],
    ["spec.template.metadata.labels['team']", 'without quotes: write spec.template.metadata.labels.team'],
    ["spec.template.metadata.labels['app.kubernetes.io/name']", 'a key with a dot, such as app.kubernetes.io/name, cannot be addressed'],
    ['.spec.replicas', 'write a path from spec or status'],
    ['spec..replicas', 'write a path from spec or status'],
  ])('refuses %s', (path, message) => {
    expect(() => Arg.field(path as never)).toThrow(message);
  });
});

describe('nested checks', () => {
  test('are named by the template, which may measure nothing itself', () => {
    const chart = shopChart();
    const args = { service: Arg.required() };
    const errors = new AnalysisCheck(chart, 'Errors', { args, metrics: () => [up('errors')] });
    const latency = new ClusterAnalysisCheck(chart, 'Latency', { args, metrics: () => [up('latency')] });
    const both = new AnalysisCheck(chart, 'Both', { args, nested: [errors, latency], dryRun: ['latency'] });
    expect(specOf(chart.toJson(), 'AnalysisTemplate', 'both')).toEqual({
      args: [{ name: 'service' }],
      dryRun: [{ metricName: '^latency$' }],
      templates: [{ templateName: 'errors' }, { templateName: 'latency', clusterScope: true }],
    });
    expect(theObject(chart.toJson(), 'ClusterAnalysisTemplate', 'latency').metadata).toEqual({ name: 'latency' });
    expect(both.withArgs({ service: 'web' }).templates.map(({ name }) => name)).toEqual(['both', 'errors', 'latency']);
  });

  test('need their arguments from the one that nests them', () => {
    const chart = shopChart();
    const errors = new AnalysisCheck(chart, 'Errors', { args: { service: Arg.required() }, metrics: () => [up()] });
    expect(() => new AnalysisCheck(chart, 'Both', { nested: [errors as never] }))
      .toThrow('web/Both: the nested check errors needs the argument "service", which this one does not declare. declare it: args: { service: Arg.required() }');
  });

  test('agree on defaults and on the names of metrics', () => {
    const chart = shopChart();
    const errors = new AnalysisCheck(chart, 'Errors', { args: { limit: Arg.defaultsTo(1) }, metrics: () => [up('errors')] });
    expect(() => new AnalysisCheck(chart, 'Both', { args: { limit: Arg.defaultsTo(2) }, metrics: () => [up()], nested: [errors] }))
      .toThrow('web/Both: AnalysisTemplate both and AnalysisTemplate errors run together and declare the argument "limit" differently: "2" and "1"');
    expect(() => new AnalysisCheck(chart, 'Twice', { metrics: () => [up('errors')], nested: [errors] }))
      .toThrow('AnalysisTemplate twice and AnalysisTemplate errors both have a metric named "errors". rename one of them');
    const secret = new AnalysisCheck(chart, 'Secret', { args: { limit: Arg.fromSecret({ name: 'a', key: 'b' }) }, metrics: () => [up('secret')] });
    expect(() => new AnalysisCheck(chart, 'Order', { nested: [errors, secret] })).toThrow('differently: "1" and Secret a, key b');
  });
});

describe('dryRun and measurementRetention', () => {
  test('are names of metrics, found whole', () => {
    const chart = shopChart();
    new AnalysisCheck(chart, 'Check', { metrics: () => [up('p99.9'), up('up')], dryRun: ['p99.9'], measurementRetention: { up: 20 } });
    expect(specOf(chart.toJson(), 'AnalysisTemplate')).toMatchObject({
      dryRun: [{ metricName: '^p99\\.9$' }], measurementRetention: [{ metricName: '^up$', limit: 20 }],
    });
  });

  test('of a use go with it, unless the template says them', () => {
    const chart = shopChart();
    const check = new AnalysisCheck(chart, 'Check', { metrics: () => [up('a'), up('b')], dryRun: ['a'] }).withArgs();
    expect(analysisToKube([check], TARGET, { dryRun: ['b'], analysisRunMetadata: { labels: { team: 'shop' } } })).toMatchObject({
      templates: [{ templateName: 'check' }], dryRun: [{ metricName: '^b$' }], analysisRunMetadata: { labels: { team: 'shop' } },
    });
    expect(() => BackgroundAnalysis.of([check], { dryRun: ['a'] })).toThrow('dryRun of the analysis names a metric that AnalysisTemplate check names already');
  });

  test.each([
    [{ dryRun: ['upp'] }, 'web/Check: dryRun names the metric "upp", which is not measured. the metrics are: up'],
    [{ dryRun: ['up', 'up'] }, 'dryRun names the metric "up" twice'],
    [{ measurementRetention: { up: 0 } }, 'measurementRetention of "up" is 0. give a whole number, 1 or more'],
  ])('refuse %j', (treatment, message) => {
    expect(() => new AnalysisCheck(shopChart(), 'Check', { metrics: () => [up()], ...treatment })).toThrow(message);
  });
});

describe('fromName', () => {
  test('renders nothing and is no missing object', () => {
    const app = new TestApp();
    const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
    const errors = AnalysisCheck.fromName(chart, 'Errors', { name: 'error-rate', args: { service: Arg.required(), limit: Arg.optional() } });
    const smoke = ClusterAnalysisCheck.fromName(chart, 'Smoke', { name: 'smoke' });
    new CanaryRollout(chart, 'Web', {
      containers: [webContainer()], trafficRouting: TrafficRouter.istio(),
      steps: [CanaryStep.analysis(errors.withArgs({ service: Arg.canaryService() }), smoke.withArgs())],
    });
    const manifests = chart.toJson();
    expect(manifests.map(({ kind }: { kind: string }) => kind)).not.toContain('AnalysisTemplate');
    expect(specOf(manifests, 'Rollout')).toMatchObject({ strategy: { canary: { steps: [{ analysis: {
      templates: [{ templateName: 'error-rate' }, { templateName: 'smoke', clusterScope: true }],
      args: [{ name: 'service', value: 'web-canary' }],
    } }] } } });
    expect(() => app.synth()).not.toThrow();
  });

  test('a name that is only written is a missing object', () => {
    const app = new TestApp();
    const [shop, other] = ['shop', 'other'].map((name) => new ArgoChart(app, name, { namespace: name })) as [ArgoChart, ArgoChart];
    const errors = AnalysisCheck.fromName(other, 'Errors', { name: 'error-rate' });
    new CanaryRollout(shop, 'Web', {
      containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [CanaryStep.analysis(errors.withArgs())],
    });
    expect(() => app.synth()).toThrow(ValidationError);
  });
});

describe('checks of one analysis', () => {
  test('where one relies on its default may not get another value from the other', () => {
    const chart = shopChart();
    const args = { limit: Arg.defaultsTo(1) };
    const [a, b] = ['a', 'b'].map((id) => new AnalysisCheck(chart, id, { args, metrics: () => [up(id)] })) as [AnalysisCheck<typeof args>, AnalysisCheck<typeof args>];
    expect(() => CanaryStep.analysis(a.withArgs({ limit: 2 }), b.withArgs()))
      .toThrow('web/b: two checks of one analysis get different values for the argument "limit": "2" and "1"');
    expect(analysisToKube([a.withArgs({ limit: 2 }), b.withArgs({ limit: 2 })], TARGET).args).toEqual([{ name: 'limit', value: '2' }]);
  });
});

describe('AnalysisRun', () => {
  test('holds the metrics and the values of all its checks', () => {
    const chart = shopChart();
    const errors = new AnalysisCheck(chart, 'Errors', {
      args: { service: Arg.required(), limit: Arg.defaultsTo(1), token: Arg.fromSecret({ name: 'metrics', key: 'token' }) },
      metrics: () => [up('errors')], dryRun: ['errors'],
    });
    const both = new AnalysisCheck(chart, 'Both', { args: { service: Arg.required() }, metrics: () => [up()] });
    new AnalysisRun(chart, 'Trial', {
      checks: [both.withArgs({ service: 'web' }), errors.withArgs({ service: 'web' })],
      measurementRetention: { up: 20 }, ttlStrategy: { afterCompletion: '1h' },
    });
    expect(specOf(chart.toJson(), 'AnalysisRun', 'trial')).toMatchObject({
      args: [
        { name: 'service', value: 'web' }, { name: 'limit', value: '1' },
        { name: 'token', valueFrom: { secretKeyRef: { name: 'metrics', key: 'token' } } },
      ],
      metrics: [{ name: 'up' }, { name: 'errors' }],
      dryRun: [{ metricName: '^errors$' }],
      measurementRetention: [{ metricName: '^up$', limit: 20 }],
      ttlStrategy: { secondsAfterCompletion: 3600 },
    });
  });

  test('refuses what only a Rollout knows, and templates that it cannot copy', () => {
    const chart = shopChart();
    const check = new AnalysisCheck(chart, 'Check', { args: { service: Arg.required() }, metrics: () => [up()] });
    expect(() => new AnalysisRun(chart, 'Trial', { checks: [check.withArgs({ service: Arg.canaryService() })] }))
      .toThrow('web/Trial: the argument "service" is a value that only a Rollout knows');
    const elsewhere = AnalysisCheck.fromName(chart, 'Smoke', { name: 'smoke' });
    expect(() => new AnalysisRun(chart, 'Other', { checks: [elsewhere.withArgs()] })).toThrow('AnalysisTemplate smoke is made elsewhere');
  });
});

describe('kargoVerification', () => {
  test('names the templates, with values as text', () => {
    const chart = shopChart();
    const errors = new AnalysisCheck(chart, 'Errors', { args: { limit: Arg.required() }, metrics: () => [up('errors')] });
    const smoke = new ClusterAnalysisCheck(chart, 'Smoke', { metrics: () => [up('smoke')] });
    expect(kargoVerification([errors.withArgs({ limit: 3 }), smoke.withArgs()])).toEqual({
      analysisTemplates: [{ name: 'errors' }, { name: 'smoke', kind: 'ClusterAnalysisTemplate' }],
      args: [{ name: 'limit', value: '3' }],
    });
  });

  test('refuses nested checks, which Kargo does not know', () => {
    const chart = shopChart();
    const smoke = new AnalysisCheck(chart, 'Smoke', { metrics: () => [up('smoke')] });
    const all = new AnalysisCheck(chart, 'All', { nested: [smoke] });
    expect(() => kargoVerification([all.withArgs()])).toThrow('web/All: the check nests others, which Kargo does not know');
  });
});
