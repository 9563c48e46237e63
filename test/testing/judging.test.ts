import { ApiObject } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Validations } from '../../src/app/validations';
import { Manifests } from '../../src/testing/manifests';
import { TestApp } from '../../src/testing/test-app';
import type { Severity } from '../../src/validation/finding';
import { Profile, type ProfileName } from '../../src/validation/profiles/profile';

/** A container that may run as root: a matter of how much a team wants to harden. */
const POD = { containers: [{ name: 'web', image: 'registry.example.com/web:1.0.0', resources: { requests: { cpu: '1', memory: '1Gi' } } }] };
const ROOT = 'pods/run-as-non-root';

function web(app = new TestApp()): ArgoChart {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new ApiObject(chart, 'Batch', {
    apiVersion: 'batch/v1', kind: 'Job', spec: { template: { spec: { ...POD, restartPolicy: 'Never' } } },
  });
  return chart;
}

const YAML = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  strategy: { blueGreen: { activeService: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: 'registry.example.com/web:1.0.0' }] } }
`;

describe('manifests are judged', () => {
  test('as the app says, or in another profile', () => {
    const manifests = Manifests.fromChart(web());
    const strict = Manifests.fromChart(web(new TestApp({ profile: Profile.strict() })));
    manifests.hasFinding(ROOT, { profile: 'strict' });
    manifests.hasFinding({ rule: ROOT, severity: 'error' }, { profile: Profile.recommended().with({ [ROOT]: 'error' }) });
    strict.hasFinding(ROOT);
    expect(rulesOf(manifests.validate())).not.toContain(ROOT);
    expect(rulesOf(manifests.validate({ profile: 'strict' }))).toEqual(rulesOf(strict.validate()));
    expect(() => manifests.isValid({ severity: 'info', profile: 'strict' })).toThrow(ROOT);
    expect(() => manifests.isValid('warn' as string as Severity)).toThrow('"warn" is no severity. write error, warning or info');
    expect(() => manifests.isValid({ profile: 'strikt' as string as ProfileName })).toThrow('there is no profile "strikt". did you mean strict?');
  });

  test('by no rule that does not run, as a test for no finding of it could never fail', () => {
    const manifests = Manifests.fromChart(web());
    for (const assertion of [() => manifests.hasNoFinding(ROOT), () => manifests.hasFinding({ rule: ROOT })]) {
      expect(assertion).toThrow(`the rule ${ROOT} does not run in this profile, so it cannot find anything. add { profile: 'strict' } to run it`);
    }
    const without = Manifests.fromChart(web(new TestApp({ profile: Profile.recommended().with({ 'practices/liveness': 'off' }) })));
    expect(() => without.hasNoFinding('practices/liveness')).toThrow('add { profile: ... } with one that has it');
    without.hasNoFinding('practices/liveness', { profile: 'recommended' });
  });

  test('for the versions that are named', () => {
    const app = new ArgoApp({ report: 'none', outdir: 'never-written', targets: { kubernetes: '1.27' } });
    new ApiObject(new ArgoChart(app, 'web', { namespace: 'shop' }), 'Batch', {
      apiVersion: 'batch/v1', kind: 'Job', spec: { template: { spec: { ...POD, restartPolicy: 'Never' } }, podReplacementPolicy: 'Failed' },
    });
    const manifests = Manifests.fromApp(app);
    manifests.hasFinding({ rule: 'schema/unknown-field', message: 'podReplacementPolicy' });
    manifests.hasNoFinding('schema/unknown-field', { targets: { kubernetes: '1.36' } });
    manifests.isValid({ targets: { kubernetes: '1.36' } });
  });

  test('among other objects, or as all that there is', () => {
    const manifests = Manifests.fromYaml(YAML);
    const wanted = { rule: 'references/services-exist', severity: 'error' } as const;
    manifests.hasNoFinding(wanted);
    manifests.hasFinding(wanted, { complete: true });
    manifests.isValid();
    expect(() => manifests.isValid({ complete: true })).toThrow('references/services-exist');
    Manifests.fromYaml(YAML, { complete: true }).hasNoFinding(wanted, { complete: false });
  });

  test('and what somebody answers for is no finding, which a failure says', () => {
    const chart = web(new TestApp({ profile: Profile.strict() }));
    Validations.of(chart).acknowledge({ rule: ROOT, reason: 'it mounts disks' });
    const manifests = Manifests.fromChart(chart);
    manifests.hasNoFinding(ROOT);
    expect(() => manifests.hasFinding(ROOT)).toThrow(/^no finding of pods\/run-as-non-root was found, as it is acknowledged: \w+ pods\/run-as-non-root in Job\/shop\/batch .*\n {2}because it mounts disks$/);
  });
});

function rulesOf({ findings }: ReturnType<Manifests['validate']>): readonly string[] {
  return findings.map(({ rule }) => rule);
}
