import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriteLock } from '../../src/output/write-lock';
import { cli } from './cli';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-argo-cli-'));
const file = join(folder, 'images.lock.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => writeFileSync(file, 'web: registry.example.com/web:v1\n\nproduction:\n  web: registry.example.com/web:v0\n'));

describe('cdk8s-argo bump', () => {
  test('writes the file and says what changed', () => {
    expect(cli('bump', 'web=v2', '--file', file)).toEqual({ code: 0, out: 'web: registry.example.com/web:v1 -> registry.example.com/web:v2\n', err: '' });
    expect(readFileSync(file, 'utf8')).toBe('web: registry.example.com/web:v2\n\nproduction:\n  web: registry.example.com/web:v0\n');
  });

  test('changes one environment only', () => {
    expect(cli('bump', 'web=v1', '-e', 'production', '-f', file).out).toBe('web (production): registry.example.com/web:v0 -> registry.example.com/web:v1\n');
    expect(readFileSync(file, 'utf8')).toBe('web: registry.example.com/web:v1\n\nproduction:\n  web: registry.example.com/web:v1\n');
  });

  test('says that nothing changed, and writes nothing', () => {
    const before = statSync(file, { bigint: true });
    expect(cli('bump', 'web=v1', '--file', file)).toEqual({ code: 0, out: 'web: registry.example.com/web:v1 already\n', err: '' });
    expect(statSync(file, { bigint: true })).toMatchObject({ mtimeNs: before.mtimeNs, ino: before.ino });
  });

  test('makes a file, and notes that a digest was lost', () => {
    const other = join(folder, 'other.yaml');
    const pinned = `registry.example.com/api:v1@sha256:${'a'.repeat(64)}`;
    expect(cli('bump', '--add', `api=${pinned}`, '--file', other)).toEqual({ code: 0, out: `api: added ${pinned}\n`, err: '' });
    expect(cli('bump', 'api=v2', '--file', other).err).toBe('note: api was held by a digest, and its tag can be moved. give both: api=<tag>@sha256:<digest>\n');
  });

  test.each([
    ['an image that is not there', ['wbe=v2'], 'error: {file} has no image "wbe" (did you mean "web"?). to add it: npx cdk8s-argo bump --file {file} --add wbe=registry.example.com/wbe:v1.0.0\n'],
    ['one of two that is wrong', ['web=v2', 'api=v2'], 'error: {file} has no image "api"'],
    ['no version', ['web'], 'error: "web" does not say which image is to have which version. write name=version, such as web=v2.2.0\n'],
    ['no image', [], 'error: missing required argument \'image=version\'\n(--help says more)\n'],
    ['one image twice', ['web=v2', 'web=v3'], 'error: "web" is named 2 times: v2, v3. give one version for an image\n'],
    ['two environments', ['web=v2', '-e', 'staging', '--environment', 'production'], 'error: --environment is given twice: staging, production. a deployment is for one environment: call bump once for each\n'],
    ['a digest that was cut off', ['web=sha256:abc'], 'error: "web": "sha256:abc" is no digest: sha256: and 64 digits from 0 to 9 and a to f are wanted, and it has 3\n'],
    ['a registry without an image', ['web=localhost:5000'], '"localhost:5000" is a registry and no image of it'],
    ['latest', ['web=latest'], '(--allow-latest)\n'],
    ['an option that it does not have', ['web=v2', '--enviroment', 'x'], 'error: unknown option \'--enviroment\'\n(Did you mean --environment?)\n'],
  ])('refuses %s, and writes nothing', (_, args, message) => {
    const before = readFileSync(file, 'utf8');
    const { code, out, err } = cli('bump', ...args, '--file', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message.replaceAll('{file}', file));
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('asks which environment is meant, and adds nothing beside them', () => {
    const other = join(folder, 'environments.yaml');
    writeFileSync(other, 'production:\n  web: web:v1\n\nstaging:\n  web: web:v2\n');
    expect(cli('bump', 'web=v3', '--file', other)).toEqual({
      code: 2, out: '', err: `error: ${other} has no image "web" that is for no environment, only for production and staging. ` +
        'say which is meant: --environment production or --environment staging\n',
    });
    expect(cli('bump', 'web=v3', '-e', 'prod', '--file', other).err).toContain('has no environment "prod" (did you mean "production"?)');
  });

  test('begins with what another one has written while it waited', () => {
    const acquire = WriteLock.acquire.bind(WriteLock);
    const waiting = jest.spyOn(WriteLock, 'acquire').mockImplementationOnce((...args) => {
      expect(cli('bump', '--add', 'api=registry.example.com/api:v1', '--file', file).code).toBe(0);
      return acquire(...args);
    });
    try {
      expect(cli('bump', 'web=v2', '--file', file).code).toBe(0);
    } finally {
      waiting.mockRestore();
    }
    expect(readFileSync(file, 'utf8')).toBe(
      'api: registry.example.com/api:v1\n\nweb: registry.example.com/web:v2\n\nproduction:\n  web: registry.example.com/web:v0\n',
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('makes no folder', () => {
    const { code, err } = cli('bump', '--add', 'web=web:v1', '--file', join(folder, 'none/images.yaml'));
    expect({ code, err }).toEqual({ code: 2, err: `error: there is no folder ${folder}/none for ${folder}/none/images.yaml. make it, or name another file\n` });
  });

  test('takes latest when asked', () => {
    expect(cli('bump', 'web=latest', '--allow-latest', '--file', file).code).toBe(0);
  });

  test('refuses a file that is not there', () => {
    expect(cli('bump', 'web=v2', '--file', join(folder, 'none'))).toEqual({
      code: 2, out: '', err: `error: there is no ${folder}/none. name the lock file with --file, or make it with --add\n`,
    });
  });

  test('teaches by example', () => {
    const { code, out } = cli('bump', '--help');
    expect(code).toBe(0);
    expect(out).toContain('$ npx cdk8s-argo bump web=v2.2.0\n');
    expect(out).toContain('Exit codes: 0');
  });
});

describe('cdk8s-argo', () => {
  test('without a command shows what there is', () => {
    const { code, err } = cli();
    expect(code).toBe(2);
    expect(err).toContain('bump [options] <image=version...>');
    expect(cli('--help').code).toBe(0);
  });

  test('names the nearest command', () => {
    expect(cli('bmp', 'web=v2')).toEqual({ code: 2, out: '', err: 'error: unknown command \'bmp\'\n(Did you mean bump?)\n(--help says more)\n' });
  });
});
