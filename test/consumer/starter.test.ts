import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ConsumerApp, type Ended } from './consumer-app';
import { pack, type Tarball } from './package-tarball';

// What cdk8s alone would let pass: a weight above 100, and a field that nobody knows.
const PLAIN = `
import { ApiObject, App, Chart } from 'cdk8s';
const app = new App();
new ApiObject(new Chart(app, 'web'), 'Web', {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'web' },
  spec: {
    replcas: 4,
    selector: { matchLabels: { app: 'web' } },
    strategy: { canary: { steps: [{ setWeight: WEIGHT }] } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'registry.example.com/web:v1' }] } },
  },
});
app.synth();
`;
const WRONG = PLAIN.replace('WEIGHT', '120');
const RIGHT = PLAIN.replace('WEIGHT', '25').replace('replcas', 'replicas');

let folder: string;
let tarball: Tarball;

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-argo-starter-')));
  tarball = pack();
}, 240_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the validation plugin, under the cdk8s command', () => {
  let project: ConsumerApp;
  const at = (...names: readonly string[]): string => path.join(folder, 'plain', ...names);

  /** Runs `cdk8s synth` with a plugin of this package reference. */
  function synth(program: string, reference: string): Ended {
    project.write('main.ts', program);
    project.write('cdk8s.yaml', [
      'language: typescript', 'app: npx tsx main.ts', 'output: out', `pluginsDirectory: ${at('plugins')}`,
      'validations:', `  - { package: ${reference}, version: 1.2.3, class: ArgoValidation }`, '',
    ].join('\n'));
    return project.run('cdk8s', 'synth');
  }

  beforeAll(() => {
    project = new ConsumerApp(at(), tarball.file);
    // What the command makes of `npm install` the first time.
    fs.mkdirSync(at('plugins', 'cdk8s-argo', '1.2.3', 'node_modules'), { recursive: true });
    fs.symlinkSync(at('node_modules', 'cdk8s-argo'), at('plugins', 'cdk8s-argo', '1.2.3', 'node_modules', 'cdk8s-argo'));
  });

  test.each([['a path', './node_modules/cdk8s-argo'], ['an installed package', 'cdk8s-argo']])('is loaded from %s', (_, reference) => {
    const { status, output } = synth(WRONG, reference);
    expect(status).toBe(2);
    expect(output).toContain('rollouts/weight-in-range');
    expect(output).toContain('Construct Path: web/Web');
    expect(output).toContain('Rollout/web spec.strategy.canary.steps[0].setWeight: error: steps[0] sets the weight to 120');
    expect(output).toContain('How to fix: Did you mean "replicas"?');
    expect(output).not.toContain('Installing');

    const right = synth(RIGHT, reference);
    expect(right.output).toContain('Validations ended succesfully');
    expect(right.status).toBe(0);
  }, 60_000);
});

describe('a project that init made', () => {
  let made: string;

  /** Runs a command in the project, as its pipelines do. */
  function run(command: string, ...args: readonly string[]): Ended {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: made,
      encoding: 'utf8',
      env: {
        ...process.env, npm_config_offline: 'true', NODE_TEST_CONTEXT: undefined,
        GIT_AUTHOR_NAME: 'deploy', GIT_AUTHOR_EMAIL: 'deploy@example.com', GIT_COMMITTER_NAME: 'deploy', GIT_COMMITTER_EMAIL: 'deploy@example.com',
      },
    });
    return { status, output: stdout + stderr };
  }

  const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: made, encoding: 'utf8' });

  beforeAll(() => {
    made = path.join(folder, 'deployments');
    const installed = new ConsumerApp(path.join(folder, 'installed'), tarball.file);
    expect(installed.run('../cdk8s-argo/bin/cdk8s-argo', 'init', '../deployments')).toMatchObject({ status: 0 });
    // What `npm install` would make, without the network.
    fs.renameSync(path.join(folder, 'installed', 'node_modules'), path.join(made, 'node_modules'));
    fs.symlinkSync('../cdk8s-argo/bin/cdk8s-argo', path.join(made, 'node_modules', '.bin', 'cdk8s-argo'));
  });

  test('asks for packages that are there', () => {
    const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(made, 'package.json'), 'utf8')) as Record<string, object>;
    const wanted = Object.keys({ ...dependencies, ...devDependencies });
    expect(wanted.filter((name) => !fs.existsSync(path.join(made, 'node_modules', name)))).toEqual([]);
  });

  test('synthesizes, tests, checks and lints', () => {
    expect(run('npm', 'run', 'check').status).not.toBe(0);
    expect(run('npm', 'run', 'synth')).toMatchObject({ status: 0, output: expect.stringContaining('dist: 4 units, 7 objects') as string });
    expect(run('npm', 'test')).toMatchObject({ status: 0, output: expect.stringContaining('pass 3') as string });
    expect(run('npm', 'run', 'check').status).toBe(0);
    expect(run('npm', 'run', 'lint')).toMatchObject({ status: 0, output: expect.stringContaining('nothing found in 7 objects') as string });
  }, 180_000);

  test('finds a synth that somebody forgot', () => {
    const file = path.join(made, 'web.ts');
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace('production: 8', 'production: 12'));
    const { status, output } = run('npm', 'run', 'check');
    expect(status).not.toBe(0);
    expect(output).toContain('replicas: 12');
    fs.writeFileSync(file, text);
  }, 60_000);

  test('deploys by a commit, also when somebody else is faster', () => {
    const origin = path.join(folder, 'origin.git');
    git('init', '--quiet', '--initial-branch', 'main');
    execFileSync('git', ['clone', '--quiet', '--bare', made, origin]);
    git('remote', 'add', 'origin', origin);
    git('add', '--all');
    expect(git('status', '--porcelain')).not.toContain('node_modules');
    expect(run('git', 'commit', '--quiet', '--message', 'what runs').status).toBe(0);
    git('push', '--quiet', 'origin', 'main');

    // Somebody pushes another commit while the first attempt is at its push.
    const other = path.join(folder, 'other');
    fs.writeFileSync(path.join(made, '.git', 'hooks', 'pre-push'), [
      '#!/bin/sh', 'rm "$0"', 'unset $(git rev-parse --local-env-vars)', `git clone --quiet ${origin} ${other}`, `cd ${other}`,
      'git commit --quiet --allow-empty --message theirs', 'git push --quiet origin main', '',
    ].join('\n'), { mode: 0o755 });
    const { status, output } = run('./deploy.sh', 'staging', 'web=1.0.1');
    expect(output).toContain('attempt 1: somebody else was faster');
    expect(status).toBe(0);
    expect(git('log', '-1', '--format=%s', 'origin/main').trim()).toBe('deploy: web=1.0.1 to staging');
    expect(git('log', '-1', '--format=%s', 'origin/main~1').trim()).toBe('theirs');
    expect(git('diff', '--name-only', 'origin/main~1', 'origin/main').split('\n')).toEqual([
      'dist/staging/web-staging/web-staging.k8s.yaml', 'images.lock.yaml', '',
    ]);
    expect(git('rev-parse', '--abbrev-ref', 'HEAD').trim()).toBe('main');
    expect(git('rev-parse', 'main')).toBe(git('rev-parse', 'origin/main'));
    expect(git('status', '--porcelain')).toBe('');
  }, 180_000);
});
