import { nearest } from '../../../src/validation/schema/similar-name';

describe('nearest', () => {
  it.each([
    ['replica', ['replicas', 'selector'], 'replicas'],
    ['setweight', ['setWeight', 'setCanaryScale'], 'setWeight'],
    ['trafficWeight', ['maxSurge', 'trafficRouting'], 'trafficRouting'],
    ['name', ['clusterScope', 'templateName'], 'templateName'],
    ['nmae', ['name', 'routes'], 'name'],
    ['stpes', ['steps', 'stableService'], 'steps'],
    ['a', ['b', 'c'], undefined],
    ['zzz', ['canary', 'blueGreen'], undefined],
    ['overlays', ['components', 'images', 'patches'], undefined],
    ['x', [], undefined],
  ])('of %s in %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  it('prefers spelling to words, and the alphabet between equals', () => {
    expect(nearest('templateNam', ['templateKind', 'templateName'])).toBe('templateName');
    expect(nearest('abc', ['abe', 'abd'])).toBe('abd');
  });
});
