import { IN_CLUSTER, mayMeet, type Unit } from '../../src/manifests/unit';

const of = (cluster: string): Unit => ({ id: cluster, namespace: 'shop', destination: { cluster } });

test.each<[string, string, boolean]>([
  ['eu', 'eu', true],
  ['eu', 'us', false],
  ['https://eu.example.com', 'https://us.example.com', false],
  // Nobody has said, so nothing is certain.
  ['', 'eu', true],
  // One cluster has a name and a URL.
  ['eu', 'https://eu.example.com', true],
  // The cluster of Argo CD has a URL that nobody else has.
  ['eu', IN_CLUSTER, false],
])('units of the clusters %j and %j may meet: %j', (one, other, expected) => {
  expect(mayMeet(of(one), of(other))).toBe(expected);
  expect(mayMeet(of(other), of(one))).toBe(expected);
});
