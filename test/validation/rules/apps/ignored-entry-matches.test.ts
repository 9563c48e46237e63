import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { ignoredEntryMatches } from '../../../../src/validation/rules/apps/ignored-entry-matches';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { application, applicationSet, findingsOf } from '../findings-of';

const ignoring = (entry: JsonObject): string => application({ ignoreDifferences: [entry] });
const deployment = { group: 'apps', kind: 'Deployment' };
const jsonPointers = ['/spec/replicas'];

test.each<readonly [string, JsonObject, object]>([
  ['a group of nobody', { group: 'core', kind: 'Service', jsonPointers }, { pointer: '/spec/ignoreDifferences/0/group', fix: 'leave the group out' }],
  ['a name of a list', { group: 'apps', kind: 'deployments', jsonPointers }, { pointer: '/spec/ignoreDifferences/0/kind' }],
  ['a Rollout of apps', { group: 'apps', kind: 'Rollout', jsonPointers }, {
    pointer: '/spec/ignoreDifferences/0/group', message: 'the group apps has no kind Rollout, so this matches nothing', fix: 'write argoproj.io',
  }],
  ['a Service of apps', { group: 'apps', kind: 'Service', jsonPointers }, { fix: 'leave group out' }],
  ['a star for a name', { ...deployment, name: '*', jsonPointers }, { fix: 'leave name out, which means every one' }],
  ['a pattern of namespaces', { ...deployment, namespace: 'shop-*', jsonPointers }, { pointer: '/spec/ignoreDifferences/0/namespace' }],
  ['no fields', deployment, { pointer: '/spec/ignoreDifferences/0', message: 'this entry names no fields, so it ignores nothing' }],
  ['an empty list of fields', { ...deployment, jqPathExpressions: [] }, { pointer: '/spec/ignoreDifferences/0' }],
  ['a slash in a key', { ...deployment, jsonPointers: ['/metadata/annotations/example.com/owner'] }, { pointer: '/spec/ignoreDifferences/0/jsonPointers/0' }],
])('%s is found', (_, entry, finding) => {
  expect(findingsOf(ignoredEntryMatches, ignoring(entry))).toEqual([expect.objectContaining(finding)]);
  expect(findingsOf(ignoredEntryMatches, applicationSet(ignoring(entry)))).toHaveLength(1);
});

test.each<readonly [string, JsonObject]>([
  ['globs of groups and kinds', { group: '*.example.com', kind: '*', jsonPointers }],
  ['parameters of a set', { group: '{{ .group }}', kind: '{{ .kind }}', name: '{{ .name }}', namespace: 'shop-{{ .name }}', jsonPointers }],
  ['kinds that Kubernetes had once', { group: 'policy', kind: 'PodSecurityPolicy', jsonPointers }],
  ['groups that may have any kind', { group: 'apps.example.com', kind: 'Rollout', jsonPointers }],
  ['managers alone', { ...deployment, managedFieldsManagers: ['kube-controller-manager'] }],
  ['lists of another type, which the schema finds', { ...deployment, jsonPointers: '/spec/replicas' }],
])('%s are fine', (_, entry) => {
  expect(findingsOf(ignoredEntryMatches, ignoring(entry))).toEqual([]);
});

test('a custom resource may be called anything', () => {
  const custom = dump({ apiVersion: 'example.com/v1', kind: 'cache', metadata: { name: 'web', namespace: 'shop' } });
  expect(findingsOf(ignoredEntryMatches, joinDocuments(custom, ignoring({ group: 'example.com', kind: 'cache', jsonPointers })))).toEqual([]);
});

test.each<readonly [string, JsonObject, object]>([
  ['no fields', { name: 'web' }, { pointer: '/spec/ignoreApplicationDifferences/0', expected: 'jsonPointers, jqPathExpressions' }],
  ['a pattern of names', { name: 'web-*', jsonPointers }, { pointer: '/spec/ignoreApplicationDifferences/0/name' }],
  ['a slash in a key', { jsonPointers: ['/metadata/annotations/example.com/owner'] }, { pointer: '/spec/ignoreApplicationDifferences/0/jsonPointers/0' }],
])('%s is found in what a set leaves alone', (_, entry, finding) => {
  const set = applicationSet(application({}), { ignoreApplicationDifferences: [entry] });
  expect(findingsOf(ignoredEntryMatches, set)).toEqual([expect.objectContaining(finding)]);
});

test('what a set leaves alone in all of its Applications is fine', () => {
  const set = applicationSet(application({}), { ignoreApplicationDifferences: [{ jqPathExpressions: ['.spec.source.targetRevision'] }] });
  expect(findingsOf(ignoredEntryMatches, set)).toEqual([]);
});
