import { join } from 'node:path';
import { galleryDocs } from '../../tools/docs/gallery';
import { compareFolder } from '../../tools/docs/generated-folder';

describe('docs/gallery', () => {
  const pages = galleryDocs();

  test('is what the examples and their YAML make: if not, run npm run synth and npm run docs', () => {
    expect(compareFolder(join(__dirname, '../../docs/gallery'), pages)).toEqual({ missing: [], different: [], stale: [] });
  });

  test.each([
    ['steps.md', ['analysis', 'experiment', 'plugin', 'set-canary-scale', 'set-header-route', 'set-mirror-route', 'set-weight-and-pause']],
    ['routers.md', ['alb', 'ambassador', 'apisix', 'app-mesh', 'gateway-api', 'istio', 'nginx', 'plugin', 'smi', 'traefik']],
    ['providers.md', [
      'cloud-watch', 'datadog', 'graphite', 'influxdb', 'job', 'kayenta', 'new-relic', 'plugin', 'prometheus', 'skywalking', 'wavefront', 'web',
    ]],
  ])('%s shows one of each kind', (page, kinds) => {
    const shown = [...pages.get(page)!.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(shown).toEqual(expect.arrayContaining(kinds));
  });
});
