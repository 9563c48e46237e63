import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgoValidation, type ArgoValidationProps } from 'cdk8s-argo';
import { ValidationContext } from 'cdk8s-cli/plugins';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n';
const TYPED_WRONG = SERVICE.replace('port: 80', 'port: http');

const MISSPELT = SERVICE.replace('  selector:', '  selectr:');

// Right, but nobody asks the pods whether they are ready.
const UNPROBED = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec:
  replicas: 4
  selector: { matchLabels: { app: web } }
  strategy: { canary: { steps: [{ setWeight: 25 }, { pause: {} }] } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'registry.example.com/web:v1' }] }
`;

describe('ArgoValidation', () => {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-argo-plugin-')));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  /** The report that the CLI would print. */
  async function reportOf(files: Readonly<Record<string, string>>, props?: ArgoValidationProps) {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const manifests = Object.keys(files).filter((file) => file.endsWith('.k8s.yaml'));
    const context = new ValidationContext(manifests, 'cdk8s-argo', '1.0.0', { web: { path: 'shop/Web' } }, false);
    await new ArgoValidation(props).validate(context);
    return context.report;
  }

  test('says nothing of what is right', async () => {
    const report = await reportOf({ 'web.k8s.yaml': SERVICE });
    expect(report.toJson()).toMatchObject({ violations: [], summary: { status: 'success', metadata: { Objects: '1', Errors: '0' } } });
  });

  test('names the rule, the construct, the place and the cure', async () => {
    const report = await reportOf({ 'web.k8s.yaml': TYPED_WRONG, 'api.k8s.yaml': MISSPELT.replace('name: web', 'name: api') });
    expect(report.success).toBe(false);
    expect(report.toJson().violations).toEqual([
      expect.objectContaining({ ruleName: 'schema/type', violatingConstructs: [expect.objectContaining({ constructPath: 'shop/Web' })] }),
      {
        ruleName: 'schema/unknown-field',
        recommendation: 'Every field is one that the schema of the kind knows.',
        fix: 'Did you mean "selector"?',
        violatingConstructs: [{
          resourceName: 'api', manifestPath: 'api.k8s.yaml', constructPath: undefined,
          locations: ['6:3 Service/api spec.selectr: error: unknown field "selectr": the API server drops it'],
        }],
      },
    ]);
  });

  test('shows warnings and fails from the severity on that is asked for', async () => {
    const lenient = await reportOf({ 'web.k8s.yaml': UNPROBED });
    expect(lenient.toJson()).toMatchObject({ summary: { status: 'success', metadata: { Warnings: '1' } } });
    expect(lenient.toJson().violations.map(({ ruleName }) => ruleName)).toContain('rollouts/probes');
    expect((await reportOf({ 'web.k8s.yaml': UNPROBED }, { severity: 'warning' })).success).toBe(false);
  });

  test('reads the settings of lint, and can do without them', async () => {
    const files = {
      'web.k8s.yaml': MISSPELT,
      'cdk8s-argo.yaml': 'waivers:\n  - { rule: schema/unknown-field, object: Service/web, reason: a field of our fork }\n',
    };
    expect((await reportOf(files)).toJson()).toMatchObject({ violations: [], summary: { status: 'success', metadata: { Waived: '1' } } });
    expect((await reportOf(files, { config: false })).success).toBe(false);
  });

  test('fails when a file is no YAML, and checks the others', async () => {
    const report = await reportOf({ 'a.k8s.yaml': 'a: [', 'web.k8s.yaml': MISSPELT });
    expect(report.toJson().violations.map(({ ruleName }) => ruleName)).toEqual(['unreadable', 'schema/unknown-field']);
    expect(report.success).toBe(false);
  });

  test.each<[object, string]>([
    [{ sverity: 'error' }, 'ArgoValidation does not read the property sverity. did you mean severity?'],
    [{ severity: 'constructor' }, 'the property severity of ArgoValidation is "constructor". write error, warning or info'],
    [{ severity: 'fatal' }, 'the property severity of ArgoValidation is "fatal". write error, warning or info'],
    [{ complete: 'yes' }, 'the property complete of ArgoValidation is "yes". write true or false'],
    [{ targets: 'kubernetes=1.27' }, 'the property targets of ArgoValidation is "kubernetes=1.27". write a map, such as kubernetes: "1.36"'],
    [{ profile: 'strikt' }, 'there is no profile "strikt". did you mean strict?'],
  ])('refuses the properties %j', async (props, message) => {
    await expect(reportOf({ 'web.k8s.yaml': SERVICE }, props)).rejects.toThrow(message);
  });
});
