import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

// Alone, as the whole package takes longer to load.
const OURS = ['manifests/input-error', 'render/construct-error', 'app/argo-app', 'app/argo-chart'];
const SRC = path.resolve(__dirname, '../../src');
let folder: string;

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'uncaught-')));
  fs.writeFileSync(path.join(folder, 'ours.ts'), OURS.map((file) => `export * from ${JSON.stringify(path.join(SRC, file))};\n`).join(''));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs a program as its author does. */
function run(program: string) {
  fs.writeFileSync(path.join(folder, 'main.ts'), `import { InputError, ArgoApp, ArgoChart, fail } from './ours'; import { ApiObject } from ${JSON.stringify(require.resolve('cdk8s'))};\n${program}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', require.resolve('tsx'), 'main.ts'], {
    cwd: folder, encoding: 'utf8', env: { ...process.env },
  });
  return { status, stdout, stderr };
}

describe('an error that nobody catches', () => {
  test('of a value is its message and the lines that led there', () => {
    expect(run('function steps() {\n  throw new InputError("the weight is 130");\n}\nsteps();\n')).toEqual({
      status: 1, stdout: '', stderr: 'error: the weight is 130 (main.ts:3)\n  from main.ts:5\n',
    });
  });

  test('of a construct is its message alone', () => {
    const place = 'const app = new ArgoApp();\nconst web = new ArgoChart(app, "web");\n';
    expect(run(`${place}throw fail(web, "got two Services");\n`)).toEqual({ status: 1, stdout: '', stderr: 'error: web: got two Services (main.ts:3)\n' });
  });

  test('of a synth whose report is JSON is that JSON and nothing else', () => {
    const { status, stdout, stderr } = run(`const app = new ArgoApp({ report: 'json', outdir: 'dist' });
      new ApiObject(new ArgoChart(app, 'web'), 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, dtaa: {} });
      app.synth();`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ counts: { error: 1 }, findings: [{ rule: 'schema/unknown-field', object: { name: 'web' } }] });
  });

  test('in a promise is printed the same way', () => {
    const { status, stderr } = run('void Promise.reject(new InputError("too late"));\n');
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'error: too late (main.ts:2)\n' });
  });

  test('goes to the handler of a program that has one', () => {
    const { status, stdout, stderr } = run('process.on("uncaughtException", (error) => console.log("mine:", error.name));\nthrow new InputError("x");\n');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'mine: InputError\n', stderr: '' });
  });

  test('and is none of ours is printed by Node, also after one of ours was caught', () => {
    const { status, stdout, stderr } = run('try {\n  throw new InputError("x");\n} catch (error) {\n  console.log("caught", error instanceof InputError);\n}\nthrow new TypeError("theirs");\n');
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'caught true\n' });
    expect(stderr).toContain('TypeError: theirs\n    at ');
    expect(stderr).toContain(`Node.js ${process.version}`);
  });
});
