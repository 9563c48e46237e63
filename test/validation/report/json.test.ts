import { jsonReport } from '../../../src/validation/report/json';
import { sampleResult } from './sample-result';

test('the report for programs', () => {
  const report = JSON.parse(jsonReport(sampleResult())) as Record<string, unknown>;
  expect(Object.keys(report)).toEqual(['version', 'counts', 'units', 'objects', 'findings', 'waived', 'skipped']);
  expect(report).toMatchObject({
    version: 1,
    counts: { error: 2, warning: 2, info: 0, waived: 1 },
    units: 1,
    objects: 24,
    waived: [{ rule: 'secrets/plain-secret', reason: 'a public key', until: '2027-03-01', object: { kind: 'ConfigMap' } }],
    skipped: [{ apiVersion: 'example.com/v1', kind: 'Widget', count: 3, reason: 'no schema of this kind is known' }],
  });
  expect(report.findings).toContainEqual({
    rule: 'rollouts/weight-in-range',
    severity: 'error',
    object: { apiVersion: 'argoproj.io/v1alpha1', group: 'argoproj.io', kind: 'Rollout', namespace: 'shop', name: 'web' },
    unit: 'shop',
    pointer: '/spec/strategy/canary/steps/0/setWeight',
    message: 'the step sends more than all of the traffic',
    received: '150',
    expected: 'a whole number from 0 to 100',
    fix: 'write the percentage of traffic that the canary gets',
    constructPath: 'shop/Web/Resource',
    source: 'main.ts:12',
    file: 'shop/rollout-web.yaml',
  });
});

test('a finding without an object says where to look', () => {
  const { findings } = JSON.parse(jsonReport(sampleResult())) as { findings: Array<Record<string, unknown>> };
  const stale = findings.find((finding) => finding.rule === 'waivers/stale');
  expect(stale).toMatchObject({ constructPath: 'shop', source: 'main.ts:40', pointer: '' });
  expect(stale).not.toHaveProperty('object');
});
