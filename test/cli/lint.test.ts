import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

const ROLLOUT = `# the shop
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 4   # two a zone
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          readinessProbe: {httpGet: {path: /healthz, port: 8080}}
          resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}
  strategy:
    canary:
      maxSurge: 25%
      steps:
        # carefully
        - setWeight: "20"
        - pause: {duration: 5m}
`;
const ANALYSIS = ROLLOUT.replace('"20"', '20').replace('      steps:', '      analysis: {templates: [{templateName: nowhere}]}\n      steps:');

interface Findings {
  readonly findings: ReadonlyArray<{ readonly rule: string; readonly severity: string }>;
  readonly summary: Readonly<Record<string, number>>;
}

function found(...args: readonly string[]): Findings {
  return JSON.parse(cli('lint', '--format', 'json', ...args).out) as Findings;
}

/** What the tests are about: practices are not. */
function rulesFound(...args: readonly string[]): string[] {
  return found(...args).findings.map(({ severity, rule }) => `${severity} ${rule}`).filter((line) => !/ (pods|practices)\//.test(line));
}

describe('formats', () => {
  test('text says file, place, rule, object and cure', () => {
    write('web.yaml', ROLLOUT);
    const { code, out, err } = cli('lint', 'web.yaml', '--quiet');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(`web.yaml
  23:11   error    schema/type  Rollout/shop/web
          spec.strategy.canary.steps[0].setWeight: a string where an integer belongs
            got     "20"
            wanted  integer
            fix     write it without quotes: 20

1 error in 1 object of 1 file
`);
  });

  test('json has the fields that are promised', () => {
    write('web.yaml', ROLLOUT);
    const { findings, summary } = found('web.yaml', '--quiet');
    expect(findings).toEqual([{
      rule: 'schema/type', severity: 'error',
      object: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', namespace: 'shop', name: 'web' },
      file: 'web.yaml', line: 23, column: 11, pointer: '/spec/strategy/canary/steps/0/setWeight',
      message: 'a string where an integer belongs', expected: 'integer', received: '"20"', fix: 'write it without quotes: 20',
    }]);
    expect(summary).toEqual({ error: 1, warning: 0, info: 0, skipped: 0, objects: 1, files: 1 });
  });

  test('sarif has the rule, the place and what does not move', () => {
    write('a b/web.yaml', ROLLOUT);
    const log = JSON.parse(cli('lint', '--format', 'sarif', '--quiet').out) as unknown;
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [{
        tool: { driver: { name: 'cdk8s-argo', rules: [{ id: 'schema/type', defaultConfiguration: { level: 'error' } }] } },
        results: [{
          ruleId: 'schema/type', ruleIndex: 0, level: 'error', message: { text: 'a string where an integer belongs. write it without quotes: 20' },
          locations: [{
            physicalLocation: { artifactLocation: { uri: 'a%20b/web.yaml' }, region: { startLine: 23, startColumn: 11 } },
            logicalLocations: [{ fullyQualifiedName: 'Rollout/shop/web/spec/strategy/canary/steps/0/setWeight' }],
          }],
          partialFingerprints: { 'place/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
        }],
        invocations: [{ executionSuccessful: true }],
      }],
    });
  });

  test('github has one command a line, whatever stands in names', () => {
    write('a,b.yaml', ROLLOUT.replace('"20"', JSON.stringify('20%\n::error::x')));
    const { out } = cli('lint', '--format', 'github', '--quiet');
    expect(out).toBe('::error file=a%2Cb.yaml,line=23,col=11,title=schema/type::a string where an integer belongs\n');
  });
});

