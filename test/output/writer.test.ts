import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readdirSync, rmdirSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../../src/output/output-error';
import { writeOutput } from '../../src/output/writer';
import { compiledWriter } from './compiled-writer';
import { put, scratch, tree, units } from './scratch';

function write(outdir: string, contents: Readonly<Record<string, string>>, app = 'shop') {
  return writeOutput({ outdir, app, files: units(contents) });
}

/** Nothing may have changed when the writing was refused. */
function refused(outdir: string, action: () => unknown, message: string | RegExp): void {
  const before = tree(outdir);
  expect(action).toThrow(OutputError);
  expect(action).toThrow(message);
  expect(tree(outdir)).toEqual(before);
}

describe('writeOutput', () => {
  test('writes files and an index a unit', () => {
    const outdir = join(scratch(), 'new', 'dist');
    expect(write(outdir, { web: 'w\n', 'apps/api': 'a\n' })).toEqual({ written: ['apps/api/api.k8s.yaml', 'web/web.k8s.yaml'], unchanged: [], removed: [] });
    expect(tree(outdir)).toEqual({
      'web/web.k8s.yaml': 'w\n',
      'apps/api/api.k8s.yaml': 'a\n',
      '.cdk8s-argo/shop/web.json': '{\n  "app": "shop",\n  "unit": "web",\n  "files": [\n    "web/web.k8s.yaml"\n  ],\n  "note": "+argocd:skip-file-rendering"\n}\n',
      '.cdk8s-argo/shop/apps/api.json': expect.stringContaining('"apps/api/api.k8s.yaml"'),
    });
  });

  test('writes nothing the second time', () => {
    const outdir = scratch();
    write(outdir, { web: 'w', api: 'a' });
    const times = () => [...Object.keys(tree(outdir)), '.', 'web', 'api', '.cdk8s-argo/shop'].map((path) => [path, statSync(join(outdir, path), { bigint: true }).mtimeNs]);
    const before = times();
    expect(write(outdir, { web: 'w', api: 'a' })).toEqual({ written: [], unchanged: ['api/api.k8s.yaml', 'web/web.k8s.yaml'], removed: [] });
    expect(times()).toEqual(before);
  });

  test('writes only what changed', () => {
    const outdir = scratch();
    write(outdir, { web: 'w', api: 'a' });
    const inode = statSync(join(outdir, 'api/api.k8s.yaml')).ino;
    expect(write(outdir, { web: 'w2', api: 'a' })).toEqual({ written: ['web/web.k8s.yaml'], unchanged: ['api/api.k8s.yaml'], removed: [] });
    expect(statSync(join(outdir, 'api/api.k8s.yaml')).ino).toBe(inode);
    expect(tree(outdir)).toMatchObject({ 'web/web.k8s.yaml': 'w2' });
  });

  test('removes the files, the index and the folder of a unit that is gone', () => {
    const outdir = scratch();
    write(outdir, { web: 'w', 'apps/api': 'a' });
    expect(write(outdir, { web: 'w' })).toMatchObject({ written: [], removed: ['apps/api/api.k8s.yaml'] });
    expect(readdirSync(outdir).sort()).toEqual(['.cdk8s-argo', 'web']);
    expect(Object.keys(tree(outdir)).sort()).toEqual(['.cdk8s-argo/shop/web.json', 'web/web.k8s.yaml']);
  });

  test('removes everything of ours when nothing is left, and the index folder', () => {
    const outdir = scratch();
    write(outdir, { web: 'w' });
    expect(write(outdir, {})).toEqual({ written: [], unchanged: [], removed: ['web/web.k8s.yaml'] });
    expect(readdirSync(outdir)).toEqual([]);
  });

  test('removes a file that its unit has no longer, and lists what is left', () => {
    const outdir = scratch();
    const file = (path: string) => ({ unit: 'web', path, content: path });
    writeOutput({ outdir, app: 'shop', files: [file('web/a.yaml'), file('web/b.yaml')] });
    expect(writeOutput({ outdir, app: 'shop', files: [file('web/b.yaml'), file('web/c.yaml')] })).toEqual({ written: ['web/c.yaml'], unchanged: ['web/b.yaml'], removed: ['web/a.yaml'] });
    expect(JSON.parse(tree(outdir)['.cdk8s-argo/shop/web.json']!)).toMatchObject({ app: 'shop', unit: 'web', files: ['web/b.yaml', 'web/c.yaml'] });
  });

  test('leaves foreign files and their folders alone', () => {
    const outdir = scratch();
    write(outdir, { web: 'w', api: 'a' });
    put(outdir, 'web/kustomization.yaml', 'theirs');
    put(outdir, 'README.md', 'theirs');
    expect(write(outdir, { api: 'a' })).toMatchObject({ removed: ['web/web.k8s.yaml'] });
    expect(tree(outdir)).toMatchObject({ 'web/kustomization.yaml': 'theirs', 'README.md': 'theirs' });
  });

  test('moves a file from one unit to another', () => {
    const outdir = scratch();
    writeOutput({ outdir, app: 'shop', files: [{ unit: 'old', path: 'x.yaml', content: '1' }] });
    expect(writeOutput({ outdir, app: 'shop', files: [{ unit: 'new', path: 'x.yaml', content: '2' }] })).toEqual({ written: ['x.yaml'], unchanged: [], removed: [] });
    expect(Object.keys(tree(outdir)).sort()).toEqual(['.cdk8s-argo/shop/new.json', 'x.yaml']);
  });

  test('writes a file again that somebody removed or changed', () => {
    const outdir = scratch();
    write(outdir, { web: 'w', api: 'a' });
    unlinkSync(join(outdir, 'web/web.k8s.yaml'));
    put(outdir, 'api/api.k8s.yaml', 'edited');
    expect(write(outdir, { web: 'w', api: 'a' }).written).toEqual(['api/api.k8s.yaml', 'web/web.k8s.yaml']);
  });

  test('keeps its one file where a renamed unit has the same file in another case', () => {
    const outdir = scratch();
    write(outdir, { Web: 'w' });
    // What a file system that ignores case looks like: both names lead to one file.
    mkdirSync(join(outdir, 'web'));
    linkSync(join(outdir, 'Web/Web.k8s.yaml'), join(outdir, 'web/web.k8s.yaml'));
    expect(write(outdir, { web: 'w2' })).toEqual({ written: ['web/web.k8s.yaml'], unchanged: [], removed: [] });
    expect(tree(outdir)).toMatchObject({ 'web/web.k8s.yaml': 'w2' });
  });

  test('changes its own files and not those that share their bytes with them', () => {
    const outdir = scratch();
    const elsewhere = scratch();
    write(outdir, { web: 'w', api: 'a' });
    linkSync(join(outdir, 'web/web.k8s.yaml'), join(elsewhere, 'copy'));
    linkSync(join(outdir, 'api/api.k8s.yaml'), join(elsewhere, 'stale'));
    put(elsewhere, 'victim', 'theirs');
    linkSync(join(elsewhere, 'victim'), join(outdir, 'web/.web.k8s.yaml.cdk8s-argo-tmp'));
    write(outdir, { web: 'w2' });
    expect(tree(elsewhere)).toEqual({ copy: 'w', stale: 'a', victim: 'theirs' });
    expect(Object.keys(tree(outdir)).sort()).toEqual(['.cdk8s-argo/shop/web.json', 'web/web.k8s.yaml']);
  });

  test('takes a link in the place of an unfinished file away, and does not follow it', () => {
    const outdir = scratch();
    const outside = scratch();
    put(outside, 'victim', 'theirs');
    mkdirSync(join(outdir, 'web'));
    symlinkSync(join(outside, 'victim'), join(outdir, 'web/.web.k8s.yaml.cdk8s-argo-tmp'));
    write(outdir, { web: 'w' });
    expect(tree(outside)).toEqual({ victim: 'theirs' });
    expect(tree(outdir)).toMatchObject({ 'web/web.k8s.yaml': 'w' });
  });

  test('replaces the unfinished files that a stopped run left', () => {
    const outdir = scratch();
    write(outdir, { web: 'w', api: 'a' });
    put(outdir, '.cdk8s-argo/shop/.writing', '');
    put(outdir, '.cdk8s-argo/shop/.web.json.cdk8s-argo-tmp', '{');
    put(outdir, 'web/.web.k8s.yaml.cdk8s-argo-tmp', 'half');
    expect(write(outdir, { api: 'a' }).removed).toEqual(['web/web.k8s.yaml']);
    expect(Object.keys(tree(outdir)).sort()).toEqual(['.cdk8s-argo/shop/api.json', 'api/api.k8s.yaml']);
    expect(readdirSync(outdir).sort()).toEqual(['.cdk8s-argo', 'api']);
  });
});

