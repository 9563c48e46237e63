import { ignoredProblem } from '../../src/apps/ignored-problem';

test.each([
  [{ group: 'apps/v1', kind: 'Deployment' }, 'ignoreDifferences of Deployment would match nothing: "apps/v1" is an apiVersion, and a group has no version. write apps'],
  [{ kind: 'service' }, 'ignoreDifferences of service would match nothing: there is no kind "service"'],
  [{ kind: 'Service', name: 'web-*' }, 'name is "web-*", and Argo CD takes no pattern there. leave name out, or write an entry for each'],
])('an entry that matches nothing is refused: %j', (objects, message) => {
  expect(ignoredProblem([{ ...objects, jsonPointers: ['/spec/replicas'] }])).toContain(message);
});

test('so is a pointer that leads nowhere', () => {
  expect(ignoredProblem([{ kind: 'Service', jsonPointers: ['/metadata/annotations/example.com/owner'] }])).toBe(
    'ignoreDifferences of Service has the pointer /metadata/annotations/example.com/owner. this leads below the key example.com, which holds a text. '
    + 'write /metadata/annotations/example.com~1owner');
});

test('parameters of an ApplicationSet may be anything', () => {
  expect(ignoredProblem([{ group: '{{ .group }}', kind: '{{ .kind }}', name: '{{ .name }}', jsonPointers: ['/spec/replicas'] }])).toBeUndefined();
});
