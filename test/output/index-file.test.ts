import { join } from 'node:path';
import { indexFileOf, indexText } from '../../src/output/index-file';
import { writeOutput } from '../../src/output/writer';
import { put, scratch, tree, units } from './scratch';

describe('the index of a unit', () => {
  test('is sorted and the same for any order', () => {
    expect(indexText('shop', 'web', ['b', 'a'])).toBe('{\n  "app": "shop",\n  "unit": "web",\n  "files": [\n    "a",\n    "b"\n  ],\n  "note": "+argocd:skip-file-rendering"\n}\n');
    expect(indexFileOf('shop', 'apps/web')).toBe('.cdk8s-argo/shop/apps/web.json');
  });

  test.each([
    ['half a file', '{"app": "shop", "un', 'it is no JSON'],
    ['another shape', '[]', 'wanted an object with app, unit and files'],
    ['no list', '{"app":"shop","unit":"web","files":"x"}', '"files" is no list'],
    ['a number for a path', '{"app":"shop","unit":"web","files":[1]}', '"files" lists 1, which is no path'],
    ['another app', '{"app":"other","unit":"web","files":[]}', 'it names the app "other", its folder the app "shop"'],
    ['another unit', '{"app":"shop","unit":"api","files":[]}', 'it names the unit "api", which its path does not'],
    ['a path that leads outside', '{"app":"shop","unit":"web","files":["../victim"]}', 'it lists "../victim": the segment ".." leads elsewhere'],
    ['a file that is none of ours', '{"app":"shop","unit":"web","files":["README.md"]}', 'it lists "README.md", and only YAML and JSON are ever written'],
    ['an absolute path', '{"app":"shop","unit":"web","files":["/etc/passwd"]}', 'it lists "/etc/passwd": it is absolute'],
    ['a path of the index', '{"app":"shop","unit":"web","files":[".cdk8s-argo/other/x.json"]}', 'it lists ".cdk8s-argo/other/x.json": .cdk8s-argo keeps the index of written files'],
  ])('that holds %s stops the writing before anything changes', (_, text, why) => {
    const parent = scratch();
    const outdir = join(parent, 'dist');
    put(parent, 'victim', 'theirs');
    put(outdir, '.cdk8s-argo/shop/web.json', text);
    const before = tree(parent);
    expect(() => writeOutput({ outdir, app: 'shop', files: units({ api: 'a' }) })).toThrow(
      `${outdir}/.cdk8s-argo/shop/web.json is damaged: ${why}`,
    );
    expect(() => writeOutput({ outdir, app: 'shop', files: [] })).toThrow('restore it from Git, or delete it together with the files that it lists');
    expect(tree(parent)).toEqual(before);
  });

  test('with the marks of a merge says how to resolve it', () => {
    const outdir = scratch();
    put(outdir, '.cdk8s-argo/shop/web.json', '<<<<<<< HEAD\n{}\n');
    expect(() => writeOutput({ outdir, app: 'shop', files: [] })).toThrow(
      `${outdir}/.cdk8s-argo/shop/web.json has a merge conflict that is not resolved. keep the files of both sides in its list, and synth again`);
  });

  test('is written anew when only its form changed', () => {
    const outdir = scratch();
    writeOutput({ outdir, app: 'shop', files: units({ web: 'w' }) });
    const before = tree(outdir);
    put(outdir, '.cdk8s-argo/shop/web.json', JSON.stringify({ unit: 'web', files: ['web/web.k8s.yaml'], app: 'shop' }));
    expect(writeOutput({ outdir, app: 'shop', files: units({ web: 'w' }) })).toMatchObject({ written: [], removed: [] });
    expect(tree(outdir)).toEqual(before);
  });
});
