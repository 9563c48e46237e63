import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { IN_CLUSTER } from '../../../../src/manifests/unit';
import { inClusterRegistered } from '../../../../src/validation/rules/appsets/in-cluster-registered';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { application, applicationSet, findingsOf } from '../findings-of';

const registration = (name: string, server: string): string => dump({
  apiVersion: 'v1', kind: 'Secret', stringData: { name, server },
  metadata: { name, namespace: 'argocd', labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
});
const EU = registration('eu', 'https://eu.example.com');
const set = (selector: JsonObject = {}): string => applicationSet(application({}), { generators: [{ clusters: { selector } }] });

function found(documents: readonly string[], labels: Readonly<Record<string, string>> = { env: 'tools' }): readonly string[] {
  const exampleClusters = [{ name: 'eu', server: 'https://eu.example.com', labels: {} }, { name: 'hub', server: IN_CLUSTER, labels }];
  return findingsOf(inClusterRegistered, exampleManifests(documents.join('---\n'), { exampleClusters })).map(({ message }) => message);
}

const TOOLS = { matchLabels: { env: 'tools' } };

test('a selector takes the cluster of Argo CD only with a registration', () => {
  expect(found([EU, set(TOOLS)])).toEqual(['hub is selected by labels, and no Secret here registers it with them']);
  expect(found([EU, set({ matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['production'] }] })])).toHaveLength(1);
  expect(found([EU, registration('hub', `${IN_CLUSTER}/`), set(TOOLS)])).toEqual([]);
});

test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  ['clusters are registered elsewhere', [set(TOOLS)], { env: 'tools' }],
  ['the selector is for others', [EU, set({ matchLabels: { env: 'production' } })], { env: 'tools' }],
  ['there is no selector', [EU, set()], { env: 'tools' }],
  ['it has no labels', [EU, set(TOOLS)], {}],
])('nothing is said where %s', (_what, documents, labels) => {
  expect(found(documents, labels)).toEqual([]);
});
