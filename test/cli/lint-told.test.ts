import { symlinkSync } from 'node:fs';
import { cli } from './cli';
import { realBin } from './real-bin';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();
const bin = realBin();

const WRONG = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{name: http, port: "80"}]}\n';
const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndtaa: {}\n`;

interface Report {
  readonly findings: ReadonlyArray<{ readonly file: string; readonly line: number; readonly rule: string }>;
  readonly problems?: ReadonlyArray<{ readonly message: string }>;
  readonly summary: Readonly<Record<string, number>>;
}

function report(...args: readonly string[]): Report {
  return JSON.parse(cli('lint', '--format', 'json', ...args).out) as Report;
}

describe('where a finding is', () => {
  test('a comment renames no file on disk', () => {
    for (const name of ['a', 'b']) write(`${name}.yaml`, `---\n# Source: web/templates/service.yaml\n${WRONG.replace('web', name)}`);
    expect(report('a.yaml', 'b.yaml').findings.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.yaml:6', 'b.yaml:6']);
    expect(cli('lint', '--format', 'github', 'a.yaml').out).toMatch(/^::error file=a\.yaml,line=6,/);
    expect(cli('lint', 'a.yaml', 'b.yaml').out).toMatch(/^a\.yaml\n[^]*\nb\.yaml\n/);
  });

  test('what Helm has rendered is of its template, what says another thing is not', () => {
    const input = `---\n# Source: web/templates/a.yaml\n${WRONG}---\n# see below\n# Source: web/templates/b.yaml\n${WRONG.replace('web', 'b')}`
      + `---\n# Source: https://example.com/docs\n${WRONG.replace('web', 'c')}`;
    const { out } = bin.run(['lint', '--format', 'json', '-'], { input });
    expect((JSON.parse(out) as Report).findings.map(({ file }) => file).sort()).toEqual(['<stdin>', '<stdin>', 'web/templates/a.yaml']);
    expect(bin.run(['lint', '-'], { input }).out).toContain('web/templates/a.yaml (lines of <stdin>)\n');
  });

  test('what a shell gives as a file is read', () => {
    write('web.yaml', WRONG);
    expect(bin.shell('"$BIN" lint <(cat web.yaml)')).toMatchObject({ code: 1, err: '', out: expect.stringMatching(/^\/dev\/fd\/\d+\n {2}4:\d+ +error/) });
  });
});

describe('an acknowledgement', () => {
  const annotated = (reason: string): string => configMap('web').replace('{name: web}', `{name: web, annotations: {acknowledge.cdk8s-argo/schema.unknown-field: "${reason}"}}`);

  test.each([
    'ok (until 2020-01-01).', 'ok (Until 2020-01-01)', 'ok (until: 2020-01-01)', 'ok (until 2020-01-01) see wiki', 'ok until 2020-01-01',
    'ok until 2020/01/01',
  ])('does not hold for ever because its date is not read: %s', (reason) => {
    write('web.yaml', annotated(reason));
    const { code, out, err } = cli('lint', 'web.yaml');
    expect(err).toMatch(/^error: web\.yaml:3:\d+: the acknowledgement of schema\/unknown-field would hold for ever: "until?.+" is not read as its last day\. end it with \(until 2027-03-01\)\n$/i);
    expect(out).toContain('unknown field "dtaa"');
    expect(code).toBe(2);
  });

  test.each(['the job runs until the end', 'waits until 2026-01-01 (until 2999-01-01)', 'until 3 pods are there'])('may say: %s', (reason) => {
    write('web.yaml', annotated(reason));
    expect(cli('lint', 'web.yaml')).toMatchObject({ code: 0, err: '' });
  });

  test('needs a reason that one can read', () => {
    write('web.yaml', annotated('\\u200b'));
    expect(cli('lint', 'web.yaml')).toMatchObject({ code: 2, err: expect.stringContaining('the acknowledgement of schema/unknown-field gives no reason. say why it is right here') });
  });
});