describe('what counts', () => {
  test('a reference that leads nowhere is a warning, as other files may have it, unless these are all', () => {
    write('web.yaml', ANALYSIS);
    expect(rulesFound('web.yaml')).toContain('warning references/analysis-templates-exist');
    expect(cli('lint', 'web.yaml').code).toBe(0);
    expect(cli('lint', 'web.yaml', '--severity', 'warning').code).toBe(1);
    expect(rulesFound('web.yaml', '--complete')).toContain('error references/analysis-templates-exist');
    expect(cli('lint', 'web.yaml', '--complete').code).toBe(1);
  });

  test('a baseline takes out what is known, also when lines move, and says what is mended', () => {
    write('web.yaml', ROLLOUT);
    expect(cli('lint', '--write-baseline')).toMatchObject({ code: 0, err: expect.stringMatching(/^lint-baseline\.json has \d findings? now\n$/) });
    write('web.yaml', `\n\n${ROLLOUT}`);
    expect(cli('lint', '--baseline', 'lint-baseline.json')).toMatchObject({ code: 0, out: expect.stringContaining('of the baseline not shown\n\nnothing found') });
    write('web.yaml', ROLLOUT.replace('"20"', '20').replace('replicas', 'replcas'));
    const { code, out } = cli('lint', '--baseline', 'lint-baseline.json');
    expect(code).toBe(1);
    expect(out).toContain('unknown field "replcas"');
    expect(out).toContain('of the baseline mended. take the lines out with --write-baseline\n');
  });

  test('an annotation acknowledges a finding of its object, for a time', () => {
    const key = 'acknowledge.cdk8s-argo/references.analysis-templates-exist';
    const annotated = (text: string): string => ANALYSIS.replace('  namespace: shop\n', `  namespace: shop\n  annotations:\n    ${key}: ${text}\n`);
    write('web.yaml', annotated('made by the platform (until 2999-01-01)'));
    expect(rulesFound()).toEqual([]);
    expect(cli('lint').out).toContain('waived references/analysis-templates-exist Rollout/shop/web: made by the platform, until 2999-01-01');
    write('web.yaml', annotated('made by the platform (until 2020-01-01)'));
    expect(rulesFound()).toEqual(expect.arrayContaining([expect.stringContaining('waivers/expired'), 'warning references/analysis-templates-exist']));
    write('web.yaml', annotated('""'));
    expect(cli('lint')).toMatchObject({
      code: 2, err: 'error: web.yaml:8:5: the acknowledgement of references/analysis-templates-exist gives no reason. say why it is right here\n',
    });
  });

  test('settings: waivers, levels, what is ignored', () => {
    write('apps/web.yaml', ANALYSIS);
    write('vendor/web.yaml', ROLLOUT);
    write('cdk8s-argo.yaml', `
ignore: [vendor/**]
severity: info
rules: { references/analysis-templates-exist: info, practices/resources: off }
targets: { istio: 1.30 }
`);
    expect(rulesFound()).toEqual(['info references/analysis-templates-exist']);
    expect(cli('lint').code).toBe(1);
    write('cdk8s-argo.yaml', `
ignore: vendor
waivers:
  - { rule: references/analysis-templates-exist, reason: made by the platform, files: ['apps/**'], object: Rollout/web }
  - { rule: references/services-exist, reason: of files that are not linted here }
`);
    expect(rulesFound()).toEqual([]);
    expect(rulesFound('--complete')).toEqual([expect.stringContaining('waivers/stale')]);
    expect(rulesFound('--no-config').length).toBeGreaterThan(1);
  });

  test.each([
    ['waiver: []\n', 'cdk8s-argo.yaml: waiver is not read. did you mean waivers?'],
    ['waivers: [{rule: sync/known-annotation}]\n', 'cdk8s-argo.yaml: the waiver of sync/known-annotation gives no reason. say why it is right here'],
    ['targets: {kubernets: "1.36"}\n', 'cdk8s-argo.yaml: "kubernets" is no target. did you mean kubernetes?'],
    ['targets: {kubernetes: 1.20}\n', 'cdk8s-argo.yaml: kubernetes 1.2 cannot be checked for. write one of 1.36, 1.27'],
    ['severity: warn\n', 'cdk8s-argo.yaml: severity is one of error, warning, info'],
    ['profile: strickt\n', 'cdk8s-argo.yaml: there is no profile "strickt". did you mean strict?'],
    ['profile: team.yaml\n', 'cdk8s-argo.yaml: team.yaml: there is no such file or folder'],
    ['a: [\n', 'cdk8s-argo.yaml: it is no YAML: '],
  ])('settings that are wrong: %j', (text, message) => {
    write('cdk8s-argo.yaml', text);
    const { code, out, err } = cli('lint');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`error: ${message}`);
  });

  test.each([
    [['--target', 'kubernetes=9'], 'kubernetes 9 cannot be checked for. write one of 1.36, 1.27'],
    [['--target', 'kubernetes'], 'the target "kubernetes" has no version. write it as kubernetes=1.36'],
    [['--profile', 'recomended'], 'there is no profile "recomended". did you mean recommended?'],
    [['--profile', './nowhere.yaml'], 'nowhere.yaml: there is no such file or folder'],
    [['--baseline', 'nowhere.json'], 'nowhere.json: there is no such file or folder'],
    [['--format', 'xml'], 'Allowed choices are text, json, sarif, github.'],
    [['--quite'], "unknown option '--quite'\n(Did you mean --quiet?)"],
  ])('%j is refused', (args, message) => {
    const { code, out, err } = cli('lint', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('what belongs together', () => {
  const APPLICATION = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  project: default
  source: {repoURL: https://git.example.com/org/deploy.git, path: manifests/web, targetRevision: main}
  destination: {server: https://kubernetes.default.svc, namespace: shop}
`;
  const RECURSING = APPLICATION.replace('targetRevision: main', 'targetRevision: main, directory: {recurse: true}');
  const SMOKE = `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: smoke}
spec:
  metrics:
    - {name: ok, count: 1, successCondition: 'result == 1', provider: {job: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: ok, image: 'registry.example.com/ok:1'}]}}}}}}
`;
  const service = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector: {app: web}\n  ports: [{port: 80}]\n`;

  test('the folder of an Application has its namespace', () => {
    write('apps/web.yaml', RECURSING);
    write('manifests/web/rollout.yaml', ANALYSIS.replace('nowhere', 'smoke'));
    write('manifests/web/more/smoke.yaml', SMOKE);
    expect(rulesFound('--complete')).not.toContain('error references/analysis-templates-exist');
    expect(rulesFound('manifests', '--complete')).toContain('error references/analysis-templates-exist');
  });

  test('without recurse an Application delivers no folder below its own', () => {
    write('apps/web.yaml', APPLICATION);
    write('manifests/web/rollout.yaml', ANALYSIS.replace('nowhere', 'smoke'));
    write('manifests/web/more/smoke.yaml', SMOKE);
    expect(rulesFound('--complete')).toContain('error references/analysis-templates-exist');
    write('apps/web.yaml', RECURSING);
    expect(rulesFound('--complete')).not.toContain('error references/analysis-templates-exist');
  });

  test('a checkout that is called like the end of a path is not what the Application delivers', () => {
    write('shop/apps/web.yaml', APPLICATION.replace('manifests/web', 'deploy/shop'));
    write('shop/one/service.yaml', service('web'));
    write('shop/two/service.yaml', service('web'));
    expect(rulesFound()).not.toContain('error manifests/unique');
  });

  test('a kustomization says neither apiVersion nor kind', () => {
    write('base/kustomization.yaml', 'commonLabels: {team: shop}\n');
    write('overlay/kustomization.yaml', 'resources: [../base]\nnamespace: shop\npatches: [{path: replicas.yaml}]\n');
    write('overlay/replicas.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n');
    expect(rulesFound('--complete')).toEqual([]);
  });

  test('what an overlay takes from its base is there, in the namespace of the overlay', () => {
    write('base/kustomization.yaml', 'resources: [smoke.yaml]\n');
    write('base/smoke.yaml', SMOKE);
    write('overlay/kustomization.yaml', 'resources: [../base, rollout.yaml]\nnamespace: shop\n');
    write('overlay/rollout.yaml', ANALYSIS.replace('nowhere', 'smoke'));
    expect(rulesFound('--complete')).not.toContain('error references/analysis-templates-exist');
    write('overlay/kustomization.yaml', 'resources: [rollout.yaml]\nnamespace: shop\n');
    expect(rulesFound('--complete')).toContain('error references/analysis-templates-exist');
  });

  test('each of two templates of one name is judged, and the message says which is meant', () => {
    const endless = SMOKE.replace('count: 1', 'interval: 1m').replace('name: smoke', 'name: smoke, namespace: shop');
    write('a/one.yaml', SMOKE.replace('name: smoke', 'name: smoke, namespace: shop'));
    write('a/two.yaml', endless);
    write('a/web.yaml', ANALYSIS.replace('steps:', 'steps:\n        - analysis: {templates: [{templateName: smoke}]}'));
    const messages = (JSON.parse(cli('lint', '--format', 'json').out) as { findings: Array<{ rule: string; severity: string; message: string }> }).findings
      .filter(({ rule }) => rule === 'analysis/bounded-inline');
    expect(messages).toEqual([expect.objectContaining({ severity: 'warning', message: expect.stringMatching(/\(if a\/two\.yaml is what is applied\)$/) })]);
  });

  test('of variants side by side each is judged, and what they would do to each other is no error', () => {
    const rollout = (name: string): string => ANALYSIS.replace('name: web', `name: ${name}`);
    write('a/canary.yaml', rollout('web-canary'));
    write('a/blue-green.yaml', rollout('web-blue-green'));
    expect(rulesFound()).toContain('warning rollouts/own-pods');
    expect(rulesFound()).not.toContain('error rollouts/own-pods');
  });

  test('two files of a folder with one object are a warning, and of an applied folder an error', () => {
    write('web/one.yaml', service('web'));
    write('web/two.yaml', service('web'));
    expect(rulesFound()).toEqual(['warning manifests/unique']);
    write('web/kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [one.yaml, two.yaml]\n');
    expect(rulesFound()).toEqual(['error manifests/unique']);
  });

  test('a Secret that SOPS has encrypted is there, and nobody looks into it', () => {
    write('web.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: {name: web}\nstringData: {token: "ENC[x]"}\nsops: {mac: "ENC[y]"}\n');
    expect(rulesFound()).toEqual([]);
  });
});

