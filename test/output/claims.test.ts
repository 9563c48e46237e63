import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareOutput } from '../../src/output/comparison';
import { writeOutput } from '../../src/output/writer';
import { scratch, tree, units } from './scratch';

/** A folder of two apps, in which the index of the first lists a file of the second too, as merges of Git may leave it. */
function wronglyMerged(): string {
  const outdir = scratch();
  writeOutput({ outdir, app: 'first', files: units({ web: 'w' }) });
  writeOutput({ outdir, app: 'second', files: units({ api: 'a' }) });
  const index = join(outdir, '.cdk8s-argo/first/web.json');
  writeFileSync(index, readFileSync(index, 'utf8').replace('"web/web.k8s.yaml"', '"api/api.k8s.yaml",\n    "web/web.k8s.yaml"'));
  return outdir;
}

describe('a file that two apps list', () => {
  test('is not removed by the one that does not make it, which lists it no longer', () => {
    const outdir = wronglyMerged();
    expect(writeOutput({ outdir, app: 'first', files: units({ web: 'w' }) }).removed).toEqual([]);
    expect(tree(outdir)['api/api.k8s.yaml']).toBe('a');
    expect(JSON.parse(tree(outdir)['.cdk8s-argo/first/web.json']!)).toMatchObject({ files: ['web/web.k8s.yaml'] });
  });

  test('is nothing that a check calls stale', () => {
    const outdir = wronglyMerged();
    expect(compareOutput({ outdir, app: 'first', files: units({ web: 'w' }) })).toMatchObject([{ path: '.cdk8s-argo/first/web.json', state: 'changed' }]);
  });

  test('is removed neither when its whole unit goes', () => {
    const outdir = wronglyMerged();
    expect(writeOutput({ outdir, app: 'first', files: [] }).removed).toEqual(['web/web.k8s.yaml']);
    expect(Object.keys(tree(outdir)).sort()).toEqual(['.cdk8s-argo/second/api.json', 'api/api.k8s.yaml']);
  });

  test('is not overwritten by the one when the other has it', () => {
    const outdir = wronglyMerged();
    const files = [...units({ web: 'w' }), { unit: 'web', path: 'api/api.k8s.yaml', content: 'mine' }];
    expect(() => writeOutput({ outdir, app: 'first', files })).toThrow(`${outdir}/api/api.k8s.yaml exists and was written by the app "second", not by "first"`);
    expect(tree(outdir)['api/api.k8s.yaml']).toBe('a');
  });
});