describe('settings', () => {
  test('with a key that is there twice are refused', () => {
    write('web.yaml', WRONG);
    write('cdk8s-argo.yaml', 'rules:\n  pods/probes: off\nrules:\n  pods/resources: off\n');
    expect(cli('lint')).toMatchObject({ code: 2, err: expect.stringContaining('cdk8s-argo.yaml: it is no YAML: a key stands here for the second time at line 3') });
  });

  test.each(['ConfigMap/x/y/web', 'ConfigMap/', '/web', 'ConfigMap'])('name no object as %s', (object) => {
    write('web.yaml', WRONG);
    write('cdk8s-argo.yaml', `waivers: [{rule: schema/type, reason: tested, object: ${object}}]\n`);
    expect(cli('lint')).toMatchObject({ code: 2, err: expect.stringContaining('the object of the waiver of schema/type is written as Kind/name or Kind/namespace/name') });
  });
});

describe('what SOPS has encrypted', () => {
  test('is counted', () => {
    write('web.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: {name: web}\nstringData: {token: "ENC[AES256_GCM,data:x]"}\nsops: {mac: "ENC[y]"}\n');
    expect(cli('lint', 'web.yaml').out).toContain('skipped 1 object that SOPS has encrypted\n');
    expect(report('web.yaml').summary).toMatchObject({ skipped: 1, objects: 1 });
  });

  test('has values that are encrypted', () => {
    write('web.yaml', `${WRONG}sops: {mac: x}\n`);
    expect(report('web.yaml').findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['schema/type', 'schema/unknown-field']));
  });
});

describe('what is an object', () => {
  test('the items of a list of one kind, which say nothing of it', () => {
    write('list.yaml', 'apiVersion: v1\nkind: ConfigMapList\nitems:\n  - metadata: {name: a}\n    dtaa: {}\n  - metadata: {name: b}\n    data: {}\n');
    expect(report('list.yaml')).toMatchObject({ findings: [{ line: 5, rule: 'schema/unknown-field' }], summary: { objects: 2, skipped: 0 } });
  });

  test.each([
    ['a list', `- ${configMap('web').trim().replace(/\n/g, '\n  ')}\n`, 'this document is a list, and Kubernetes reads one object a document. separate the objects by lines ---, or put them below items: of a List'],
    ['two wrong names', configMap('web').replace('apiVersion', 'apiversion').replace('kind', 'Kind'), 'this object has apiversion and Kind, so Kubernetes refuses it. write apiVersion and kind'],
  ])('is not passed over in silence: %s', (_, text, message) => {
    write('web.yaml', text);
    expect(cli('lint', 'web.yaml')).toMatchObject({ code: 2, err: `error: web.yaml:1:1: ${message}\n` });
  });

  test('and lists and maps of something else are passed over', () => {
    write('values.yaml', '- {op: add, path: /spec/x, value: {kind: y}}\n');
    write('more.yaml', 'kinds: [a]\nKind: b\n');
    expect(cli('lint')).toMatchObject({ code: 0, err: '' });
  });

  test('a character that ends a line of Unicode ends no document', () => {
    write('web.yaml', `${configMap('web').replace('dtaa: {}', 'data:\n  text: "a\u2028--- b"')}`);
    expect(report('web.yaml')).toMatchObject({ findings: [], summary: { objects: 1 } });
    expect(cli('lint', 'web.yaml').code).toBe(0);
  });
});

describe('which files', () => {
  test('a Kustomization without an ending names its patches', () => {
    write('Kustomization', 'resources: [web.yaml]\npatches: [{path: patch.yaml}]\n');
    write('web.yaml', configMap('web').replace('dtaa', 'data'));
    write('patch.yaml', 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web}\nspec: {replicas: 3}\n');
    expect(cli('lint')).toMatchObject({ code: 0, err: '' });
  });

  test('a link to a file beside it is that file', () => {
    write('web.yaml', WRONG);
    symlinkSync('web.yaml', 'again.yaml');
    expect(report('.')).toMatchObject({ findings: [{ file: 'web.yaml', rule: 'schema/type' }], summary: { files: 1 } });
    write('prod/other.yaml', configMap('x'));
    symlinkSync('../web.yaml', 'prod/web.yaml');
    expect(report('.').summary).toMatchObject({ files: 3 });
  });

  test('endings in capital letters too', () => {
    write('a.YAML', WRONG);
    write('b.Yml', WRONG.replace('web', 'b'));
    expect(report('.').findings.map(({ file }) => file)).toEqual(['a.YAML', 'b.Yml']);
  });

  test('an empty path is no folder', () => {
    write('web.yaml', WRONG);
    expect(cli('lint', '')).toEqual({ code: 2, out: '', err: 'error: a path is empty. name a file or a folder, or - for what comes in by stdin\n' });
  });
});
