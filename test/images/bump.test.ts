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
    ['a new image with the name of an environment', 'production', 'x:v1', { add: true }, 'nobody could read the file any longer: images.lock.yaml:9: "production" is an image and an environment'],
    ['a new image with no name', '../x', 'x:v1', { add: true }, '"../x" cannot name an image'],
    ['a new image with a name that would vanish', '__proto__', 'x:v1', { add: true }, '"__proto__" cannot name an image'],
    ['a new environment with no name', 'x', 'x:v1', { add: true, environment: 'a: b\nx' }, '"a: b\\nx" cannot name an image'],
  ])('refuses %s', (_, name, version, options, reason) => {
    expect(reasonOf(() => bump(name, version, options))).toContain(reason);
  });

  test('quotes the address of a registry in brackets, which would be a list', () => {
    expect(bump('web', '[::1]:5000/web:v2', {}, 'web: web:v1\n').text).toBe('web: "[::1]:5000/web:v2"\n');
    expect(bump('web', '[::1]:5000/web:v2', { add: true }, '').text).toBe('web: "[::1]:5000/web:v2"\n');
    expect(bump('web', 'v3', {}, 'web: "[::1]:5000/web:v2"\n').text).toBe('web: "[::1]:5000/web:v3"\n');
  });

  test('takes names as they are written, though YAML reads numbers', () => {
    const text = '0x1f: x:v1\n\n1.10: x:v1\n\n1.1: x:v1\n\ntrue: x:v1\n\n2.0:\n  web: x:v1\n';
    expect(bump('1.10', 'v2', {}, text).text).toBe(text.replace('1.10: x:v1', '1.10: x:v2'));
    expect(bump('0x1f', 'v2', {}, text).text).toBe(text.replace('0x1f: x:v1', '0x1f: x:v2'));
    expect(bump('web', '1.10', { environment: '2.0' }, text).text).toBe(text.replace('web: x:v1', 'web: x:1.10'));
    expect(bump('api', 'x:1.10', { environment: '2.0', add: true }, text).text).toBe(text.replace('  web:', '  api: x:1.10\n\n  web:'));
  });

  test('adds several, and changes others with them', () => {
    const bumps = [{ name: 'zoo', version: 'zoo:v1' }, { name: 'web', version: 'v3' }, { name: 'bot', version: 'bot:v1' }];
    expect(bumpedLock('web: web:v1\n', 'f', bumps, { add: true }).text).toBe('bot: bot:v1\n\nweb: web:v3\n\nzoo: zoo:v1\n');
  });

  test('takes no longer for many images than for a few, each', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `image-${index}`);
    const text = names.map((name) => `${name}: registry.example.com/${name}:v1\n\n`).join('');
    const bumps = names.slice(0, 50).map((name) => ({ name, version: 'v2' }));
    const started = performance.now();
    expect(bumpedLock(text, 'f', bumps).text.match(/:v2$/gm)).toHaveLength(50);
    // It was the square of the images, and as many times as were bumped: minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
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
