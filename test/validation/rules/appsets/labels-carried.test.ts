import type { JsonObject } from '../../../../src/manifests/json';
import { labelsCarried } from '../../../../src/validation/rules/appsets/labels-carried';
import { selectedLabels } from '../../../../src/validation/rules/appsets/selected-labels';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { application, applicationSet, findingsOf } from '../findings-of';

const cluster = (name: string, labels?: Readonly<Record<string, string>>) => ({ name, server: `https://${name}.example.com`, labels, annotations: {} });
const FLEET = [cluster('eu', { region: 'eu', env: 'production' }), cluster('us', { region: 'us', env: 'production' }), cluster('test', { region: 'eu', env: 'staging' })];

function found(matchExpressions: readonly JsonObject[], exampleClusters = FLEET): readonly string[] {
  const set = applicationSet(application({}), { generators: [{ clusters: { selector: { matchExpressions: [...matchExpressions] } } }] });
  return findingsOf(labelsCarried, exampleManifests(set, { exampleClusters })).map(({ message, fix, pointer }) => `${pointer.split('matchExpressions').pop()} ${message}, ${fix}`);
}

test.each<[string, JsonObject, string]>([
  ['a key of NotIn', { key: 'regoin', operator: 'NotIn', values: ['us'] },
    '/0/key no declared cluster has a label regoin, so NotIn leaves none out, did you mean region?'],
  ['a key of DoesNotExist', { key: 'enw', operator: 'DoesNotExist' },
    '/0/key no declared cluster has a label enw, so DoesNotExist leaves none out, did you mean env?'],
  ['a value of NotIn', { key: 'region', operator: 'NotIn', values: ['usa'] },
    '/0/values/0 no declared cluster has region: usa, so it leaves out none, did you mean us?'],
  ['a value of In', { key: 'env', operator: 'In', values: ['staging', 'prod'] },
    '/0/values/1 no declared cluster has env: prod, so it takes none, did you mean production?'],
])('%s is misspelt', (_what, condition, message) => {
  expect(found([condition])).toEqual([message]);
});

test.each<[string, JsonObject]>([
  ['clusters are taken out for a while by a label of its own', { key: 'maintenance', operator: 'DoesNotExist' }],
  ['clusters are taken out by a value of a label of its own', { key: 'without-shop', operator: 'NotIn', values: ['yes'] }],
  ['there will be clusters of that value', { key: 'region', operator: 'NotIn', values: ['asia'] }],
  ['Argo CD writes the label', { key: 'argocd.argoproj.io/kubernetes-version', operator: 'NotIn', values: ['1.29'] }],
  ['a matrix fills the value in', { key: 'env', operator: 'In', values: ['{{ .env }}'] }],
  ['all is there', { key: 'env', operator: 'NotIn', values: ['staging'] }],
  ['nothing is selected, which another rule finds', { key: 'env', operator: 'In', values: ['prod'] }],
  ['the condition is malformed', { key: 7, operator: null, values: 'us' }],
])('nothing is said where %s', (_what, condition) => {
  expect(found([condition])).toEqual([]);
});

test('nothing is said where only Argo CD knows the labels of a cluster', () => {
  expect(found([{ key: 'regoin', operator: 'NotIn', values: ['us'] }], [...FLEET, cluster('hub')])).toEqual([]);
});

test('a label that Argo CD writes itself may be on any cluster', () => {
  const set = applicationSet(application({}), { generators: [{ clusters: { selector: { matchLabels: { 'argocd.argoproj.io/kubernetes-version': '1.31' } } } }] });
  expect(findingsOf(selectedLabels, exampleManifests(set, { exampleClusters: FLEET }))).toEqual([]);
});
