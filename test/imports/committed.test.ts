import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCommitted } from '../../tools/imports/committed';
import { readSources } from '../../tools/imports/sources';

const IMPORTS = join(__dirname, '..', '..', 'imports');
const [traefik] = readSources(join(IMPORTS, 'sources.json')).filter(({ kinds }) => kinds?.includes('TraefikService'));
const NOTHING = { path: 'index.json', text: '{"customResources":{"a.example.com/v1/A":"a.json"},"kubernetes":{}}' };

test('what a folder of definitions does not have stays as it is committed', () => {
  const files = withCommitted([NOTHING], [traefik!], IMPORTS);
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['index.json', 'schemas/traefik.io/v1alpha1.TraefikService.json', 'types/traefik/traefik-service.d.ts']));
  for (const { path, text } of files.slice(1)) expect(text).toBe(readFileSync(join(IMPORTS, path), 'utf8'));
  expect(JSON.parse(files[0]!.text)).toMatchObject({
    customResources: { 'a.example.com/v1/A': 'a.json', 'traefik.io/v1alpha1/TraefikService': 'traefik.io/v1alpha1.TraefikService.json' },
  });
});

test('nothing else is taken', () => {
  expect(withCommitted([NOTHING], [], IMPORTS)).toEqual([NOTHING]);
  expect(withCommitted([NOTHING], [{ ...traefik!, tag: 'v0.0.0' }], IMPORTS).map(({ path }) => path)).toEqual(['index.json']);
});
