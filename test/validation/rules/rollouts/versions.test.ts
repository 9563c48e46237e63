import { exampleMetric, exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { backgroundAnalysisTime } from '../../../../src/validation/rules/rollouts/background-analysis-time';
import { derivedNames } from '../../../../src/validation/rules/rollouts/derived-names';
import { exampleBlueGreen, exampleCanary, exampleRollout, exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { hashByHand } from '../../../../src/validation/rules/rollouts/hash-by-hand';
import { ownPods } from '../../../../src/validation/rules/rollouts/own-pods';
import { queryArgument } from '../../../../src/validation/rules/rollouts/query-argument';
import { versionLabel } from '../../../../src/validation/rules/rollouts/version-label';
import { pointersOf, runRule } from './run-rule';

const HASH = 'rollouts-pod-template-hash';
const CANARY = '/spec/strategy/canary';

describe('a hash in Git', () => {
  const service = (name: string) => exampleServices(name).replace('app: web', `app: web\n    ${HASH}: 6c54bd5869`);

  test('is found in the labels and the selector of a Rollout', () => {
    expect(pointersOf(hashByHand, exampleRollout().replace(/app: web/g, `${HASH}: 6c54bd5869`))).toEqual([
      `/spec/selector/matchLabels/${HASH}`, `/spec/template/metadata/labels/${HASH}`,
    ]);
  });

  test('may start a Service of ping-pong', () => {
    const rollout = exampleCanary('pingPong: { pingService: ping, pongService: pong }');
    expect(runRule(hashByHand, joinDocuments(rollout, service('ping'), service('pong'), service('web'))).map(({ object }) => object)).toEqual(['Service/web']);
  });
});

describe('pods of a Rollout and of another workload', () => {
  const deployment = (replicas: number, kind = 'Deployment') => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: web }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: example.com/web:1 }] } }
`;

  test('are told apart, whichever comes first', () => {
    expect(runRule(ownPods, joinDocuments(deployment(2), exampleRollout())).map(({ object, fix }) => [object, fix])).toEqual([
      ['Rollout/web', 'remove the workload that is not needed any more, or give the selectors and the templates a label that differs'],
    ]);
    expect(runRule(ownPods, joinDocuments(exampleRollout(), deployment(2, 'StatefulSet'))).map(({ object }) => object)).toEqual(['StatefulSet/web']);
  });

  test('are not of a Deployment that runs none', () => {
    expect(runRule(ownPods, joinDocuments(deployment(0), exampleRollout()))).toEqual([]);
  });

  test('are not looked at without a Rollout', () => {
    expect(runRule(ownPods, joinDocuments(deployment(2), deployment(2, 'StatefulSet')))).toEqual([]);
  });
});

describe('names of Services of experiments', () => {
  const named = (template: string, field: string) =>
    exampleCanary(`steps: [{ pause: {} }, { experiment: { templates: [{ name: ${template}, specRef: canary, ${field} }] } }]`);

  test.each([
    // web-<10>-1-1- leaves 44
    ['a'.repeat(44), 'weight: 5', 0], ['a'.repeat(45), 'weight: 5', 1], ['a'.repeat(45), 'service: {}', 1],
    ['a'.repeat(45), 'service: { name: web-candidate }', 0], ['a'.repeat(45), 'replicas: 1', 0],
  ])('%s with %s: %i findings', (template, field, count) => {
    expect(runRule(derivedNames, named(template, field))).toHaveLength(count);
  });
});

describe('the time of a background analysis', () => {
  const release = (steps: string, analysis: string, ...metric: string[]) => joinDocuments(
    exampleCanary(`analysis: { templates: [{ templateName: smoke }], ${analysis} }\nsteps: [${steps}]`),
    exampleTemplate({ metrics: exampleMetric(...metric) }),
  );

  test.each([
    ['{ pause: { duration: 5m } }', '', ['count: 11', 'interval: 1m'], 0],
    ['{ pause: { duration: 5m } }', '', ['count: 12', 'interval: 1m'], 1],
    ['{ pause: { duration: 5m } }', '', ['interval: 1m'], 0],
    ['{ pause: { duration: 5m } }', '', ['count: "{{args.count}}"', 'interval: 1m'], 0],
    ['{ pause: {} }', '', ['count: 100', 'interval: 1m'], 0],
    ['{ plugin: { name: example/own } }', '', ['count: 100', 'interval: 1m'], 0],
    ['{ pause: { duration: 1h } }, { pause: { duration: 60 } }', 'startingStep: 1', ['count: 5', 'interval: 1m'], 1],
    ['{ experiment: { duration: 1h, templates: [] } }', '', ['count: 60', 'interval: 1m'], 0],
    ['{ analysis: { templates: [{ templateName: smoke }] } }', '', ['count: 60', 'interval: 1m'], 0],
    ['{ analysis: { templates: [{ templateName: elsewhere }] } }', '', ['count: 60', 'interval: 1m'], 0],
  ])('steps %s, %s with %p: %i findings', (steps, analysis, metric, count) => {
    expect(pointersOf(backgroundAnalysisTime, release(steps, analysis, ...metric))).toEqual(Array(count).fill(`${CANARY}/analysis`));
  });
});

describe('a query by version', () => {
  const asked = (query: string) => exampleTemplate({ metrics: exampleMetric('count: 3').replace('web_success_ratio', query) });
  const canary = (fields: string) => exampleCanary(`${fields}\nsteps: [{ analysis: { templates: [{ templateName: smoke }] } }]`);

  test.each([
    ['requests{track="canary"}', '', 1],
    ['requests{track="canary"}', 'canaryMetadata: { labels: { track: canary } }', 0],
    ['requests{track="stable"}', 'canaryMetadata: { labels: { track: canary } }', 1],
    ['requests{track=~"canary"}', 'stableMetadata: { labels: { track: stable } }', 1],
    ['requests{track!="canary"}', '', 0],
    ['requests{service="canary"}', '', 0],
    ['requests{track="{{args.track}}"}', '', 0],
  ])('%s, %s: %i findings', (query, fields, count) => {
    expect(runRule(versionLabel, joinDocuments(canary(fields), asked(query)))).toHaveLength(count);
  });

  test('names the metadata that could carry the label', () => {
    const blueGreen = exampleBlueGreen('activeService: web\nprePromotionAnalysis: { templates: [{ templateName: smoke }] }');
    expect(runRule(versionLabel, joinDocuments(blueGreen, asked('requests{role="preview"}')))).toEqual([
      expect.objectContaining({ fix: 'add role: preview to the labels of previewMetadata, or ask by an argument with podTemplateHashValue' }),
    ]);
  });
});

describe('a label that is written out', () => {
  const asked = (...queries: string[]) => joinDocuments(
    exampleCanary('steps: [{ analysis: { templates: [{ templateName: smoke }] } }]'),
    exampleTemplate({ metrics: queries.map((query) => exampleMetric('count: 3').replace('web_success_ratio', query).trimEnd()).join('') }),
  );

  test.each([
    [['a{service="{{args.service}}"}', 'b{service="web"}'], 1],
    [['a{service="{{args.service}}"}', 'b{job="web"}'], 0],
    [['a{service="{{args.service}}"}', 'b{service="{{args.service}}",status="500"}'], 0],
    // the query itself compares both
    [['a{service="{{args.service}}"} / a{service="web"}'], 0],
    [['a{service="web"}', 'b{service="web"}'], 0],
  ])('%p: %i findings', (queries, count) => {
    expect(runRule(queryArgument, asked(...queries))).toHaveLength(count);
  });
});
