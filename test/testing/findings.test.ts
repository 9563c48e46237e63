import { Manifests } from '../../src/testing/manifests';
import type { RuleId } from '../../src/validation/rule-id';

/** A canary whose second weight is too high, and one whose Service is not there. */
const YAML = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'registry.example.com/web:1' }] }
  strategy:
    canary:
      steps: [{ setWeight: 20 }, { setWeight: 120 }, { pause: {} }]
`;

describe('findings', () => {
  const manifests = Manifests.fromYaml(YAML);

  test.each([
    ['its rule', 'rollouts/weight-in-range'],
    ['its object and a part of its message', { object: 'Rollout/web', message: '120' }],
    ['its object with the namespace', { rule: 'rollouts/weight-in-range', object: 'Rollout/shop/web' }],
    ['its place as a pointer', { rule: 'rollouts/weight-in-range', pointer: '/spec/strategy/canary/steps/1/setWeight' }],
    ['its place as reports show it', { severity: 'error', pointer: 'spec.strategy.canary.steps[1].setWeight' }],
    ['an expression', { message: /^1?20|120/ }],
  ] as const)('are told by %s', (_, wanted) => {
    expect(() => manifests.hasFinding(wanted)).not.toThrow();
    expect(() => manifests.hasNoFinding(wanted)).toThrow();
  });

  test('that are not there: how the closest one differs', () => {
    expect(messageOf(() => manifests.hasFinding({ rule: 'rollouts/weight-in-range', object: 'Rollout/api', severity: 'warning' }))).toMatchInlineSnapshot(`
      "no warning of rollouts/weight-in-range in Rollout/api was found. the closest of 4 is
        error rollouts/weight-in-range in Rollout/shop/web spec.strategy.canary.steps[1].setWeight: steps[1] sets the weight to 120, which is not between 0 and 100
        where severity is error, wanted warning
        where object is Rollout/shop/web, wanted Rollout/api"
    `);
  });

  test('that are not there: what was found', () => {
    expect(messageOf(() => manifests.hasFinding('rollouts/containers'))).toMatchInlineSnapshot(`
      "no finding of rollouts/containers was found. found were
        error rollouts/weight-in-range in Rollout/shop/web spec.strategy.canary.steps[1].setWeight: steps[1] sets the weight to 120, which is not between 0 and 100
        warning rollouts/weights-without-router in Rollout/shop/web spec.strategy.canary.steps[0].setWeight: without a traffic router weights are pods, and 1 cannot split so: 20 is 1 of 2 pods (50%)
        warning rollouts/probes in Rollout/shop/web spec.template.spec.containers[0]: no container of the pods (web) has a readiness probe, so they are ready as soon as they start
        info practices/resources in Rollout/shop/web spec.template.spec.containers[0]: container web has no request for cpu, no request for memory, no limit for memory"
    `);
  });

  test('that are not there: nothing at all', () => {
    expect(messageOf(() => Manifests.fromYaml('').hasFinding('rollouts/containers'))).toMatchInlineSnapshot(`"no finding of rollouts/containers was found. nothing was found at all"`);
  });

  test('that were not wanted: the report of them', () => {
    expect(messageOf(() => manifests.hasNoFinding('rollouts/weight-in-range'))).toMatchInlineSnapshot(`
      "no finding of rollouts/weight-in-range was wanted, and there is:

      error  rollouts/weight-in-range  Rollout/shop/web
        spec.strategy.canary.steps[1].setWeight: steps[1] sets the weight to 120, which is not between 0 and 100
          got     120
          wanted  0 to 100
          fix     write a weight from 0 to 100
        at line 2 of the YAML"
    `);
  });

  test('of a rule that there is not are no question', () => {
    expect(() => manifests.hasNoFinding('rollouts/weights-in-range' as string as RuleId)).toThrow('there is no rule "rollouts/weights-in-range". did you mean "rollouts/weight-in-range"?');
    expect(() => manifests.hasNoFinding('completely/different-thing' as string as RuleId)).toThrow('there is no rule "completely/different-thing". docs/rules lists them');
    expect(() => manifests.hasNoFinding({ rul: 'rollouts/probes' } as object)).toThrow('a finding has no "rul" to ask for. ask for its rule, severity,');
    expect(() => manifests.hasNoFinding({ severity: 'err' as string as 'error' })).toThrow('there is no severity "err". write error, warning, info');
    expect(() => manifests.hasFinding({})).toThrow('any finding is wanted. name a rule, an object or a part of the message');
  });

  test('isValid throws the report of what is bad enough', () => {
    expect(() => manifests.isValid()).toThrow(/^error {2}rollouts\/weight-in-range {2}Rollout\/shop\/web/);
    const fair = Manifests.fromYaml(YAML.replace('120', '40'));
    fair.isValid();
    expect(() => fair.isValid('info')).toThrow(/^(warning|info) /);
  });
});

function messageOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
