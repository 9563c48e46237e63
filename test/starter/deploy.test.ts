import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const SCRIPT = path.resolve(__dirname, '../../templates/app/deploy.sh');
const LOCK = 'staging: web:1.0.0\n\nproduction: web:1.0.0\n';

// What the script calls, as far as it matters to it; test/consumer runs it with the real ones.
const NPX = '#!/bin/sh\nsed -i "s/^$4: .*/$4: web:${5#web=}/" images.lock.yaml\n';
const NPM = `#!/bin/sh
case $2 in
  synth) cp images.lock.yaml dist/all.yaml && { test ! -e "$LINT_FAILS" || touch dist/new.yaml; } ;;
  lint) test ! -e "$LINT_FAILS" ;;
esac
`;

let folder: string;
const at = (...names: readonly string[]): string => path.join(folder, ...names);
const made = (): string => at('made');

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-argo-deploy-')));
  for (const [name, text] of [['npx', NPX], ['npm', NPM]] as const) write(path.join('bin', name), text, 0o755);
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', at('origin.git')]);
  execFileSync('git', ['clone', '--quiet', at('origin.git'), made()], { stdio: 'pipe' });
  git('checkout', '--quiet', '-B', 'main');
  for (const [key, value] of [['user.name', 'somebody'], ['user.email', 'somebody@example.com']] as const) git('config', key, value);
  fs.copyFileSync(SCRIPT, at('made', 'deploy.sh'));
  write('made/.gitignore', '*.log\n');
  write('made/images.lock.yaml', LOCK);
  write('made/dist/all.yaml', LOCK);
  commit('what runs');
  git('push', '--quiet', 'origin', 'main');
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string, mode = 0o644): void {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), text, { mode });
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: made(), encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

/** Runs the script from another folder, as somebody may. */
function deploy(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(at('made', 'deploy.sh'), args, {
    cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${at('bin')}:${process.env.PATH}`, LINT_FAILS: at('lint-fails') },
  });
  return { status, out: stdout, err: stderr };
}

/** The branch that one stands on, or HEAD, and everything that is not committed. */
const standing = (): string[] => [git('rev-parse', '--abbrev-ref', 'HEAD'), git('status', '--porcelain')];

const pushed = (): string => git('show', 'origin/main:images.lock.yaml');

describe('deploy.sh', () => {
  test('deploys from main, and leaves you on it with the deployment', () => {
    expect(deploy('staging', 'web=1.0.1')).toMatchObject({ status: 0 });
    expect(pushed()).toContain('staging: web:1.0.1');
    expect(standing()).toEqual(['main', '']);
    expect(git('rev-parse', 'main')).toBe(git('rev-parse', 'origin/main'));
    // So the way back that the README names works.
    git('revert', '--no-edit', 'HEAD');
    git('push');
    expect(pushed()).toContain('staging: web:1.0.0');
  });

  test('goes back to a former version after other deployments', () => {
    expect(deploy('production', 'web=1.0.1').status).toBe(0);
    expect(deploy('staging', 'web=1.0.2').status).toBe(0);
    expect(deploy('production', 'web=1.0.0').status).toBe(0);
    expect(pushed()).toBe('staging: web:1.0.2\n\nproduction: web:1.0.0');
    expect(standing()).toEqual(['main', '']);
  });

  test('leaves a branch of your own where it is, and a commit without a branch too', () => {
    git('checkout', '--quiet', '-b', 'mine');
    write('made/mine.txt', 'mine');
    commit('mine');
    const mine = git('rev-parse', 'HEAD');
    expect(deploy('staging', 'web=1.0.1').status).toBe(0);
    expect([...standing(), git('rev-parse', 'HEAD')]).toEqual(['mine', '', mine]);
    git('checkout', '--quiet', '--detach');
    expect(deploy('staging', 'web=1.0.2').status).toBe(0);
    expect([...standing(), git('rev-parse', 'HEAD')]).toEqual(['HEAD', '', mine]);
    expect(git('ls-tree', '--name-only', 'origin/main')).not.toContain('mine.txt');
  });

  test('says that main has commits that nobody has pushed, and keeps them', () => {
    write('made/mine.txt', 'mine');
    commit('mine');
    const { status, err } = deploy('staging', 'web=1.0.1');
    expect(status).toBe(0);
    expect(err).toContain('your main has commits that are not pushed. git pull --rebase puts them on top of the deployment\n');
    expect(standing()).toEqual(['main', '']);
    expect(git('log', '-1', '--format=%s')).toBe('mine');
  });

  test('leaves nothing of a deployment that failed, and the next one works', () => {
    write('lint-fails', '');
    write('made/dist/notes.log', 'ignored by Git');
    const before = git('rev-parse', 'HEAD');
    const { status, err } = deploy('staging', 'web=1.0.1');
    expect(status).toBe(1);
    expect(err).toContain('nothing was deployed\n');
    expect([...standing(), git('rev-parse', 'HEAD'), git('rev-parse', 'origin/main')]).toEqual(['main', '', before, before]);
    expect(fs.readdirSync(at('made', 'dist')).sort()).toEqual(['all.yaml', 'notes.log']);
    fs.rmSync(at('lint-fails'));
    expect(deploy('staging', 'web=1.0.1').status).toBe(0);
  });

  test('says so when there is nothing to deploy', () => {
    const before = git('rev-parse', 'HEAD');
    expect(deploy('staging', 'web=1.0.0')).toEqual({ status: 0, out: 'staging has web=1.0.0 already\n', err: '' });
    expect([...standing(), git('rev-parse', 'origin/main')]).toEqual(['main', '', before]);
  });

  test('refuses files in dist that nobody has committed, names them and keeps them', () => {
    write('made/dist/new/extra.yaml', 'kind: ConfigMap\n');
    const { status, err } = deploy('staging', 'web=1.0.1');
    expect(status).toBe(1);
    expect(err).toBe('there are files in dist that are in no commit, and would be deployed with it. commit or delete them:\ndist/new/extra.yaml\nnothing was deployed\n');
    expect(standing()).toEqual(['main', '?? dist/new/']);
    expect(pushed()).toContain('staging: web:1.0.0');
  });

  test('refuses changes that nobody has committed, and keeps them', () => {
    write('made/images.lock.yaml', 'mine\n');
    const { status, err } = deploy('staging', 'web=1.0.1');
    expect({ status, err }).toEqual({
      status: 1, err: 'there are changes that are not committed. a deployment is made of what is pushed: commit or stash them\n',
    });
    expect(fs.readFileSync(at('made', 'images.lock.yaml'), 'utf8')).toBe('mine\n');
  });

  test.each([[[]], [['staging']], [['staging', 'web=1', 'api=1']]])('says how it is called: %j', (args) => {
    expect(deploy(...args)).toEqual({
      status: 2, out: '', err: 'usage: ./deploy.sh <environment> <image>=<version>, such as ./deploy.sh staging web=1.0.1\n',
    });
  });
});
