import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const DOCS = resolve('docs/lint.md');
const write = inScratchFolder();

const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: shop}\ndtaa: {}\n`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80}]}
`;
const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop}
spec:
  rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
`;

interface Entry {
  readonly file: string;
}

function filesOf(baseline: string): string[] {
  return (JSON.parse(readFileSync(baseline, 'utf8')) as { findings: Entry[] }).findings.map(({ file }) => file);
}

interface Found {
  readonly findings: ReadonlyArray<{ readonly file: string; readonly rule: string }>;
}

function found(...args: readonly string[]): string[] {
  return (JSON.parse(cli('lint', '--format', 'json', ...args).out) as Found).findings.map(({ file, rule }) => `${file} ${rule}`);
}

describe('where a baseline is written', () => {
  test('a path after the option is what is read, and stays as it is', () => {
    write('a.yaml', configMap('a'));
    expect(cli('lint', '--write-baseline', 'a.yaml')).toEqual({ code: 0, out: '', err: 'lint-baseline.json has 1 finding now\n' });
    expect(readFileSync('a.yaml', 'utf8')).toBe(configMap('a'));
  });

  test.each([
    ['a.yaml', 'a.yaml is no baseline. name one that --write-baseline has made, or a file that is not there yet'],
    ['package.json', 'package.json is no baseline. name one that --write-baseline has made, or a file that is not there yet'],
    ['apps', 'apps is a folder, and a file is wanted'],
    ['nowhere/baseline.json', 'nowhere/baseline.json cannot be written: there is no folder nowhere'],
  ])('%s is not overwritten', (file, message) => {
    write('a.yaml', configMap('a'));
    write('package.json', '{"version": 1}');
    mkdirSync('apps');
    expect(cli('lint', '--write-baseline', '--baseline', file)).toEqual({ code: 2, out: '', err: `error: ${message}\n` });
    expect(readFileSync('a.yaml', 'utf8')).toBe(configMap('a'));
    expect(readFileSync('package.json', 'utf8')).toBe('{"version": 1}');
  });

  test('nothing is written when nothing can be read', () => {
    expect(cli('lint', 'nowhere', '--write-baseline').code).toBe(2);
    expect(existsSync('lint-baseline.json')).toBe(false);
  });
});

describe('a part of what the baseline is about', () => {
  beforeEach(() => {
    for (const name of ['a', 'b']) write(`apps/${name}.yaml`, configMap(name));
    cli('lint', '--write-baseline');
  });

  test('keeps the lines of the rest, and does not call them mended', () => {
    expect(cli('lint', 'apps/a.yaml', '--baseline', 'lint-baseline.json').out).toBe('1 finding of the baseline not shown\n\nnothing found in 1 object of 1 file\n');
    write('apps/a.yaml', configMap('a').replace('dtaa', 'data'));
    expect(cli('lint', 'apps/a.yaml', '--baseline', 'lint-baseline.json').out).toContain('1 finding of the baseline mended.');
    expect(cli('lint', 'apps/a.yaml', '--write-baseline').err).toBe('lint-baseline.json has 1 finding now, 1 of them in files that were not looked at\n');
    expect(filesOf('lint-baseline.json')).toEqual(['apps/b.yaml']);
  });

  test('keeps them in a folder below too, where the files have shorter names', () => {
    process.chdir('apps');
    expect(cli('lint', '--baseline', '../lint-baseline.json')).toMatchObject({ code: 0, out: expect.stringContaining('2 findings of the baseline not shown') });
    expect(cli('lint', 'b.yaml', '--baseline', '../lint-baseline.json', '--write-baseline').err).toContain('has 2 findings now, 1 of them');
    expect(filesOf('../lint-baseline.json')).toEqual(['apps/a.yaml', 'apps/b.yaml']);
  });

  test('what is deleted, and what cannot be read', () => {
    write('apps/a.yaml', 'a: [\n');
    write('apps/b.yaml', '# empty\n');
    const { code, err } = cli('lint', '--write-baseline');
    expect(code).toBe(2);
    expect(err).toContain('lint-baseline.json has 1 finding now, 1 of them in files that were not looked at\n');
    expect(filesOf('lint-baseline.json')).toEqual(['apps/a.yaml']);
  });

  test('with --only', () => {
    expect(cli('lint', '--only', 'apps/a.yaml', '--write-baseline').err).toBe('lint-baseline.json has 2 findings now, 1 of them in files that were not looked at\n');
  });
});

describe('a part of what the settings say is complete', () => {
  beforeEach(() => {
    write('cdk8s-argo.yaml', `complete: true
severity: warning
waivers:
  - { rule: schema/unknown-field, reason: of another time, object: ConfigMap/b }