describe('--fix', () => {
  test('mends what is certain, and keeps comments and formatting', () => {
    write('web.yaml', ROLLOUT.replace('replicas: 4', 'replcas: 4').replace('  namespace: shop', '  namespace: shop\n  annotations:\n    argocd.argoproj.io/sync-wav: 1'));
    const { code, err } = cli('lint', '--fix');
    expect(err).toBe('mended: web.yaml, 4 findings\n');
    expect(code).toBe(0);
    expect(readFileSync('web.yaml', 'utf8')).toBe(ROLLOUT.replace('"20"', '20').replace('  namespace: shop', '  namespace: shop\n  annotations:\n    argocd.argoproj.io/sync-wave: "1"'));
  });

  test('shows before it writes, as a patch that git takes', () => {
    write('web.yaml', ROLLOUT);
    const { code, out, err } = cli('lint', '--fix', '--dry-run');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('--- a/web.yaml\n+++ b/web.yaml\n@@ -20,5 +20,5 @@\n');
    expect(out).toContain('-        - setWeight: "20"\n+        - setWeight: 20\n');
    expect(readFileSync('web.yaml', 'utf8')).toBe(ROLLOUT);
    execFileSync('git', ['apply'], { input: out });
    expect(readFileSync('web.yaml', 'utf8')).toBe(ROLLOUT.replace('"20"', '20'));
    expect(cli('lint', '--fix', '--dry-run')).toEqual({ code: 0, out: '', err: '' });
  });

  test('is shown only where it is asked for', () => {
    expect(cli('lint', '--dry-run')).toEqual({ code: 2, out: '', err: 'error: --dry-run shows what --fix would change. write --fix --dry-run\n' });
  });

  test('takes back what would be wrong otherwise', () => {
    const text = 'apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template: {spec: {containers: [{name: web}]}}\n';
    write('web.yaml', text);
    const { code, err } = cli('lint', '--fix');
    expect(err).toBe('not mended: web.yaml:1 schema/known-kind: the edit has no certain place, or breaks something else\n');
    expect(code).toBe(1);
    expect(readFileSync('web.yaml', 'utf8')).toBe(text);
  });
});
