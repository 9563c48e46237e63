import { ManifestSet } from '../../../src/manifests/manifest-set';
import type { Finding } from '../../../src/validation/finding';
import { compareFindings } from '../../../src/validation/order';
import { countBySeverity, type ValidationResult } from '../../../src/validation/result';
import { Waiver } from '../../../src/validation/waivers';

/** A result with everything that a report can show. */
export function sampleResult(): ValidationResult {
  const manifests = new ManifestSet();
  const unit = { id: 'shop', namespace: 'shop', destination: { cluster: 'production' } };
  const rollout = manifests.add(
    unit,
    { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' } },
    { constructPath: 'shop/Web/Resource', source: () => 'main.ts:12', file: 'shop/rollout-web.yaml' },
  );
  const config = manifests.add(unit, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }, { file: 'extra/settings.yaml' });
  const findings: Finding[] = [
    {
      rule: 'rollouts/weight-in-range',
      severity: 'error',
      entry: rollout,
      pointer: '/spec/strategy/canary/steps/0/setWeight',
      message: 'the step sends more than all of the traffic',
      received: '150',
      expected: 'a whole number from 0 to 100',
      fix: 'write the percentage of traffic that the canary gets',
    },
    {
      rule: 'references/services-exist',
      severity: 'error',
      entry: rollout,
      pointer: '/spec/strategy/canary/canaryService',
      message: 'no Service web-canary is in namespace shop',
      fix: 'did you mean web-canry?\nor declare it as external',
    },
    { rule: 'manifests/label-syntax', severity: 'warning', entry: config, pointer: '/metadata/labels/a~1b~1c', message: 'this is no label key' },
    {
      rule: 'waivers/stale',
      severity: 'warning',
      pointer: '',
      origin: { constructPath: 'shop', source: () => 'main.ts:40' },
      message: 'the acknowledgement of rollouts/probes for shop matches no finding',
      fix: 'remove it',
    },
  ];
  const waiver = new Waiver({
    rule: 'secrets/plain-secret',
    reason: 'a public key',
    until: '2027-03-01',
    scope: { object: { kind: 'ConfigMap', name: 'settings' } },
  });
  findings.sort(compareFindings);
  return {
    findings,
    waived: [{ finding: { rule: 'secrets/plain-secret', severity: 'error', entry: config, pointer: '', message: 'plain' }, waiver }],
    skipped: [{ apiVersion: 'example.com/v1', kind: 'Widget', count: 3, reason: 'no schema of this kind is known' }],
    counts: countBySeverity(findings),
    units: 1,
    objects: 24,
  };
}