`);
    write('apps/service.yaml', SERVICE);
    write('apps/ingress.yaml', INGRESS.replace('web, port', 'wbe, port'));
    write('other/b.yaml', configMap('b'));
  });

  test('says so, and calls no waiver stale', () => {
    const { err, out } = cli('lint', 'apps/service.yaml');
    expect(err).toBe('note: these files are a part of those that cdk8s-argo.yaml says are complete, so what is missed is a warning. '
      + 'add --complete if they are all there is, or read all and name these after --only\n');
    expect(out).not.toContain('waivers/stale');
    expect(found('apps/service.yaml', '--complete')).toContain('cdk8s-argo.yaml waivers/stale');
  });

  test('--only looks at all, and tells what is in the part', () => {
    const rules = ['apps/ingress.yaml references/ingress-backend-exists'];
    expect(found('--only', 'apps/ingress.yaml')).toEqual(rules);
    expect(found('.', '--only', 'apps/ingress.yaml', 'other')).toEqual(rules);
    write('apps/ingress.yaml', INGRESS);
    expect(cli('lint', '--only', 'apps/ingress.yaml')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('nothing found in 3 objects of 4 files') });
  });

  test('--only mends only these, and a file elsewhere that cannot be read is no reason to end with 2', () => {
    write('apps/a.yaml', configMap('a').replace('dtaa', 'dat'));
    write('apps/b.yaml', configMap('c').replace('dtaa', 'dat'));
    write('broken.yaml', 'a: [\n');
    expect(cli('lint', '--only', 'apps/a.yaml', '--fix')).toMatchObject({
      code: 0, err: 'mended: apps/a.yaml, 1 finding\nnote: 1 other file cannot be read, and may hold what is missed here\n',
    });
    expect(readFileSync('apps/b.yaml', 'utf8')).toContain('dat:');
    expect(cli('lint', '--only', 'broken.yaml').code).toBe(2);
  });

  test('the hooks of the docs let a change pass that is right among all files', () => {
    write('cdk8s-argo.yaml', 'complete: true\nseverity: warning\n');
    write('apps/ingress.yaml', INGRESS);
    write('other/b.yaml', configMap('b').replace('dtaa', 'data'));
    const hooks = [...readFileSync(DOCS, 'utf8').matchAll(/entry: npx cdk8s-argo (.+)\n.*\n?.*\n?(.*pass_filenames: false)?/g)];
    const runs = hooks.map(([, entry, alone]) => [...entry!.split(' '), ...alone === undefined ? ['apps/ingress.yaml'] : []]);
    expect(runs).toEqual([['lint'], ['lint', '--only', 'apps/ingress.yaml']]);
    for (const run of runs) expect(cli(...run)).toMatchObject({ code: 0, err: '' });
    expect(cli('lint', 'apps/ingress.yaml').code).toBe(1);
  });

  test('--only of what is not there is refused', () => {
    expect(cli('lint', '--only', 'apps/nowhere.yaml')).toEqual({ code: 2, out: '', err: 'error: --only names apps/nowhere.yaml, and there is no such file or folder\n' });
  });
});

test('a folder without manifests is a wrong one', () => {
  mkdirSync('empty');
  expect(cli('lint', 'empty')).toEqual({ code: 2, out: '', err: 'error: there is no YAML and no JSON in empty. go to the folder of the manifests, or write its path\n' });
  expect(cli('lint').err).toContain('no JSON in this folder.');
});

test('a profile of the settings may be a file beside them', () => {
  write('apps/a.yaml', configMap('a'));
  write('team.yaml', 'rules: { schema/unknown-field: info }\n');
  write('cdk8s-argo.yaml', 'profile: team.yaml\n');
  expect(cli('lint', 'apps').code).toBe(0);
  process.chdir('apps');
  expect(cli('lint').out).toContain('info     schema/unknown-field');
});

test('findings about what the settings and annotations say have the line of it', () => {
  write('a.yaml', configMap('a').replace('dtaa', 'data').replace('{name: a, namespace: shop}', `
  name: a
  annotations:
    acknowledge.cdk8s-argo/schema.unknown-feild: a wrong name
    acknowledge.cdk8s-argo/schema.unknown-field: of another time`.trimEnd()));
  write('cdk8s-argo.yaml', `complete: true
waivers:
  - { rule: schema/type, reason: of another time }
elsewhere:
  - { kind: Service, name: gone }
separate: [nowhere/*]
`);
  const places = (JSON.parse(cli('lint', '--format', 'json').out) as { findings: ReadonlyArray<{ file: string; line: number; rule: string }> }).findings
    .map(({ file, line, rule }) => `${file}:${line} ${rule}`);
  expect(places).toEqual([
    'a.yaml:6 waivers/known-rule', 'a.yaml:7 waivers/stale',
    'cdk8s-argo.yaml:3 waivers/stale', 'cdk8s-argo.yaml:5 waivers/stale', 'cdk8s-argo.yaml:6 waivers/stale',
  ]);
});
