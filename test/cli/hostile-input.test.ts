import * as fs from 'node:fs';
import { cli } from './cli';
import { type Ended, realBin } from './real-bin';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();
const bin = realBin();

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  colour: blue\n';
const WRONG = CONFIG_MAP.replace('\ndata', '\ndtaa').replace('web', 'rest');
const FOUND = 'rest.yaml:5:1';

interface Reading {
  readonly code: number | null;
  readonly problems: readonly string[];
  readonly found: readonly string[];
}

/** What is read of a run: the problems, and where something was found all the same. */
function read({ code, out, err }: Ended): Reading {
  const { findings } = JSON.parse(out) as { findings: ReadonlyArray<{ file: string; line: number; column: number }> };
  return {
    code,
    problems: err.split('\n').filter(Boolean).map((line) => line.replace(/^error: /, '')),
    found: findings.map(({ file, line, column }) => `${file}:${line}:${column}`),
  };
}

/** The real command is waited for only where it differs. */
const readCli = (file: string): Reading => read(cli('lint', '--format', 'json', file));

const lint = (...args: readonly string[]): Reading => read(bin.run(['lint', '--format', 'json', ...args]));

/** Nine aliases of nine aliases of nine. */
const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.split('').map((key, i) =>
  `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i]}`).join(', ')}]\n`).join('')}`;
const JSON_MAP = '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web"}';

/** Each in a file of its own: its content, and what is said of it after its name. */
const HOSTILE: Readonly<Record<string, readonly [content: string | Buffer, said: string]>> = {
  'alias-bomb.yaml': [BOMB, ':1:1: its aliases stand for over 400000 values, more than Argo CD reads. write less of it with aliases'],
  'alias-of-another-document.yaml': [`${CONFIG_MAP.replace('blue', '&x blue')}---\n${CONFIG_MAP.replace('blue', '*x')}`, ':13:13: it is no YAML: unidentified alias "x"'],
  'alias-of-itself.yaml': ['a: &a\n  b: *a\n', ':1:1: it is nested over 500 levels deep, more than can be checked. write it flatter, and without an alias of what it stands in'],
  'alias-of-long-text.yaml': [`x: &x "${'y'.repeat(1_000_000)}"\ndata:\n${Array.from({ length: 100 }, (_, i) => `  a${i}: *x\n`).join('')}`, ':1:1: its aliases stand for over 400000 values, more than Argo CD reads. write less of it with aliases'],
  'binary.yaml': [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), ': it is binary, or text of another encoding than UTF-8'],
  'braces-as-key.yaml': [CONFIG_MAP.replace('colour', '{a: b}'), ':6:1: the name of a field is a map, which Kubernetes refuses. write a text'],
  'deep-block.yaml': [Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), ':600:600: it is nested over 500 levels deep, more than can be checked. write it flatter'],
  'deep-flow.yaml': [`a: ${'['.repeat(10_000)}`, ':1:603: it is nested over 500 levels deep, more than can be checked. write it flatter'],
  'deep-list.yaml': [`a:\n${'- '.repeat(10_000)}x\n`, ':2:1199: it is nested over 500 levels deep, more than can be checked. write it flatter'],
  'deep.json': [`${JSON_MAP}, "x": ${'{"a": '.repeat(10_000)}1${'}'.repeat(10_001)}`, ':1:1: it is nested over 500 levels deep, more than can be checked. write it flatter'],
  'helm.yaml': [`{{- if .Values.on }}\n${CONFIG_MAP}{{- end }}\n`, ':1:3: it is a template, and no YAML before it is rendered. lint what comes out: helm template ... | cdk8s-argo lint -'],
  'helm-value.yaml': [CONFIG_MAP.replace('web', '{{ .Release.Name }}'), ':4:1: it is a template, and no YAML before it is rendered. lint what comes out: helm template ... | cdk8s-argo lint -'],
  'key-twice.json': [`${JSON_MAP},\n\t"data": {"a": "1",\n\t\t"\\u0061": "2"}}`, ':3:3: a key stands here for the second time. Kubernetes would take the last one in silence: keep one'],
  'key-twice.yaml': [`${CONFIG_MAP}kind: Pod\n`, ':7:1: a key stands here for the second time. Kubernetes would take the last one in silence: keep one'],
  'kind-is-number.yaml': [CONFIG_MAP.replace('ConfigMap', '3'), ':1:1: this object has 3 as its kind, so Kubernetes refuses it. write which it is'],
  'large.yaml': [Buffer.alloc(50 * 1024 * 1024, 0x61), ': it has 50 MB, and files of up to 32 MB are read. split it, or ignore it'],
  'latin1.yaml': [Buffer.from(CONFIG_MAP.replace('blue', 'caf\xe9'), 'latin1'), ': it is no text in UTF-8'],
  'list.yaml': ['apiVersion: v1\nkind: List\nitems:\n  - 3\n', ':4:5: item 0 of this List is no object with an apiVersion and a kind, so Kubernetes refuses it. mend it, or take it out'],
  'malformed.json': [`${JSON_MAP},}`, ':1:71: it is no JSON: expected double-quoted property name'],
  'malformed.yaml': ['a: b\n  c: d\n', ':2:4: it is no YAML: bad indentation of a mapping entry'],
  'nul.yaml': [`${CONFIG_MAP}\0`, ': it is binary, or text of another encoding than UTF-8'],
  'number-tag.yaml': [CONFIG_MAP.replace('blue', '!!int x'), ':6:18: it is no YAML: cannot resolve a node with !<tag:yaml.org,2002:int> explicit tag'],
  'tab.yaml': ['a:\n\tb: c\n', ':2:1: a tab is used to indent. YAML wants spaces'],
  'utf16.yaml': [Buffer.from(`\ufeff${CONFIG_MAP}`, 'utf16le'), ': it is text in UTF-16. save it in UTF-8'],
};

