import { ManifestSet } from '../../src/manifests/manifest-set';
import { validate } from '../../src/validation/engine';
import type { Finding } from '../../src/validation/finding';
import { DEFAULT_TARGETS } from '../../src/validation/targets';
import { applyWaivers, Waiver, type WaiverProps } from '../../src/validation/waivers';

const set = new ManifestSet();
const unit = { id: 'shop', namespace: 'shop', destination: { cluster: '' } };
const entry = set.add(
  unit,
  { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' } },
  { constructPath: 'shop/Web/Resource' },
);
const finding: Finding = { rule: 'rollouts/probes', severity: 'error', entry, pointer: '/spec', message: 'no probe' };
const ruleIds = ['rollouts/probes', 'rollouts/pause-duration'];

const waiver = (props: Partial<WaiverProps> = {}) =>
  new Waiver({ rule: 'rollouts/probes', reason: 'answers at once', scope: { constructPath: 'shop/Web' }, ...props });
const apply = (waivers: readonly Waiver[], today?: string) => applyWaivers([finding], waivers, { today, ruleIds });

describe('a waiver', () => {
  test.each([
    ['reason', { reason: '  ' }, 'the acknowledgement of rollouts/probes gives no reason. say why it is right here'],
    ['until', { until: '1.3.2027' }, 'the acknowledgement of rollouts/probes ends on "1.3.2027", which is no date. write it as \'2027-03-01\''],
    ['until', { until: '2027-02-30' }, 'the acknowledgement of rollouts/probes ends on "2027-02-30", which is no date. write it as \'2027-03-01\''],
    ['rule', { rule: 'manifests/unique' }, 'manifests/unique cannot be acknowledged. remove what it reports'],
    ['rule', { rule: 'constructs/renders' }, 'constructs/renders cannot be acknowledged. remove what it reports'],
    ['rule', { rule: 'constructs/valid' }, 'constructs/valid cannot be acknowledged. remove what it reports'],
    ['rule', { rule: 'waivers/stale' }, 'waivers/stale cannot be acknowledged. remove what it reports'],
  ])('is refused for its %s', (_field, props, message) => {
    expect(() => waiver(props)).toThrow(new Error(message));
  });

  test.each([
    ['its construct', { constructPath: 'shop/Web/Resource' }, true],
    ['a construct above', { constructPath: 'shop/Web' }, true],
    ['the whole app', { constructPath: '' }, true],
    ['a construct whose name begins alike', { constructPath: 'shop/We' }, false],
    ['another construct', { constructPath: 'shop/Api' }, false],
    ['the object', { object: { kind: 'Rollout', name: 'web' } }, true],
    ['the object in its namespace', { object: { kind: 'Rollout', name: 'web', namespace: 'shop', group: 'argoproj.io' } }, true],
    ['the object in another namespace', { object: { kind: 'Rollout', name: 'web', namespace: 'other' } }, false],
    ['another object', { object: { kind: 'Rollout', name: 'api' } }, false],
  ])('of %s: %j covers: %s', (_what, scope, covers) => {
    const result = apply([waiver({ scope })]);
    expect(result.waived).toHaveLength(covers ? 1 : 0);
    expect(result.findings.filter((f) => f.rule === 'rollouts/probes')).toHaveLength(covers ? 0 : 1);
  });

  test('covers its rule alone', () => {
    expect(waiver({ rule: 'rollouts/pause-duration' }).covers(finding)).toBe(false);
  });
});

describe('dates', () => {
  test('a waiver holds on its last day', () => {
    expect(apply([waiver({ until: '2027-03-01' })], '2027-03-01')).toMatchObject({ findings: [], waived: [{ finding }] });
  });

  test('and the day after, the finding comes back with a warning that says why', () => {
    const { findings, waived } = apply([waiver({ until: '2027-03-01' })], '2027-03-02');
    expect(waived).toEqual([]);
    expect(findings).toEqual([
      finding,
      expect.objectContaining({
        rule: 'waivers/expired',
        severity: 'warning',
        message: 'the acknowledgement of rollouts/probes for shop/Web ended on 2027-03-01',
        origin: { constructPath: 'shop/Web' },
      }),
    ]);
  });

  test('the clock is read only for a waiver with a date', () => {
    const now = jest.spyOn(Date.prototype, 'toISOString');
    try {
      apply([waiver()]);
      expect(now).not.toHaveBeenCalled();
      const far = waiver({ until: '9999-12-31' });
      now.mockClear();
      expect(apply([far]).findings).toEqual([]);
      expect(now).toHaveBeenCalledTimes(1);
    } finally {
      now.mockRestore();
    }
  });
});

describe('a waiver that matches nothing', () => {
  test('is a finding', () => {
    expect(apply([waiver({ scope: { constructPath: 'shop/Api' } })]).findings).toEqual([
      finding,
      expect.objectContaining({
        rule: 'waivers/stale',
        severity: 'warning',
        message: 'the acknowledgement of rollouts/probes for shop/Api matches no finding',
        fix: 'remove it',
      }),
    ]);
  });

  test('is an error when it names a rule that does not exist, and says which was meant', () => {
    expect(apply([waiver({ rule: 'rollout/probe', until: '2027-03-01' })], '2027-03-02').findings[1]).toMatchObject({
      rule: 'waivers/known-rule',
      severity: 'error',
      message: 'the acknowledgement for shop/Web names rule rollout/probe, which does not exist',
      fix: 'did you mean rollouts/probes?',
    });
  });

  test('is no error when its rule exists and was not run', () => {
    const waivers = [waiver({ rule: 'rollouts/weight-in-range' })];
    const { findings } = validate(new ManifestSet(), { targets: DEFAULT_TARGETS, rules: [], waivers });
    expect(findings).toMatchObject([{ rule: 'waivers/stale', severity: 'warning' }]);
  });

  test('two that match one finding are both of use', () => {
    expect(apply([waiver(), waiver({ scope: { constructPath: '' } })])).toMatchObject({ findings: [], waived: [{ finding }] });
  });
});
