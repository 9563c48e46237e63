import { progressiveSyncs } from '../../../../src/validation/rules/appsets/progressive-syncs';
import { rollingSyncCovers } from '../../../../src/validation/rules/appsets/rolling-sync-covers';
import { rollingSyncFields } from '../../../../src/validation/rules/appsets/rolling-sync-fields';
import { rollingSyncOnce } from '../../../../src/validation/rules/appsets/rolling-sync-once';
import { rollingSyncPaused } from '../../../../src/validation/rules/appsets/rolling-sync-paused';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';
import { setOf } from './set-of';

const template = (labels: string) => `template: { metadata: { name: 'web-{{ .nameNormalized }}', labels: { ${labels} } } }`;

const steps = (...expressions: readonly string[]) => `
strategy:
  type: RollingSync
  rollingSync:
    steps:
${expressions.map((one) => `      - matchExpressions: [{ ${one} }]`).join('\n')}`;

const clusters = (...selectors: readonly string[]) => `
generators:
${selectors.map((one) => `  - clusters: { selector: { matchLabels: { env: ${one} } } }`).join('\n')}`;

const STAGING = 'key: env, operator: In, values: [staging]';
const PRODUCTION = 'key: env, operator: In, values: [production]';

describe('appsets/rolling-sync-covers', () => {
  const messages = (yaml: string) => findingsOf(rollingSyncCovers, yaml).map(({ message }) => message);

  test('knows the label of clusters that nobody declared from the selector', () => {
    const labelled = template("env: '{{ .metadata.labels.env }}'");
    expect(messages(setOf(clusters('staging', 'production'), labelled, steps(STAGING, PRODUCTION)))).toEqual([]);
    expect(messages(setOf(clusters('staging', 'canary'), labelled, steps(STAGING, PRODUCTION)))).toEqual([
      'the Applications of spec.generators[1].clusters are in no step and would never be synced',
    ]);
  });

  test('says nothing of a label that only Argo CD knows', () => {
    expect(messages(setOf(clusters('staging'), template("env: '{{ .metadata.labels.stage }}'"), steps(PRODUCTION)))).toEqual([]);
  });

  test('a missing label fails In, and no other operator', () => {
    expect(messages(setOf(clusters('staging'), template(''), steps('key: env, operator: NotIn, values: [production]')))).toEqual([]);
    expect(messages(setOf(clusters('staging'), template(''), steps('key: env, operator: in, values: [staging]')))).toEqual([]);
    expect(messages(setOf(clusters('staging'), template(''), steps(STAGING)))).toHaveLength(1);
  });

  test('names the clusters that are declared', () => {
    const facts = [
      { name: 'one', server: 'https://one.example.com', labels: { env: 'staging' }, annotations: {} },
      { name: 'two', server: 'https://two.example.com', labels: { env: 'canary' }, annotations: {} },
    ];
    const yaml = setOf('generators: [{ clusters: { selector: { matchExpressions: [{ key: env, operator: Exists }] } } }]',
      template("env: '{{ .metadata.labels.env }}'"), steps(STAGING, PRODUCTION));
    expect(findingsOf(rollingSyncCovers, exampleManifests(yaml, { id: '', exampleClusters: facts }))).toEqual([expect.objectContaining({
      message: 'web-two is in no step and would never be synced', received: 'env: canary',
    })]);
  });
});

test('appsets/rolling-sync-once finds steps that overlap', () => {
  const yaml = setOf(clusters('staging'), template("env: '{{ .metadata.labels.env }}'"), steps(STAGING, 'key: env, operator: NotIn, values: [production]'));
  expect(findingsOf(rollingSyncOnce, yaml).map(({ message }) => message)).toEqual(['the Applications of spec.generators[0].clusters are in the steps 1 and 2']);
});

test.each([
  ['type: Rollingsync', 'Argo CD knows no Rollingsync here, and everything is synced at once'],
  ['type: RollingSync', 'RollingSync has no steps, so automatic sync is switched off and nothing is synced'],
  ['rollingSync: { steps: [{}] }', 'the steps are ignored without type: RollingSync'],
  ['deletionOrder: Reverse', 'an order of deletion needs RollingSync with steps, and is ignored'],
  ["type: RollingSync, rollingSync: { steps: [{ maxUpdate: '3' }] }", 'maxUpdate "3" is no number and no percentage, and counts as 1'],
  ['type: RollingSync, rollingSync: { steps: [{ maxUpdate: -1 }, { maxUpdate: 0 }] }', 'maxUpdate is -1, and nothing of the step is ever synced'],
  ['type: RollingSync, rollingSync: { steps: [{ matchExpressions: [{ key: env, operator: Exists }] }] }',
    'steps have no operator Exists: it takes the Applications without the label, and none that has it'],
])('appsets/rolling-sync-fields: %s', (strategy, message) => {
  expect(findingsOf(rollingSyncFields, setOf(clusters('staging'), template(''), `strategy: { ${strategy} }`)).map((one) => one.message)).toEqual([message]);
});

test.each(['0', '"0%"'])('appsets/rolling-sync-paused: maxUpdate %s is for a person', (maxUpdate) => {
  const strategy = `strategy: { type: RollingSync, rollingSync: { steps: [{ maxUpdate: ${maxUpdate} }] } }`;
  expect(findingsOf(rollingSyncPaused, setOf(clusters('staging'), template(''), strategy))).toEqual([expect.objectContaining({ severity: 'warning' })]);
  expect(findingsOf(rollingSyncPaused, setOf(clusters('staging'), template(''), strategy.replace('type: RollingSync, ', '')))).toEqual([]);
});

test('a deletion order is read in any case, and RollingSync in one only', () => {
  const strategy = 'strategy: { type: RollingSync, deletionOrder: reverse, rollingSync: { steps: [{}] } }';
  expect(findingsOf(rollingSyncFields, setOf(clusters('staging'), template(''), strategy))).toEqual([]);
});

test('appsets/progressive-syncs asks nobody who does not show the parameters', () => {
  expect(findingsOf(progressiveSyncs, setOf(clusters('staging'), template(''), steps(STAGING)))).toEqual([]);
});