describe('what cannot be read', () => {
  test('gives one line a file, and the rest is linted', () => {
    write('rest.yaml', WRONG);
    for (const [name, [content]] of Object.entries(HOSTILE)) write(name, content);
    const { code, problems, found } = lint('.');
    expect([...problems].sort()).toEqual(Object.entries(HOSTILE).map(([name, [, said]]) => `${name}${said}`).sort());
    expect({ code, found }).toEqual({ code: 2, found: [FOUND] });
  });

  // As one document each: several in one stream are one text.
  test.each(['alias-bomb.yaml', 'deep-flow.yaml', 'binary.yaml', 'utf16.yaml', 'malformed.yaml'])('gives one line by stdin too: %s', (name) => {
    write('rest.yaml', WRONG);
    const [content, said] = HOSTILE[name]!;
    const ended = read(bin.run(['lint', '--format', 'json', '-', 'rest.yaml'], { input: content }));
    expect(ended).toEqual({ code: 2, problems: [`<stdin>${said}`], found: [FOUND] });
  });

  test('is not waited for: what comes in without an end, pipes, sockets and devices', () => {
    write('rest.yaml', WRONG);
    expect(read(bin.shell('yes | "$BIN" lint --format json - rest.yaml'))).toEqual({
      code: 2, problems: ['<stdin>: it has over 32 MB, and files of up to 32 MB are read. split it, or ignore it'], found: [FOUND],
    });
    expect(read(bin.shell('mkfifo pipe.yaml; "$BIN" lint --format json pipe.yaml /dev/zero .'))).toEqual({
      code: 2, problems: ['pipe.yaml: it is neither a file nor a folder', '/dev/zero: it is neither a file nor a folder'], found: [FOUND],
    });
    expect(read(bin.shell('"$BIN" lint --format json - rest.yaml < .')).problems).toEqual(['<stdin>: it is a folder. write its path instead']);
  });

  test('links in a circle and to nothing', () => {
    write('app/rest.yaml', WRONG);
    fs.symlinkSync('..', 'app/up');
    fs.symlinkSync('self.yaml', 'app/self.yaml');
    fs.symlinkSync('nothing.yaml', 'app/nowhere.yaml');
    expect(lint('app')).toEqual({
      code: 2, found: ['app/rest.yaml:5:1'],
      problems: [
        'app/nowhere.yaml: it is a symbolic link to what is not there',
        'app/self.yaml: it is a symbolic link that leads back to itself',
        'app/up/app: it is a symbolic link to a folder that it stands in, so there is no end to it. remove the link',
      ],
    });
  });

  test('what this user may not read', () => {
    write('app/rest.yaml', WRONG);
    fs.chmodSync(write('app/secret.yaml', CONFIG_MAP), 0);
    write('app/secrets/a.yaml', CONFIG_MAP);
    fs.chmodSync('app/secrets', 0);
    fs.chmodSync('.', 0o755);
    // Root may read everything, so it is somebody else who lints.
    const other = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups ' : '';
    expect(read(bin.shell(`${other}"$BIN" lint --format json app`))).toEqual({
      code: 2, found: ['app/rest.yaml:5:1'],
      problems: ['app/secrets: it may not be read by this user', 'app/secret.yaml: it may not be read by this user'],
    });
    fs.chmodSync('app/secrets', 0o755);
  });

  test('paths that lead nowhere, and patterns that no shell has made files of', () => {
    write('rest.yaml', WRONG);
    expect(lint('nowhere', 'x/*.yaml', 'rest.yaml', './rest.yaml', fs.realpathSync('rest.yaml'))).toEqual({
      code: 2, problems: ['nowhere: there is no such file or folder', 'x/*.yaml: there is no such file or folder'], found: [FOUND],
    });
    expect(bin.shell('mkdir gone && cd gone && rmdir ../gone && "$BIN" lint')).toEqual({
      code: 2, out: '', err: 'error: the working directory is not there any more. go to another one\n',
    });
  });

  test('in hundreds of documents is no flood for a person, and a list for a program', () => {
    write('many.yaml', 'a: [\n---\n'.repeat(300));
    for (let i = 0; i < 80; i++) write(`more/${String(i).padStart(2, '0')}.yaml`, 'a: [\n');
    const { code, out, err } = bin.run(['lint', '--format', 'json', '.']);
    const lines = err.split('\n').filter(Boolean);
    expect(lines).toHaveLength(51);
    expect(lines).toContain('error: many.yaml: 295 more parts of it cannot be read. --format json has all of them');
    expect(lines.at(-1)).toBe('error: 36 more files: cannot be read. --format json has all of them');
    expect((JSON.parse(out) as { problems: object[] }).problems).toHaveLength(380);
    expect(code).toBe(2);
  });
});

