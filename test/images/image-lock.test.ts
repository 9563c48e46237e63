import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Environment } from '../../src/fleet/environment';
import { ImageLock, type ImageLockOptions } from '../../src/images/image-lock';
import type { InputError } from '../../src/manifests/input-error';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-argo-images-'));
const file = join(folder, 'images.lock.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lock(text: string, options?: ImageLockOptions): ImageLock {
  writeFileSync(file, text);
  return ImageLock.read(file, options);
}

function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as InputError).reason.replaceAll(file, 'images.lock.yaml');
  }
  throw new Error('nothing was refused');
}

const TEXT = `
# What runs.
web: registry.example.com/shop/web:v2.1.0   # since Monday

"shop/api": 'registry.example.com/shop/api:v1@sha256:${'a'.repeat(64)}'

production:
  web: registry.example.com/shop/web:v2.0.0
`;

test('gives the image of a name', () => {
  const images = lock(TEXT);
  expect(images.of('web')).toBe('registry.example.com/shop/web:v2.1.0');
  expect(images.of('shop/api')).toBe(`registry.example.com/shop/api:v1@sha256:${'a'.repeat(64)}`);
});

test('gives the image of an environment, and never that of another', () => {
  const images = lock(TEXT);
  expect(images.of('web', { environment: 'production' })).toBe('registry.example.com/shop/web:v2.0.0');
  expect(images.of('web', { environment: Environment.named('production') })).toBe('registry.example.com/shop/web:v2.0.0');
  expect(reasonOf(() => images.of('shop/api', { environment: 'production' }))).toBe(
    'images.lock.yaml has no image "shop/api" for production, only for no environment. ' +
    'to add it: npx cdk8s-argo bump --file images.lock.yaml --environment production --add shop/api=registry.example.com/shop/api:v1.0.0');
  expect(reasonOf(() => images.of('web', { environment: 'prodution' }))).toContain('images.lock.yaml has no environment "prodution" (did you mean "production"?). to add it:');
});

test('an image of environments alone is asked for with one of them', () => {
  const images = lock('production: { web: "web:v1" }\nstaging: { web: "web:v2" }\n');
  expect(reasonOf(() => images.of('web'))).toBe('images.lock.yaml has no image "web" that is for no environment, only for production and staging. ' +
    'say which is meant: images.of("web", { environment: "production" })');
  expect(reasonOf(() => images.of('web', { environment: 'prod' }))).toContain('has no environment "prod" (did you mean "production"?)');
});

test('JSON is read too', () => {
  expect(lock('{"web": "web:v1", "production": {"web": "web:v0"}}').of('web', { environment: 'production' })).toBe('web:v0');
});

test('a name that is not in it is an error with the nearest one, and how to add it', () => {
  expect(reasonOf(() => lock(TEXT).of('wbe'))).toBe('images.lock.yaml has no image "wbe" (did you mean "web"?). ' +
    'to add it: npx cdk8s-argo bump --file images.lock.yaml --add wbe=registry.example.com/wbe:v1.0.0');
  expect(reasonOf(() => lock(TEXT).of('database'))).toContain('images.lock.yaml has no image "database" (only shop/api, web). ');
  expect(reasonOf(() => lock('').of('web'))).toContain('images.lock.yaml has no image "web". to add it:');
});

test('names that the program asks for have to be there when it is read', () => {
  expect(reasonOf(() => lock(TEXT, { names: ['web', 'apii'] }))).toContain('images.lock.yaml has no image "apii"');
  expect(lock(TEXT, { names: ['web'] }).of('web')).toContain(':v2.1.0');
});

test.each([
  ['a text', 'web', 'images.lock.yaml:1: lines such as "web: registry.example.com/shop/web:v2.1.0" are wanted'],
  ['a name twice', 'web: web:v1\n\nweb: web:v2\n', 'images.lock.yaml:3: "web" stands there twice. keep one of them'],
  ['a name twice in an environment', 'prod:\n  web: web:v1\n  web: web:v2\n', 'images.lock.yaml:3: "web" for prod stands there twice. keep one of them'],
  ['a name of both', 'web: web:v1\nweb:\n  web: web:v2\n', 'images.lock.yaml:2: "web" is an image and an environment. give one another name'],
  ['a list', 'web:\n- a', 'images.lock.yaml:2: "web": an image is wanted, such as registry.example.com/shop/web:v2.1.0'],
  ['nothing for a name', 'api: api:v1\nweb:\n', 'images.lock.yaml:2: "web": an image is wanted'],
  ['a number', 'web: 1.20', 'images.lock.yaml:1: "web": an image is wanted'],
  ['a text of several lines', 'web: |\n  web:v1\n', 'images.lock.yaml:1: "web": an image is wanted'],
  ['an environment in an environment', 'production:\n  eu:\n    web: web:v1', '"eu" for production: an image is wanted'],
  ['the marks of a merge', 'web: web:v0\n<<<<<<< HEAD\napi: api:v1\n', 'images.lock.yaml:2: a merge conflict is not resolved. keep the images that are to run, and remove its marks'],
  ['a digest that was cut off', 'web: sha256:abc', 'images.lock.yaml:1: "web": "sha256:abc" is no digest: sha256: and 64 digits from 0 to 9 and a to f are wanted, and it has 3'],
  ['a registry alone', 'web: localhost:5000', 'images.lock.yaml:1: "web": "localhost:5000" is a registry and no image of it. write it as localhost:5000/shop/web:v2.1.0'],
  ['no reference', '\nweb: registry.example.com/Web:v1', 'images.lock.yaml:2: "web": "registry.example.com/Web:v1" is no image. write it as registry.example.com/shop/web:v2.1.0'],
  ['a digest cut short', 'production: { web: "web:v1@sha256:abc" }', 'images.lock.yaml:1: "web" for production: "web:v1@sha256:abc" is no image'],
  ['a name with a space', 'my web: web:v1', 'images.lock.yaml:1: "my web" cannot name an image'],
  ['latest', 'web: web:latest', 'images.lock.yaml:1: "web": "web:latest" may be another image tomorrow, and nobody could go back to it. give it a tag of its own or a digest, or allow latest'],
  ['no tag', 'web: web', '"web" may be another image tomorrow'],
])('refuses %s', (_, text, reason) => {
  expect(reasonOf(() => lock(text))).toContain(reason);
});

test('takes latest when it is allowed', () => {
  expect(lock('web: web:latest', { allowLatest: true }).of('web')).toBe('web:latest');
});

test('says that there is no file, and how to make one', () => {
  expect(reasonOf(() => ImageLock.read(join(folder, 'none.yaml')))).toMatch(/^the lock file .*none\.yaml cannot be read: ENOENT\. to make it: npx cdk8s-argo bump --file .* --add web=/);
});
