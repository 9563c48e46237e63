import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BumpOptions, bumpedLock } from '../../src/images/bump';
import type { InputError } from '../../src/manifests/input-error';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const TEXT = [
  '# What runs.', '', `api: registry.example.com/shop/api:v1@${A}`, '', 'web:   "registry.example.com/shop/web:v2"   # since Monday', '',
  'production:', '    # slowly', '    web: registry.example.com/shop/web:v1', '',
].join('\n');

const bump = (name: string, version: string, options?: BumpOptions, text = TEXT) => bumpedLock(text, 'images.lock.yaml', [{ name, version }], options);

function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as InputError).reason;
  }
  throw new Error('nothing was refused');
}

test('an added line ends as the others do', () => {
  expect(bump('api', 'registry.example.com/api:v1', { add: true }, 'web: web:v1\r\n').text).toBe('api: registry.example.com/api:v1\r\n\r\nweb: web:v1\r\n');
});

describe('bumpedLock', () => {
  test.each([
    ['a tag', 'web', 'v3', {}, 'shop/web:v2', 'shop/web:v3'],
    ['a tag and its digest', 'web', `v3@${B}`, {}, 'shop/web:v2', `shop/web:v3@${B}`],
    ['a digest alone, which an old tag would belie', 'web', B, {}, 'shop/web:v2', `shop/web@${B}`],
    ['a tag, which an old digest would overrule', 'api', 'v2', {}, `shop/api:v1@${A}`, 'shop/api:v2'],
    ['another image', 'web', 'mirror.example.com/web:v3', {}, 'registry.example.com/shop/web:v2', 'mirror.example.com/web:v3'],
    ['an environment', 'web', 'v2', { environment: 'production' }, 'shop/web:v1', 'shop/web:v2'],
  ])('changes %s and nothing else', (_, name, version, options, from, to) => {
    expect(bump(name, version, options).text).toBe(TEXT.replace(from, to));
  });

  test('says what changed, and what is not held by a digest any longer', () => {
    expect(bump('api', 'v2').images).toEqual([{ name: 'api', from: `registry.example.com/shop/api:v1@${A}`, to: 'registry.example.com/shop/api:v2', unpinned: true }]);
    expect(bump('api', `v2@${B}`).images).toMatchObject([{ unpinned: false }]);
  });

  test('changes nothing where it is so already', () => {
    expect(bump('web', 'v2').text).toBe(TEXT);
  });

  test('keeps ends of lines of Windows, and JSON', () => {
    expect(bump('web', 'v2', {}, 'web: web:v1\r\napi: api:v1\r\n').text).toBe('web: web:v2\r\napi: api:v1\r\n');
    expect(bump('web', 'v2', {}, '{\n  "web": "web:v1",\n  "x": "x:v1"\n}\n').text).toBe('{\n  "web": "web:v2",\n  "x": "x:v1"\n}\n');
  });

  test('changes several at once, or none', () => {
    const both = bumpedLock(TEXT, 'f', [{ name: 'web', version: 'v10.0.0' }, { name: 'api', version: 'v2' }]);
    expect(both.text).toBe(TEXT.replace('web:v2', 'web:v10.0.0').replace(`api:v1@${A}`, 'api:v2'));
    expect(() => bumpedLock(TEXT, 'f', [{ name: 'web', version: 'v3' }, { name: 'nobody', version: 'v2' }])).toThrow('f has no image "nobody"');
  });

  test.each([
    ['an image that nobody knows', 'wbe', 'v3', {}, 'images.lock.yaml has no image "wbe" (did you mean "web"?). to add it: npx cdk8s-argo bump --add wbe='],
    ['one that only others have', 'api', 'v3', { environment: 'production' }, 'images.lock.yaml has no image "api" for production, only for no environment.'],
    ['no version', 'web', 'v 3', {}, '"web": "v 3" is no tag, no digest and no image. write v2.1.0, sha256: and 64 digits, or registry.example.com/shop/web:v2.1.0'],
    ['a digest cut short', 'web', 'v3@sha256:abc', {}, 'is no tag, no digest and no image'],
    ['latest', 'web', 'latest', { environment: 'production' }, '"web" for production: "registry.example.com/shop/web:latest" may be another image tomorrow'],
    ['a new image by its tag', 'new', 'v1', { add: true }, '"new": "v1" is a tag, and the image is new. name its repository too: new=registry.example.com/new:v1'],
    ['an environment that is an image', 'x', 'x:v1', { add: true, environment: 'web' }, 'has an image of the name "web", so no environment can have it'],
  ])('refuses %s', (_, name, version, options, reason) => {
    expect(reasonOf(() => bump(name, version, options))).toContain(reason);
  });

  test('mends an image that was latest', () => {
    expect(bump('web', 'v1', {}, 'web: web:latest\n').text).toBe('web: web:v1\n');
  });

  test('adds a line in its place, apart from its neighbours', () => {
    expect(bump('bot', 'bot:v1', { add: true }).text).toBe([
      '# What runs.', '', `api: registry.example.com/shop/api:v1@${A}`, '', 'bot: bot:v1', '', 'web: "registry.example.com/shop/web:v2" # since Monday', '',
      'production:', '  # slowly', '  web: registry.example.com/shop/web:v1', '',
    ].join('\n'));
    expect(bump('zoo', 'zoo:v1', { add: true }).text).toContain('# since Monday\n\nzoo: zoo:v1\n\nproduction:\n');
    expect(bump('api', 'api:v1', { add: true, environment: 'production' }).text).toContain('  api: api:v1\n\n');
    expect(bump('web', 'web:v1', { add: true, environment: 'staging' }).text).toMatch(/\n\nstaging:\n {2}web: web:v1\n$/);
    expect(bump('web', 'web:v1', { add: true }, '').text).toBe('web: web:v1\n');
    expect(bump('web', 'web:v1', { add: true, environment: 'staging' }, '').text).toBe('staging:\n  web: web:v1\n');
  });
});

test('Git merges the deployments of two services, and of two environments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-argo-merge-'));
  try {
    const names = ['api', 'bot', 'web'];
    let text = '';
    for (const environment of [undefined, 'staging', 'production']) {
      for (const name of names) text = bump(name, `registry.example.com/${name}:v1`, { add: true, environment }, text).text;
    }
    const write = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return name;
    };
    const merged = spawnSync('git', [
      'merge-file', '-p', write('ours', bump('api', 'v2', { environment: 'staging' }, text).text), write('base', text),
      write('theirs', bump('bot', 'v2', { environment: 'staging' }, bump('api', 'v2', { environment: 'production' }, text).text).text),
    ], { cwd: folder, encoding: 'utf8' });
    expect(merged.status).toBe(0);
    expect(merged.stdout.match(/:v2/g)).toHaveLength(3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
