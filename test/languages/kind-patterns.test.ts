import { pointerProblem } from '../../src/languages/ignored-pointers';
import { groupProblem, kindProblem } from '../../src/languages/kind-patterns';

test.each([
  ['apps/v1', 'write apps'],
  ['*/*', 'write *'],
  ['core/v1', 'leave the group out'],
  ['core', 'leave the group out'],
  ['v1', 'leave the group out'],
  ['v1beta1', 'leave the group out'],
  ['Apps', 'write apps'],
  ['networking', 'write networking.k8s.io'],
  ['constructor', 'write the whole group, such as apps or cert-manager.io'],
])('no object has the group %s', (group, fix) => {
  expect(groupProblem(group)).toMatchObject({ fix });
});

test.each(['', 'apps', 'cert-manager.io', '*', '*.k8s.io', 'core*', '{apps,batch}', '{{ .group }}', 'ap?s'])('an object may have the group "%s"', (group) => {
  expect(groupProblem(group)).toBeUndefined();
});

test.each(['deployment', 'deployments', 'apps/Deployment'])('no object has the kind %s', (kind) => {
  expect(kindProblem(kind)).toBeDefined();
});

test.each(['', 'Deployment', '*', '*Set', '[dD]eployment', '{{kind}}'])('an object may have the kind "%s"', (kind) => {
  expect(kindProblem(kind)).toBeUndefined();
});

test.each([
  ['/metadata/annotations/example.com/owner', 'write /metadata/annotations/example.com~1owner'],
  ['/spec/template/metadata/labels/a.example.com/b/c', 'write /spec/template/metadata/labels/a.example.com~1b~1c'],
  ['/spec/selector/matchLabels/example.com/app', 'write /spec/selector/matchLabels/example.com~1app'],
  ['/metadata/annotations/example.com~2owner', 'write ~1 for a slash in a key, and ~0 for a ~'],
  ['/metadata/annotations/owner~', 'write ~1 for a slash in a key, and ~0 for a ~'],
])('%s leads to no field', (pointer, fix) => {
  expect(pointerProblem(pointer)).toMatchObject({ fix });
});

test.each(['/metadata/annotations/example.com~1owner', '/metadata/labels', '/data/a~0b', '/spec/labels/a/b', '/metadata/annotations/{{ .key }}/a', 'spec/a~2'])(
  '%s may lead to one, or is told about elsewhere', (pointer) => {
    expect(pointerProblem(pointer)).toBeUndefined();
  },
);
