import { clustersMet, clustersOf, IN_CLUSTER, mayMeet, type Unit } from '../../src/manifests/unit';

const of = (cluster: string): Unit => ({ id: cluster, namespace: 'shop', destination: { cluster } });

test.each<[string, string, boolean]>([
  ['eu', 'eu', true],
  ['eu', 'us', false],
  ['https://eu.example.com', 'https://us.example.com', false],
  [IN_CLUSTER, IN_CLUSTER, true],
  [IN_CLUSTER, 'https://eu.example.com', false],
  // Nobody has said, so nothing is certain.
  ['', '', true],
  ['', IN_CLUSTER, true],
  ['', 'eu', true],
  // One cluster has a name and a URL.
  ['eu', 'https://eu.example.com', true],
  // The cluster of Argo CD has a URL that nobody else has.
  ['eu', IN_CLUSTER, false],
])('units of the clusters %j and %j may meet: %j', (one, other, expected) => {
  expect(mayMeet(of(one), of(other))).toBe(expected);
  expect(mayMeet(of(other), of(one))).toBe(expected);
  // An index finds each once, and those alone.
  expect(clustersMet(of(one)).filter((key) => clustersOf(of(other)).includes(key))).toHaveLength(expected ? 1 : 0);
  expect(clustersMet(of(other)).filter((key) => clustersOf(of(one)).includes(key))).toHaveLength(expected ? 1 : 0);
});
