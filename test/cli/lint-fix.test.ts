import { chmodSync, linkSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import type * as fixing from '../../src/lint/fix/fix-files';
import { fixFiles } from '../../src/lint/fix/fix-files';
import { cli } from './cli';
import { realBin } from './real-bin';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();
const bin = realBin();

/** Root may write everything, so it is somebody else who mends. */
const OTHER = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups ' : '';

const service = (name: string, port: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  ports: [{name: http, port: ${port}}]   # the one\n`;

function fixed(file: string, text: string): { readonly err: string; readonly text: string } {
  write(file, text);
  const { err } = cli('lint', '--fix', file);
  return { err, text: readFileSync(file, 'utf8') };
}

describe('--fix behind aliases', () => {
  const application = (labels: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, labels: &l {tier: 1}}
spec:
  project: shop
  destination: {server: https://kubernetes.default.svc, namespace: shop}
  source:
    repoURL: https://charts.example.com
    chart: web
    targetRevision: 1.2.3
    helm: {valuesObject: {labels: ${labels}}}
`;

  test('changes no other place', () => {
    expect(fixed('app.yaml', application('*l'))).toEqual({
      err: expect.stringMatching(/^not mended: app\.yaml:3 \S+: the edit has no certain place/), text: application('*l'),
    });
    expect(fixed('app.yaml', application('{tier: 1}')).text).toBe(application('{tier: 1}').replace('tier: 1', 'tier: "1"'));
  });

  test('mends all places at their anchor, where all of them are wrong in one way', () => {
    const containers = ['web', 'api'].map((name) => `
        - name: ${name}
          image: registry.example.com/${name}:1.2.3
          env: ${name === 'web' ? '&e [{name: WORKERS, value: 4}]' : '*e'}`).join('');
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}
  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:${containers}\n`;
    expect(fixed('web.yaml', text)).toEqual({ err: 'mended: web.yaml, 2 findings\n', text: text.replace('value: 4', 'value: "4"') });
  });

  test('mends what does not stand behind the alias', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web, labels: &l {a: b}, annotations: *l}\ndata:\n  workers: 4\n`;
    expect(fixed('web.yaml', text)).toEqual({ err: 'mended: web.yaml, 1 finding\n', text: text.replace('4', '"4"') });
  });
});

test('--fix mends keys that are something else to Kubernetes, and one that cannot be mended leaves the others', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  on: 1\n  n: 2\n  0x10: 3\n  workers: 4\n';
  expect(fixed('web.yaml', text)).toEqual({ err: 'mended: web.yaml, 4 findings\n', text: text.replace(/: (\d)$/gm, ': "$1"') });
  const partly = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web, labels: &l {tier: 1}}\ndata:\n  workers: 4\n  labels: *l\n`;
  expect(fixed('web.yaml', partly)).toMatchObject({ err: expect.stringContaining('mended: web.yaml, 1 finding\n'), text: partly.replace('4', '"4"') });
});

test('--fix takes a version back that asks for other fields, and keeps the other edits', () => {
  const text = `apiVersion: apps/v1beta1
kind: Deployment
metadata: {name: web, annotations: {argocd.argoproj.io/sync-wav: "1"}}
spec:
  template: {spec: {containers: [{name: web}]}}
`;
  expect(fixed('web.yaml', text)).toEqual({
    err: 'mended: web.yaml, 1 finding\nnot mended: web.yaml:1 schema/known-kind: the edit has no certain place, or breaks something else\n',
    text: text.replace('sync-wav', 'sync-wave'),
  });
});

describe('--fix is done in one run', () => {
  const application = (source: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  project: shop
  destination: {server: https://kubernetes.default.svc, namespace: shop}
  source: {repoURL: https://charts.example.com, chart: web, ${source}}
`;

  test('where a right name shows a wrong value', () => {
    expect(fixed('app.yaml', application('targetrevision: 1.10'))).toEqual({
      err: 'mended: app.yaml, 2 findings\n', text: application('targetRevision: "1.10"'),
    });
  });

  test('where a right kind shows what is in the object', () => {
    const rollout = (kind: string, duration: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ${kind}   # ours
metadata: {name: web}
spec:
  replicas: ${kind === 'Rollout' ? '4' : '"4"'}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: 'registry.example.com/web:1.2.3'}]}
  strategy: {canary: {steps: [{setWeight: 25}, {pause: {duration: ${duration}}}]}}
`;
    const other = `---\n${application('targetRevision: 1')}`;
    expect(fixed('web.yaml', rollout('rollout', '5 m') + other)).toEqual({
      err: 'mended: web.yaml, 4 findings\n', text: rollout('Rollout', '5m') + other.replace('Revision: 1', 'Revision: "1"'),
    });
  });

  test('in one document, whatever is wrong in the version of another', () => {
    const old = 'apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template: {spec: {containers: [{name: web}]}}\n---\n';
    expect(fixed('web.yaml', old + application('targetRevision: 1')).text).toBe(old + application('targetRevision: "1"'));
  });
});

test('--fix does not give a budget of no pod every pod', () => {
  const budget = (selector: string): string =>
    `apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  minAvailable: 1\n  selector: ${selector}\n`;
  for (const empty of ['{}', '{matchLabels: {}}', '{matchLabels: {}, matchExpressions: []}']) {
    expect(fixed('web.yaml', budget(empty))).toEqual({ err: '', text: budget(empty) });
  }
  expect(cli('lint', 'web.yaml').out).toContain('and a selector: there an empty one is every pod of the namespace, and was none before\n');
  const full = budget('{matchLabels: {app: web}}');
  expect(fixed('web.yaml', full).text).toBe(full.replace('v1beta1', 'v1'));
});

describe('--fix writes', () => {
  test('what may be written, and says what may not', () => {
    for (const name of ['a', 'b', 'c']) write(`ro/${name}.yaml`, service(name, '"80"'));
    chmodSync('.', 0o777);
    chmodSync('ro', 0o777);
    for (const name of ['a', 'c']) chmodSync(`ro/${name}.yaml`, 0o666);
    chmodSync('ro/b.yaml', 0o444);
    const { code, out, err } = bin.shell(`${OTHER}"$BIN" lint --fix ro`);
    expect(err).toBe('mended: ro/a.yaml, 1 finding\nmended: ro/c.yaml, 1 finding\nerror: ro/b.yaml: it may not be written by this user, and was left as it is\n');
    expect(out).toMatch(/^ro\/b\.yaml\n {2}5:24 +error +schema\/type/);
    expect(code).toBe(2);
    expect(['a', 'b', 'c'].map((name) => readFileSync(`ro/${name}.yaml`, 'utf8'))).toEqual([service('a', '80'), service('b', '"80"'), service('c', '80')]);
  });

  test('a file with a second name, or in a folder where nothing can be made', () => {
    write('web.yaml', service('web', '"80"'));
    linkSync('web.yaml', 'name.txt');
    expect(cli('lint', '--fix', 'web.yaml').err).toBe('mended: web.yaml, 1 finding\n');
    expect(readFileSync('name.txt', 'utf8')).toBe(service('web', '80'));
    chmodSync(write('closed/web.yaml', service('web', '"80"')), 0o666);
    for (const folder of ['.', 'closed']) chmodSync(folder, 0o555);
    expect(bin.shell(`${OTHER}"$BIN" lint --fix closed`).err).toBe('mended: closed/web.yaml, 1 finding\n');
    for (const folder of ['.', 'closed']) chmodSync(folder, 0o755);
    expect(readFileSync('closed/web.yaml', 'utf8')).toBe(service('web', '80'));
  });

  test('nothing over what changed meanwhile', () => {
    write('web.yaml', service('web', '"80"'));
    jest.mocked(fixFiles).mockImplementationOnce((...args) => {
      write('web.yaml', service('other', '"80"'));
      return jest.requireActual<typeof fixing>('../../src/lint/fix/fix-files').fixFiles(...args);
    });
    expect(cli('lint', '--fix', 'web.yaml')).toMatchObject({
      code: 2, err: 'error: web.yaml: it has changed while it was looked at, and was left as it is. run --fix again\n',
    });
    expect(readFileSync('web.yaml', 'utf8')).toBe(service('other', '"80"'));
  });

  test('the file behind a link, with its rights and its byte order mark', () => {
    write('real/web.yaml', `\uFEFF${service('web', '"80"')}`);
    chmodSync('real/web.yaml', 0o640);
    symlinkSync('real/web.yaml', 'link.yaml');
    expect(cli('lint', '--fix', 'link.yaml').err).toBe('mended: link.yaml, 1 finding\n');
    expect(readFileSync('real/web.yaml', 'utf8')).toBe(`\uFEFF${service('web', '80')}`);
    expect(statSync('real/web.yaml').mode & 0o777).toBe(0o640);
  });
});

jest.mock('../../src/lint/fix/fix-files', () => {
  const actual = jest.requireActual<typeof fixing>('../../src/lint/fix/fix-files');
  return { ...actual, fixFiles: jest.fn(actual.fixFiles) };
});
