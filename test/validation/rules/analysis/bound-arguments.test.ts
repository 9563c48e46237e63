import type { Rule } from '../../../../src/validation/rule';
import { argValuesFit } from '../../../../src/validation/rules/analysis/arg-values-fit';
import {
  exampleBackgroundAnalysis, exampleMetric, exampleProvider, exampleStepAnalysis, exampleTemplate,
} from '../../../../src/validation/rules/analysis/example-analysis';
import { providerServicePort } from '../../../../src/validation/rules/analysis/provider-service-port';
import { metricServiceExists } from '../../../../src/validation/rules/references/metric-service-exists';
import { exampleCanary, exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const said = (rule: Rule, yaml: string): string[] => findingsOf(rule, yaml).map(({ pointer, message }) => `${pointer}: ${message}`);

describe('analysis/arg-values-fit', () => {
  const fits = (yaml: string): string[] => said(argValuesFit, yaml);
  const limited = (args: string): string => exampleTemplate({ args, metrics: exampleMetric('successCondition: result >= {{ args.limit }}') });
  const analysis = (args = ''): string => `templates:\n  - templateName: smoke${args && `\nargs:\n${args}`}`;
  const ARGS = '/spec/strategy/canary/steps/1/analysis';

  test('a default is found where no value is given', () => {
    expect(fits(exampleStepAnalysis(analysis(), limited('    - name: limit\n      value: five')))).toEqual([
      `${ARGS}: metric success-rate of AnalysisTemplate/smoke: the argument "limit" is "five", and with it successCondition is no condition: ` +
      'character 11: "five" is an unknown name. did you mean find?',
    ]);
    expect(fits(exampleStepAnalysis(analysis('  - name: limit\n    value: "1"'), limited('    - name: limit\n      value: five')))).toEqual([]);
  });

  test('only the value that is to blame is named', () => {
    const template = exampleTemplate({
      args: '    - name: low\n    - name: high', metrics: exampleMetric('successCondition: result >= {{args.low}} && result <= {{args.high}}'),
    });
    const args = '  - name: low\n    value: "1"\n  - name: high\n    value: 5m';
    expect(fits(exampleStepAnalysis(analysis(args), template))).toEqual([expect.stringMatching(/^\S+\/args\/1\/value: .*the argument "high" is "5m", and with it/)]);
  });

  test.each([
    ['a query', 'query: sum(rate(errors[{{args.x}}]))', '5 minutes', 'query is no PromQL'],
    ['a count', 'query: up', 'five', 'count is "five", no whole number'],
  ])('%s is read with it', (_, query, value, problem) => {
    const count = query === 'query: up' ? ['count: "{{args.x}}"', 'interval: 1m'] : [];
    const provider = exampleProvider(`prometheus:\n  address: http://prometheus.monitoring:9090\n  ${query}`, {
      fields: ['successCondition: len(result) > 0 && result[0] > 1', ...count],
    });
    const yaml = (text: string): string => exampleBackgroundAnalysis(
      analysis(`  - name: x\n    value: ${text}`), exampleTemplate({ args: '    - name: x\n      value: "5"', metrics: provider }),
    );
    expect(fits(yaml(value))).toEqual([expect.stringContaining(problem)]);
    expect(fits(yaml(count.length > 0 ? '"3"' : '5m'))).toEqual([]);
  });

  test.each([
    ['a value that the Rollout knows', '  - name: limit\n    valueFrom:\n      fieldRef:\n        fieldPath: metadata.labels[\'limit\']'],
    ['a value of an experiment', '  - name: limit\n    value: "{{templates.canary.podTemplateHash}}"'],
    ['an expression', '  - name: limit\n    value: 1 - 0.05'],
  ])('%s is left alone', (_, args) => {
    expect(fits(exampleStepAnalysis(analysis(args), limited('    - name: limit\n      value: five')))).toEqual([]);
  });

  test('a condition that is wrong anyhow is no matter of its arguments', () => {
    const metrics = exampleMetric('successCondition: results >= {{args.limit}}');
    expect(fits(exampleStepAnalysis(analysis(), exampleTemplate({ args: '    - name: limit\n      value: five', metrics })))).toEqual([]);
  });

  test('an AnalysisRun has values of its own', () => {
    const run = limited('    - name: limit\n      value: 5%').replace('kind: AnalysisTemplate', 'kind: AnalysisRun');
    expect(fits(run)).toEqual([expect.stringMatching(/^\/spec\/args\/0\/value: metric success-rate: the argument "limit" is "5%"/)]);
  });
});

describe('Services that metrics ask', () => {
  const asking = (url: string, ...more: readonly string[]): string => joinDocuments(exampleStepAnalysis(
    'templates:\n  - templateName: smoke\nargs:\n  - name: service\n    value: web',
    exampleTemplate({
      args: '    - name: service\n    - name: secret\n      valueFrom:\n        secretKeyRef:\n          name: smoke\n          key: host',
      metrics: exampleProvider(`web:\n  url: ${url}\n  jsonPath: "{$.status}"`, { name: 'health', fields: ['successCondition: result == "ok"'] }),
    }),
    exampleServices('web'),
  ), ...more);
  const ports = (yaml: string): string[] => said(providerServicePort, yaml);
  const missing = (yaml: string): string[] => said(metricServiceExists, yaml);

  test.each(['http://web.shop:8080/x', 'http://{{args.service}}:8080', 'https://web.shop.svc/x', 'http://web.shop.svc.cluster.local.:8080?q={{args.secret}}'])(
    '%s asks a port that the Service does not have', (url) => {
      expect(ports(asking(url))).toEqual([expect.stringMatching(/asks Service\/shop\/web at port (8080|443), which it does not have$/)]);
    },
  );

  test.each(['http://web.shop/x', 'http://web.shop.svc.cluster.local:80/x', 'http://web.other:8080/x', 'https://web.example.com/x', 'http://{{args.secret}}.shop:8080'])(
    '%s is left alone', (url) => {
      expect([...ports(asking(url)), ...missing(asking(url))]).toEqual([]);
    },
  );

  test('a headless Service has the ports of its pods', () => {
    expect(ports(asking('http://web.shop:8080/x').replace('  selector:\n    app: web\n  ports', '  clusterIP: None\n  selector:\n    app: web\n  ports'))).toEqual([]);
  });

  test('a Service of the namespace that is not there is found, and one of another namespace is not looked for', () => {
    expect(missing(asking('http://wbe.shop.svc:8080/x'))).toEqual([expect.stringContaining('asks the Service wbe, which is not there')]);
    expect(missing(asking('http://wbe.other.svc:8080/x'))).toEqual([]);
    // A host of two words may be one of the internet.
    expect(missing(asking('http://wbe.shop/x'))).toEqual([]);
  });

  test('the Services of experiments are not looked for', () => {
    const rollout = exampleCanary(`
steps:
  - experiment:
      duration: 5m
      templates:
        - name: canary
          specRef: canary
          service:
            name: wbe
  - setWeight: 25
  - analysis:
      templates:
        - templateName: smoke
      args:
        - name: service
          value: wbe
`);
    const [, ...rest] = asking('http://{{args.service}}.shop.svc/x').split('---\n');
    expect(missing(joinDocuments(rollout, ...rest))).toEqual([]);
  });
});
