import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareOutput } from '../../src/output/comparison';
import { writeOutput } from '../../src/output/writer';
import { put, scratch, tree, units } from './scratch';

describe('a comparison with the output folder', () => {
  test('lists what a stopped synth left, which the next one removes', () => {
    const outdir = scratch();
    const request = { outdir, app: 'shop', files: units({ web: 'w' }) };
    writeOutput(request);
    const before = tree(outdir);
    expect(compareOutput(request)).toEqual([]);
    put(outdir, '.cdk8s-argo/shop/.writing', '');
    put(outdir, '.cdk8s-argo/shop/.api.json.cdk8s-argo-tmp', '{');
    put(outdir, 'web/.web.k8s.yaml.cdk8s-argo-tmp', 'half');
    expect(compareOutput(request)).toEqual([
      { path: '.cdk8s-argo/shop/.api.json.cdk8s-argo-tmp', state: 'stale', found: '{' },
      { path: '.cdk8s-argo/shop/.writing', state: 'stale', found: '' },
      { path: 'web/.web.k8s.yaml.cdk8s-argo-tmp', state: 'stale', found: 'half' },
    ]);
    writeOutput(request);
    expect(tree(outdir)).toEqual(before);
  });

  test('refuses what a synth refuses: paths that are one file', () => {
    const files = [{ unit: 'Web', path: 'Web/a.yaml', content: '1' }, { unit: 'web', path: 'web/a.yaml', content: '1' }];
    expect(() => compareOutput({ outdir: scratch(), app: 'shop', files })).toThrow('differ only in case');
  });

  test('and a synth do not wait for a named pipe in the place of a file', () => {
    const outdir = scratch();
    mkdirSync(join(outdir, 'web'));
    expect(spawnSync('mkfifo', [join(outdir, 'web/web.k8s.yaml')]).status).toBe(0);
    const request = { outdir, app: 'shop', files: units({ web: 'w' }) };
    const message = `${outdir}/web/web.k8s.yaml is a named pipe, a socket or a device; a plain file is wanted. move it away`;
    expect(() => compareOutput(request)).toThrow(message);
    expect(() => writeOutput(request)).toThrow(message);
  });
});
