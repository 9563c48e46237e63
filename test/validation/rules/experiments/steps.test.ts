import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import type { Rule } from '../../../../src/validation/rule';
import { noNegativeNumbers } from '../../../../src/validation/rules/experiments/no-negative-numbers';
import { placeholders } from '../../../../src/validation/rules/experiments/placeholders';
import { serviceName } from '../../../../src/validation/rules/experiments/service-name';
import { stepSelector } from '../../../../src/validation/rules/experiments/step-selector';
import { templateName } from '../../../../src/validation/rules/experiments/template-name';
import { findingsOf } from '../findings-of';

const service = (name: string, namespace?: string) => dump({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: {} }, { skipInvalid: true });

/** What a rule says about an experiment in a step with these templates. */
function said(rule: Rule, templates: readonly JsonObject[], more: JsonObject = {}, beside = ''): string[] {
  const experiment = { duration: '5m', templates: templates.map((template, i) => ({ name: `t${i}`, specRef: 'canary', ...template })), ...more };
  const template = { metadata: { labels: { app: 'web', tier: 'front' } }, spec: { containers: [{ name: 'web', image: 'example.com/web:1' }] } };
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { template, strategy: { canary: { steps: [{ experiment }] } } },
  };
  return findingsOf(rule, [dump(rollout), beside].filter((document) => document !== '').join('---\n')).map(({ message }) => message);
}

const named = (name: string): JsonObject => ({ service: { name } });

test('Services of experiments', () => {
  expect(said(serviceName, [named('web')], {}, service('web'))).toEqual(['steps[0] would make the Service web, which is there already']);
  expect(said(serviceName, [named('web')], {}, service('web', 'other'))).toEqual([]);
  expect(said(serviceName, [named('a'), named('a')])).toEqual(['steps[0] has two templates with the Service a']);
  expect(said(serviceName, [{ service: {} }, { service: {} }, named('b')], {}, service('web'))).toEqual([]);
});

test.each([['A b', 1], ['a_b', 1], ['a-', 1], ['a..b', 1], ['a', 0], ['web-v1.2', 0], ['1', 0]])('a template named %s', (name, count) => {
  expect(said(templateName, [{ name }])).toHaveLength(count);
});

test('negative numbers', () => {
  expect(said(noNegativeNumbers, [{ replicas: -1 }], { scaleDownDelaySeconds: -5 })).toEqual([
    'scaleDownDelaySeconds is -5, and there is no negative count or delay', 'replicas is -1, and there is no negative count or delay',
  ]);
  expect(said(noNegativeNumbers, [{ replicas: 0 }], { scaleDownDelaySeconds: 0 })).toEqual([]);
});

test.each([
  ['{{templates.t0.podTemplateHash}}', 0], ['{{ templates.t0.replicaset.name }}', 0], ['{{experiment.availableAt}}', 0], ['plain', 0],
  ['{{templates.zzz.podTemplateHash}}', 1], ['{{templates.t0.replicasetName}}', 1], ['{{args.x}}', 1],
  ['{templates.t0.podTemplateHash}}', 1], ['{{templates.t0.podTemplateHash}', 1], ['{templates.zzz.podTemplateHash}', 0],
])('an argument of %s', (value, count) => {
  expect(said(placeholders, [{}], { analyses: [{ name: 'x', templateName: 'x', args: [{ name: 'hash', value }] }] })).toHaveLength(count);
});

test.each<[JsonObject, number]>([
  [{ selector: { matchLabels: { zz: 'y' } } }, 1],
  [{ selector: { matchLabels: { tier: 'front' } } }, 0],
  [{ selector: { matchLabels: { zz: 'y' } }, metadata: { labels: { zz: 'y' } } }, 0],
  [{ selector: { matchLabels: { app: 'web' } }, metadata: { labels: { app: 'new' } } }, 0],
  [{ selector: { matchLabels: { 'rollouts-pod-template-hash': 'abc' } } }, 0],
  [{}, 0],
])('the selector of %j', (template, count) => expect(said(stepSelector, [template])).toHaveLength(count));
