import { checkDistinct, fileOf } from '../../src/output/layout';
import { OutputError } from '../../src/output/output-error';

describe('fileOf', () => {
  test.each([['web-staging', 'web-staging/web-staging.k8s.yaml'], ['apps/web', 'apps/web/web.k8s.yaml'], ['a.b_c', 'a.b_c/a.b_c.k8s.yaml']])('%s is written to %s', (unit, path) => {
    expect(fileOf(unit)).toBe(path);
  });

  test.each([
    ['', 'it is empty'], ['../x', '".." leads elsewhere'], ['a/../../x', '".." leads elsewhere'], ['./a', '"." leads elsewhere'], ['/etc', 'it is absolute'],
    ['C:/x', 'it starts with a drive letter'], ['c:x', 'it starts with a drive letter'], ['a\\b', 'it has a backslash'], ['a//b', 'a segment is empty'],
    ['a/', 'a segment is empty'], ['.cdk8s-argo/x', 'keeps the index'], ['.CDK8S-Argo', 'keeps the index'], ['a\nb', 'it has a control character'],
    ['a\0', 'it has a control character'], ['ab:c', '":" is not allowed'], ['a*', '"*" is not allowed'], ['a.', 'ends with a space or dot'],
    [' a', 'starts with a space'], ['con', 'is a device on Windows'], ['x/nul.d', 'is a device on Windows'], ['.git/hooks', '.git belongs to Git'],
    ['a\ud800', 'it has a control character'], ['x'.repeat(201), 'is longer than 200 bytes'],
  ])('refuses %j: %s', (unit, reason) => {
    expect(() => fileOf(unit)).toThrow(OutputError);
    expect(() => fileOf(unit)).toThrow(reason);
  });

  test('says what was got and what is wanted', () => {
    expect(() => fileOf('../x')).toThrow('the folder "../x" cannot be written: the segment ".." leads elsewhere. use a relative path such as "apps/web"');
  });
});

describe('checkDistinct', () => {
  const of = (unit: string) => ({ unit, path: fileOf(unit) });

  test('accepts units beside and below each other', () => {
    expect(() => checkDistinct(['apps', 'apps/web', 'apps/api', 'web'].map(of))).not.toThrow();
  });

  test.each([
    ['one path', [{ unit: 'a', path: 'x/y' }, { unit: 'b', path: 'x/y' }], '"x/y" of unit "a" and "x/y" of unit "b" are one file. give one of the charts another folder'],
    ['case of a name', [of('Web'), of('web')], '"Web/Web.k8s.yaml" of unit "Web" and "web/web.k8s.yaml" of unit "web" differ only in case'],
    ['case of a folder', [of('Apps/a'), of('apps/b')], 'are in folders that differ only in case'],
    ['composed letters', [of('é'), of('e\u0301')], 'differ only in case'],
    ['a file for a folder', [of('a'), { unit: 'b', path: 'a/a.k8s.yaml/b' }], 'need one name for a file and for a folder'],
  ])('refuses %s', (_, files, message) => {
    expect(() => checkDistinct(files)).toThrow(message);
    expect(() => checkDistinct([...files].reverse())).toThrow(OutputError);
  });
});