describe('writeOutput refuses, and leaves everything as it was,', () => {
  test('a file that it did not write', () => {
    const outdir = scratch();
    put(outdir, 'web/web.k8s.yaml', 'theirs');
    refused(outdir, () => write(outdir, { api: 'a', web: 'w' }),
      `${outdir}/web/web.k8s.yaml exists and was not written by the app "shop". move it away or delete it, or give the chart another folder`);
  });

  test('a file of another app, even one of equal content', () => {
    const outdir = scratch();
    write(outdir, { web: 'w' }, 'other');
    refused(outdir, () => write(outdir, { web: 'w' }), 'was written by the app "other", not by "shop"');
    refused(outdir, () => write(outdir, { web: 'w2' }), 'was written by the app "other", not by "shop"');
    expect(write(outdir, { api: 'a' }).written).toEqual(['api/api.k8s.yaml']);
    expect(write(outdir, {}, 'other').removed).toEqual(['web/web.k8s.yaml']);
  });

  test('but it adopts a file of equal content that nobody lists', () => {
    const outdir = scratch();
    put(outdir, 'web/web.k8s.yaml', 'w');
    expect(write(outdir, { web: 'w' })).toEqual({ written: [], unchanged: ['web/web.k8s.yaml'], removed: [] });
    expect(write(outdir, { web: 'w2' }).written).toEqual(['web/web.k8s.yaml']);
  });

  test.each(['../x', '/tmp/x', 'a/../../x', 'C:\\x', '.cdk8s-argo/shop/y'])('the path %s', (path) => {
    const outdir = scratch();
    refused(outdir, () => writeOutput({ outdir, app: 'shop', files: [...units({ web: 'w' }), { unit: 'x', path, content: 'x' }] }), 'cannot be written');
    refused(outdir, () => writeOutput({ outdir, app: 'shop', files: [{ unit: path, path: 'x', content: 'x' }] }), 'cannot be written');
  });

  test.each(['', '..', 'a/b', '.git'])('the app name %j', (app) => {
    const outdir = scratch();
    refused(outdir, () => write(outdir, { web: 'w' }, app), 'cannot name a folder');
  });

  test('two files of one path', () => {
    const outdir = scratch();
    const file = (unit: string) => ({ unit, path: 'x/x.yaml', content: unit });
    refused(outdir, () => writeOutput({ outdir, app: 'shop', files: [file('a'), file('b')] }), '"x/x.yaml" of unit "a" and "x/x.yaml" of unit "b" are one file');
  });

  test('units whose index files need one name for a file and a folder', () => {
    const outdir = scratch();
    refused(outdir, () => write(outdir, { a: '1', 'a.json/b': '2' }), 'need one name for a file and for a folder');
  });

  test.each(['web', '.cdk8s-argo', '.cdk8s-argo/shop'])('a symbolic link to a folder outside as %s', (link) => {
    const outdir = scratch();
    const outside = scratch();
    mkdirSync(join(outdir, link, '..'), { recursive: true });
    symlinkSync(outside, join(outdir, link));
    expect(() => write(outdir, { api: 'a', web: 'w' })).toThrow(`${outdir}/${link} is a symbolic link, which may lead out of ${outdir}`);
    expect(tree(outside)).toEqual({});
    expect(readdirSync(outdir)).not.toContain('api');
  });

  test('a symbolic link in place of a file', () => {
    const outdir = scratch();
    const outside = scratch();
    put(outside, 'victim', 'theirs');
    mkdirSync(join(outdir, 'web'));
    symlinkSync(join(outside, 'victim'), join(outdir, 'web/web.k8s.yaml'));
    refused(outdir, () => write(outdir, { web: 'w' }), 'web.k8s.yaml is a symbolic link; a plain file is wanted');
    expect(tree(outside)).toEqual({ victim: 'theirs' });
  });

  test('to remove stale files through a link that leads outside', () => {
    const outdir = scratch();
    const outside = scratch();
    write(outdir, { web: 'w', api: 'a' });
    put(outside, 'web.k8s.yaml', 'theirs');
    unlinkSync(join(outdir, 'web/web.k8s.yaml'));
    rmdirSync(join(outdir, 'web'));
    symlinkSync(outside, join(outdir, 'web'));
    expect(() => write(outdir, { api: 'a2' })).toThrow('is a symbolic link');
    expect(tree(outside)).toEqual({ 'web.k8s.yaml': 'theirs' });
  });

  test('a folder where a file is to be, and a file where a folder is to be', () => {
    const outdir = scratch();
    put(outdir, 'web/web.k8s.yaml/x', 'theirs');
    refused(outdir, () => write(outdir, { api: 'a', web: 'w' }), 'web.k8s.yaml is a folder; a file is wanted');
    put(outdir, 'job', 'theirs');
    refused(outdir, () => write(outdir, { api: 'a', job: 'j' }), `${outdir}/job is a file; a folder is wanted. move the file away`);
    refused(outdir, () => write(join(outdir, 'job'), { api: 'a' }), `${outdir}/job is a file; a folder is wanted. choose another output folder`);
  });

  test('a folder that is read only, with one clear error', () => {
    const outdir = scratch();
    write(outdir, { web: 'w', api: 'a' });
    for (const path of ['', 'api', '.cdk8s-argo', '.cdk8s-argo/shop']) chmodSync(join(outdir, path), 0o777);
    chmodSync(join(outdir, 'web'), 0o555);
    const before = tree(outdir);
    const requests: Record<string, string>[] = [{ web: 'w2', api: 'a2', job: 'j' }, { api: 'a2' }, { web: 'w', api: 'a' }];
    const script = `
      const { writeOutput } = require(${JSON.stringify(compiledWriter())});
      // Root may write everywhere, so it becomes nobody.
      if (process.getuid() === 0) process.setuid(65534);
      console.log(JSON.stringify(${JSON.stringify(requests.map((request) => units(request)))}.map((files) => {
        try { return writeOutput({ outdir: ${JSON.stringify(outdir)}, app: 'shop', files }).written } catch (error) { return error.message }
      })));
    `;
    const run = spawnSync(process.execPath, ['-'], { input: script, encoding: 'utf8' });
    const message = `cannot write to the folder ${outdir}/web: permission denied (EACCES). make it and its folder readable and writable`;
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toEqual([message, message, []]);
    expect(tree(outdir)).toEqual(before);
  });
});
