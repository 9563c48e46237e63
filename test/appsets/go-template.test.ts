import { Generator } from '../../src/appsets/generator';
import { GoTemplate } from '../../src/appsets/go-template';
import { parametersOf, type ShapeOf } from '../../src/appsets/parameters';
import { patchText } from '../../src/appsets/template-patch';
import { APPLICATION_SET_FUNCTIONS as functions } from '../../src/languages/go-templates/function-names';
import { renderGoTemplate } from '../../src/languages/go-templates/render';
import { fromJson } from '../../src/languages/go-templates/values';

const data = {
  branch: 'Feature/Über_long 100%', name: 'EU_1', count: 3, prune: false, path: { segments: ['apps', 'web'] },
  'team-id': 'a"b', owners: [{ team: 'web' }], deep: { 'a.b/c': { d: 'e' } },
};

function rendered(text: string, parameters: object = data): string {
  const outcome = renderGoTemplate(text, fromJson(parameters), { functions, missingKey: 'error' });
  return 'text' in outcome ? outcome.text : JSON.stringify(outcome);
}

describe('texts of templates', () => {
  const p = parametersOf<ShapeOf<typeof data>>([data]);

  test('every parameter renders its value', () => {
    expect(rendered(`${p.name}/${p.count}/${p['team-id']}/${p.deep['a.b/c'].d}`)).toBe('EU_1/3/a"b/e');
    expect(rendered(`${p.path.segments.at(1)} ${p.path.segments.join('-')} ${p.owners.at(0).team} ${p.path.segments.toJson()}`))
      .toBe('web apps-web web ["apps","web"]');
  });

  test('functions take a parameter, or a text with parameters in it', () => {
    expect(GoTemplate.normalize(p.name)).toBe('{{ normalize .name }}');
    expect(rendered(GoTemplate.normalize(`x-${p.name}-${p.count}`))).toBe('x-eu-1-3');
    expect(rendered(GoTemplate.lower(`100% ${p.name} "${p['team-id']}"`))).toBe('100% eu_1 "a"b"');
    expect(rendered(GoTemplate.truncate(p.name, 2))).toBe('EU');
    expect(rendered(GoTemplate.replace(p.name, '_', '-'))).toBe('EU-1');
    expect(rendered(GoTemplate.slugify(`${p.name}.web.shop`, { maxLength: 8 }))).toBe('eu-1-web');
    expect(rendered(GoTemplate.lower(GoTemplate.truncate(p.name, 2)))).toBe('eu');
    expect(GoTemplate.slugify(p.name)).toBe('{{ slugify .name }}');
  });

  test('a patch keeps what a parameter is', () => {
    const text = patchText({
      metadata: { labels: { team: p['team-id'], old: null } },
      spec: { syncPolicy: { automated: { prune: p.prune } }, source: { helm: { valuesObject: { replicas: p.count, host: `${p.name}.example.com`, a: '1' } } } },
    });
    expect(rendered(text)).toBe([
      'metadata:', '  labels:', '    old: null', '    team: "a\\"b"', 'spec:', '  source:', '    helm:', '      valuesObject:', '        a: "1"',
      '        host: "EU_1.example.com"', '        replicas: 3', '  syncPolicy:', '    automated:', '      prune: false', '',
    ].join('\n'));
  });

  test('labels of clusters with slashes are read too', () => {
    const [example] = Generator.clusters({ matchLabels: { 'example.com/tier': 'a', env: 'b' } })._examples();
    const cluster = parametersOf<{ metadata: { labels: { env: string; 'example.com/tier': string } } }>([example!]);
    expect(cluster.label('env')).toBe('{{ .metadata.labels.env }}');
    expect(rendered(cluster.label('example.com/tier'), { metadata: { labels: { 'example.com/tier': 'gold' } } })).toBe('gold');
  });

  test('refuses items before the first', () => {
    expect(() => p.path.segments.at(-1)).toThrow(/count from 0/);
  });
});