describe('what looks odd and is read as Kubernetes reads it', () => {
  const named = (name: string, text = WRONG): string => text.replace('rest', name);
  test.each<[string, string, readonly string[]]>([
    ['a byte order mark, also in the middle', `\ufeff${named('a')}---\n\ufeff${named('b')}`, ['odd.yaml:5:1', 'odd.yaml:12:1']],
    ['lines that end as on Windows', `${named('a')}---\n${named('b')}`.replaceAll('\n', '\r\n'), ['odd.yaml:5:1', 'odd.yaml:12:1']],
    ['directives', `%YAML 1.1\n---\n${named('a')}...\n%YAML 1.1\n# next\n---\n${named('b')}`, ['odd.yaml:7:1', 'odd.yaml:17:1']],
    ['tags of other programs', named('a').replace('blue', '!!js/function "function () {}"').replace('colour', '!key colour'), ['odd.yaml:5:1']],
    ['Lists in Lists', `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, dtaa: {}}]}\n`, ['odd.yaml:4:97']],
    ['JSON in a file of YAML', '{\n\t"apiVersion": "v1",\n\t"kind": "ConfigMap",\n\t"metadata": {"name": "a"},\n\t"dtaa": {}}', ['odd.yaml:5:2']],
    ['names that are something in JavaScript', named('a').replace('colour', '__proto__').replace('metadata:', 'constructor: 3\nmetadata:'), ['odd.yaml:3:1', 'odd.yaml:6:1']],
    ['a merged map', 'kind: ConfigMap\napiVersion: v1\nx: &base {dtaa: {}}\n<<: *base\nmetadata: {name: a}\n', ['odd.yaml:1:1', 'odd.yaml:3:1']],
    ['nothing', '', []],
    ['comments alone', '# a\n---\n# b\n', []],
    ['a text', 'hello\n', []],
  ])('%s', (_, text, found) => {
    write('odd.yaml', text);
    expect(readCli('odd.yaml')).toEqual({ code: found.length > 0 ? 1 : 0, problems: [], found });
  });

  test('twenty thousand documents', () => {
    write('many.yaml', Array.from({ length: 20_000 }, (_, i) => CONFIG_MAP.replace('web', `web-${i}`)).join('---\n'));
    write('rest.yaml', WRONG);
    expect(readCli('.')).toEqual({ code: 1, problems: [], found: [FOUND] });
  });
});

describe('whoever reads what is written', () => {
  beforeEach(() => {
    for (let i = 0; i < 300; i++) write(`${i}.yaml`, WRONG.replace('rest', `web-${i}`));
  });

  test('may stop reading', () => {
    expect(bin.shell('"$BIN" lint | head -1; echo "${PIPESTATUS[0]}"')).toEqual({ code: 0, out: '0.yaml\n1\n', err: '' });
    expect(bin.shell('"$BIN" rules | head -0; echo "${PIPESTATUS[0]}"')).toEqual({ code: 0, out: '0\n', err: '' });
  });

  test('may be nobody', () => {
    expect(bin.shell('"$BIN" lint >&-')).toEqual({ code: 1, out: '', err: '' });
    expect(bin.shell('"$BIN" lint nowhere 2>&-').code).toBe(2);
  });

  test('hears of a full disk', () => {
    expect(bin.shell('"$BIN" lint > /dev/full')).toEqual({ code: 2, out: '', err: expect.stringMatching(/^error: not all of the output could be written: ENOSPC[^\n]*\n$/) });
  });
});
