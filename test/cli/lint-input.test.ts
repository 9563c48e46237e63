import * as fs from 'node:fs';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  colour: blue\n';
const WRONG = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: wrong\ndtaa:\n  colour: blue\n';

describe('files that cannot be read: one line each, and the rest is linted', () => {
  const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.split('').map((key, i) =>
    `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i]}`).join(', ')}]\n`).join('')}`;
  test.each<[string, string, string | Buffer, string]>([
    ['malformed YAML', 'bad.yaml', 'a: b\n  c: d\n', 'bad.yaml:2:4: it is no YAML: bad indentation of a mapping entry'],
    ['a tab', 'bad.yaml', 'a:\n\tb: c\n', 'bad.yaml:2:1: a tab is used to indent. YAML wants spaces'],
    ['a key that is there twice', 'bad.yaml', 'kind: a\nspec:\n  b: 1\n  b: 2\n', 'bad.yaml:4:3: a key stands here for the second time. Kubernetes would take the last one in silence: keep one'],
    ['a document of several', 'bad.yaml', '---\na: b\n---\na: [b\n---\nc: d\n', 'bad.yaml:5:1: it is no YAML: unexpected end of the stream within a flow collection'],
    ['aliases of aliases', 'bad.yaml', BOMB, 'bad.yaml:1:1: its aliases stand for over 400000 values, more than Argo CD reads. write less of it with aliases'],
    ['an alias of what it stands in', 'bad.yaml', 'a: &a\n  b: *a\n', 'bad.yaml:1:1: it is nested over 500 levels deep, more than can be checked. write it flatter, and without an alias of what it stands in'],
    ['what is nested too deeply', 'bad.yaml', `a: ${'['.repeat(100_000)}`, 'bad.yaml:1:603: it is nested over 500 levels deep, more than can be checked. write it flatter'],
    ['a binary', 'bad.yaml', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'bad.yaml: it is binary, or text of another encoding than UTF-8'],
    ['text that is no UTF-8', 'bad.yaml', Buffer.from([0x61, 0xff, 0xfe]), 'bad.yaml: it is no text in UTF-8'],
    ['50 MB', 'bad.yaml', Buffer.alloc(50 * 1024 * 1024, 0x61), 'bad.yaml: it has 50 MB, and files of up to 32 MB are read. split it, or ignore it'],
    ['JSON with a mistake', 'bad.json', '{"apiVersion": "v1",\n "kind" "x"}', 'bad.json:2:9: it is no JSON: missed comma between flow collection entries'],
    ['an object without a kind', 'bad.yaml', 'apiVersion: v1\nmetadata:\n  name: web\n', 'bad.yaml:1:1: this object has no kind, so Kubernetes refuses it. write which it is'],
    ['metadata that is no object', 'bad.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: web\n', 'bad.yaml:1:1: the metadata of this Pod is no object, so Kubernetes refuses it. write a name below metadata'],
  ])('%s', (_, file, content, message) => {
    write(`app/${file}`, content);
    write('app/rest.yaml', WRONG);
    const { code, out, err } = cli('lint', 'app');
    expect(err.split('\n')).toEqual([expect.stringContaining(`error: app/${message}`), '']);
    expect(out).toContain('unknown field "dtaa"');
    expect(code).toBe(2);
  });

  test('a link to a folder that it stands in', () => {
    write('app/rest.yaml', WRONG);
    fs.symlinkSync('..', 'app/up');
    const { code, out, err } = cli('lint', 'app');
    expect(err).toBe('error: app/up/app: it is a symbolic link to a folder that it stands in, so there is no end to it. remove the link\n');
    expect(out).toContain('unknown field "dtaa"');
    expect(code).toBe(2);
  });

  test('links to themselves and to nothing', () => {
    write('app/rest.yaml', CONFIG_MAP);
    fs.symlinkSync('self.yaml', 'app/self.yaml');
    fs.symlinkSync('nothing.yaml', 'app/nowhere.yaml');
    expect(cli('lint', 'app')).toMatchObject({
      code: 2, err: 'error: app/nowhere.yaml: it is a symbolic link to what is not there\nerror: app/self.yaml: it is a symbolic link that leads back to itself\n',
    });
  });

  test('what is not there', () => {
    expect(cli('lint', 'nowhere')).toMatchObject({ code: 2, err: 'error: nowhere: there is no such file or folder\n' });
  });
});

describe('what is read', () => {
  test('every object of documents and Lists, YAML and JSON, but nothing hidden', () => {
    write('app/many.yml', `${CONFIG_MAP}---\n# nothing\n---\n${CONFIG_MAP.replace('web', 'api')}...\n`);
    write('app/list.yaml', `apiVersion: v1\nkind: List\nitems:\n${['a', 'b'].map((name) => `  - apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: ${name}}\n    dtaa: {}\n`).join('')}`);
    write('app/deep/one.json', '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "json"}}');
    write('app/.hidden/x.yaml', WRONG);
    write('app/node_modules/x/x.yaml', WRONG);
    write('app/notes.txt', WRONG);
    const { code, out } = cli('lint', 'app', '--format', 'json');
    const { findings, summary } = JSON.parse(out) as { findings: object[]; summary: object };
    expect(summary).toEqual({ error: 2, warning: 0, info: 0, skipped: 0, objects: 5, files: 3 });
    expect(findings).toMatchObject([
      { file: 'app/list.yaml', line: 7, column: 5, pointer: '/dtaa', object: { kind: 'ConfigMap', name: 'a' } },
      { file: 'app/list.yaml', line: 11, column: 5, pointer: '/dtaa', object: { kind: 'ConfigMap', name: 'b' } },
    ]);
    expect(code).toBe(1);
  });

  test('files that are something else are counted', () => {
    write('chart/Chart.yaml', 'apiVersion: v2\nname: web\nversion: 1.0.0\n');
    write('chart/values.yaml', 'replicas: 3\n');
    write('chart/templates/web.yaml', '{{- if .Values.on }}\nkind: {{ .Values.kind }}\n{{- end }}\n');
    write('tsconfig.json', '{ // comment\n "strict": true }');
    write('base/kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [web.yaml]\npatches:\n  - path: patch.yaml\n');
    write('base/web.yaml', CONFIG_MAP);
    write('base/patch.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 5\n');
    const { code, out, err } = cli('lint');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('skipped 4 documents: no Kubernetes objects, or only parts of them\n');
    expect(out).toContain('skipped 1 template of Helm charts. lint what they render: helm template ... | cdk8s-argo lint -\n');
  });

  test('words of YAML 1.1 mean what they mean to Kubernetes', () => {
    write('web.yaml', CONFIG_MAP.replace('blue', 'yes'));
    expect(cli('lint', 'web.yaml').out).toContain('6:3     error    schema/type  ConfigMap/web\n          data.colour: a boolean where a string belongs');
  });
});
