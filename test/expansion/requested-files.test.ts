import { Definition } from '../../src/expansion/definition';
import { requestedFiles } from '../../src/expansion/generators/requested-files';

const FILES = ['index/eu/web/chart.json', 'index/us/chart.json', 'clusters/eu.yaml', 'clusters/old/us.yaml', 'top.json'];

function requested(...patterns: readonly (readonly [string, 'not']| readonly [string])[]): readonly string[] | undefined {
  return requestedFiles(FILES, Definition.of(patterns.map(([path, not]) => ({ path, exclude: not === 'not' })), '/spec/files'));
}

describe('files of a git generator', () => {
  test('are taken where both ways of reading a pattern agree', () => {
    expect(requested(['index/**/chart.json'])).toEqual(['index/eu/web/chart.json', 'index/us/chart.json']);
    expect(requested(['top.json'])).toEqual(['top.json']);
    expect(requested(['index/**/chart.json'], ['index/eu/**', 'not'])).toEqual(['index/us/chart.json']);
    expect(requested(['nothing/*.json'])).toEqual([]);
  });

  test.each(['clusters/*.yaml', 'clusters', 'index/*/chart.json', 'clusters/e?.yaml'])('are not known where the switch of the controller decides: %s', (pattern) => {
    expect(requested([pattern])).toBeUndefined();
  });
});
