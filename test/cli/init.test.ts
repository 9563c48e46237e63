import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './cli';

describe('cdk8s-argo init', () => {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-argo-init-')));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

  test('makes a project with its name, its repository and the versions that go together', () => {
    const { code, out, err } = cli('init', 'Shop Deployments', '--repository', 'git@git.example.com:shop/deployments.git');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('next:\n  cd Shop Deployments\n  npm install\n');
    expect(out).not.toContain('write the address');
    const made = JSON.parse(read('Shop Deployments/package.json')) as { readonly name: string; readonly dependencies: object };
    const { version, peerDependencies } = JSON.parse(readFileSync(join(before, 'package.json'), 'utf8')) as { readonly version: string; readonly peerDependencies: object };
    expect(made).toMatchObject({ name: 'shop-deployments', dependencies: { 'cdk8s-argo': `^${version}`, ...peerDependencies } });
    expect(read('Shop Deployments/deployments.ts')).toContain("url: 'git@git.example.com:shop/deployments.git'");
    expect(read('Shop Deployments/.gitignore')).toContain('node_modules/\n');
    expect(statSync(join(folder, 'Shop Deployments/deploy.sh')).mode & 0o111).not.toBe(0);
  });

  test('makes one in a clone that is empty, and asks for its address', () => {
    execFileSync('git', ['init', '--quiet']);
    const { code, out } = cli('init');
    expect(code).toBe(0);
    expect(out).not.toContain('cd ');
    expect(out).toContain('write the address of your repository into deployments.ts');
    expect(read('deployments.ts')).toContain('https://git.example.com/my-deployments.git');
  });

  test('writes nothing where there is something', () => {
    for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(folder, name), '');
    expect(cli('init')).toEqual({
      code: 2, out: '', err: 'error: . is not empty: it has a, b, c and 1 more. name a folder that is empty or does not exist\n',
    });
    expect(cli('init', 'a').err).toBe('error: a is a file. name a folder that is empty or does not exist\n');
    expect(readdirSync(folder)).toEqual(['a', 'b', 'c', 'd']);
  });

  test.each(["https://git.example.com/'+process.exit()+'", 'shop/deployments', 'https://git.example.com/a b'])('refuses the repository %s', (url) => {
    mkdirSync(join(folder, 'new'));
    const { code, err } = cli('init', 'new', '--repository', url);
    expect(code).toBe(2);
    expect(err).toContain('is no address that Argo CD clones from');
    expect(existsSync(join(folder, 'new/package.json'))).toBe(false);
  });
});
