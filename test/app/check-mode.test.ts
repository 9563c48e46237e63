import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject } from 'cdk8s';
import { ArgoApp, type ArgoAppProps, ArgoChart } from '../../src';
import { expectCommitted } from '../../src/testing';

let outdir: string;

beforeEach(() => {
  outdir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'check-mode-')), 'dist');
});
afterEach(() => {
  process.exitCode = undefined;
  fs.rmSync(path.dirname(outdir), { recursive: true });
});

function appWith(maps: Readonly<Record<string, string>>, props: ArgoAppProps = {}): ArgoApp {
  const app = new ArgoApp({ outdir, report: 'none', ...props });
  for (const [name, value] of Object.entries(maps)) {
    new ApiObject(new ArgoChart(app, name), 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { first: '1', key: value } });
  }
  return app;
}

function contents(): Record<string, string> {
  return Object.fromEntries(fs.readdirSync(outdir, { recursive: true, encoding: 'utf8' }).sort()
    .filter((file) => fs.statSync(path.join(outdir, file)).isFile()).map((file) => [file, fs.readFileSync(path.join(outdir, file), 'utf8')]));
}

describe('compare', () => {
  test('finds nothing in what was just written', () => {
    appWith({ web: 'a' }).synth();
    expect(appWith({ web: 'a' }).compare()).toMatchObject({ upToDate: true, differences: [] });
    expect(() => expectCommitted(appWith({ web: 'a' }))).not.toThrow();
  });

  test('finds what is missing, changed and stale, shows the lines, and writes nothing', () => {
    appWith({ web: 'a', old: 'b' }).synth();
    const before = contents();
    const comparison = appWith({ web: 'c', api: 'd' }).compare();
    expect(comparison.differences.map(({ path: file, state }) => [state, file])).toEqual([
      ['missing', '.cdk8s-argo/app/api.json'], ['stale', '.cdk8s-argo/app/old.json'], ['missing', 'api/api.k8s.yaml'], ['stale', 'old/old.k8s.yaml'],
      ['changed', 'web/web.k8s.yaml'],
    ]);
    expect(comparison.toString().replaceAll(outdir, 'dist')).toMatchInlineSnapshot(`
"dist is not what the program makes. synthesize, and commit what is written
  missing  dist/.cdk8s-argo/app/api.json
  stale    dist/.cdk8s-argo/app/old.json
  missing  dist/api/api.k8s.yaml
  stale    dist/old/old.k8s.yaml
  changed  dist/web/web.k8s.yaml
--- dist/web/web.k8s.yaml	committed
+++ dist/web/web.k8s.yaml	made now
@@ -3,5 +3,5 @@
 metadata:
   name: web
 data:
   first: "1"
-  key: a
+  key: c"
`);
    expect(() => expectCommitted(appWith({ web: 'c', api: 'd' }))).toThrow('+  key: c');
    expect(contents()).toEqual(before);
  });

  test('leaves files of others alone', () => {
    appWith({ web: 'a' }).synth();
    fs.writeFileSync(path.join(outdir, 'web', 'OWNERS'), 'team-web\n');
    expect(appWith({ web: 'a' }).compare().upToDate).toBe(true);
  });

  test('names manifests of others, which are delivered with ours, and is no worse for them', () => {
    appWith({ web: 'a' }).synth();
    fs.writeFileSync(path.join(outdir, 'web', 'hand.yaml'), 'kind: Role\n');
    expect(appWith({ web: 'a' }).compare()).toMatchObject({ upToDate: true, foreign: ['web/hand.yaml'] });
    const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      expect(appWith({ web: 'a' }, { report: 'text' }).synth().foreign).toEqual(['web/hand.yaml']);
      expect(printed.mock.calls.join('')).toContain(`warning  ${outdir}/web/hand.yaml was not made by this program, and is applied with what was. ` +
        'declare it in the program, move it to a folder of its own, or write "# +argocd:skip-file-rendering" into it\n');
    } finally {
      printed.mockRestore();
    }
  });

  test('says so where line endings alone differ', () => {
    appWith({ web: 'a', api: 'b' }).synth();
    const file = path.join(outdir, 'web/web.k8s.yaml');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    const text = appWith({ web: 'a', api: 'b' }).compare().toString().replaceAll(outdir, 'dist');
    expect(text.split('\n')).toEqual([
      'dist is not what the program makes. synthesize, and commit what is written', '  changed  dist/web/web.k8s.yaml',
      'dist/web/web.k8s.yaml differs in line endings alone (CRLF). write "dist/** text eol=lf" into .gitattributes, so that Git leaves them as they are, and synth again',
    ]);
  });

  test('refuses what a synth would refuse', () => {
    fs.mkdirSync(path.join(outdir, 'web'), { recursive: true });
    fs.writeFileSync(path.join(outdir, 'web/web.k8s.yaml'), 'theirs\n');
    expect(() => appWith({ web: 'a' }).compare()).toThrow('exists and was not written by the app "app"');
  });

  test('is no replacement for what is right', () => {
    const app = appWith({ web: 'a' });
    new ApiObject(app.node.findChild('web'), 'Broken', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'broken' }, datum: {} });
    expect(() => app.compare()).toThrow(/datum/);
  });
});

describe('a synth in the mode check', () => {
  test('writes nothing and lets the program end with 1', () => {
    const result = appWith({ web: 'a' }, { mode: 'check' }).synth();
    expect(result).toMatchObject({ written: [], comparison: { upToDate: false } });
    expect(process.exitCode).toBe(1);
    expect(fs.existsSync(outdir)).toBe(false);
  });

  test('lets the program end well when nothing differs', () => {
    appWith({ web: 'a' }).synth();
    expect(appWith({ web: 'a' }, { mode: 'check' }).synth()).toMatchObject({ unchanged: ['web/web.k8s.yaml'], comparison: { upToDate: true } });
    expect(process.exitCode).toBeUndefined();
  });

  const program = `
    import { ApiObject } from 'cdk8s';
    import { ArgoApp, ArgoChart } from ${JSON.stringify(path.resolve(__dirname, '../../src'))};
    const app = new ArgoApp({ outdir: 'dist' });
    new ApiObject(new ArgoChart(app, 'web'), 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
    app.synth();
  `;

  test.each([
    ['the argument --check', ['--check'], {}],
    ['a variable of the environment', [], { CDK8S_ARGO_CHECK: '1' }],
  ])('is chosen by %s', (_, args, env) => {
    const folder = path.dirname(outdir);
    const main = path.join(folder, 'main.ts');
    fs.writeFileSync(main, program);
    fs.symlinkSync(path.resolve(__dirname, '../../node_modules'), path.join(folder, 'node_modules'));
    const run = (): ReturnType<typeof spawnSync> => spawnSync(
      process.execPath, ['--import', 'tsx', main, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } },
    );
    const { status, stderr } = run();
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('there is no dist (looked for ') });
    expect(stderr).toContain('files: 2 missing, 0 changed, 0 stale, 0 as committed');
    expect(fs.existsSync(outdir)).toBe(false);
  });
});
