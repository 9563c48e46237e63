import { ManifestSet } from '../../src/manifests/manifest-set';
import { forgetReadings, readOnce, readOnceIn } from '../../src/validation/readings';

function counted() {
  const seen: object[] = [];
  return { seen, read: readOnce((subject: object) => seen.push(subject)) };
}

test('an object is read once, however many ask', () => {
  const { seen, read } = counted();
  const [one, other] = [{}, {}];
  expect([read(one), read(one), read(other), read(one)]).toEqual([1, 1, 2, 1]);
  expect(seen).toHaveLength(2);
});

test('what was read is forgotten on demand', () => {
  const { seen, read } = counted();
  const one = {};
  read(one);
  forgetReadings();
  read(one);
  expect(seen).toHaveLength(2);
});

test('a reading does not grow without end', () => {
  const { seen, read } = counted();
  const first = {};
  read(first);
  for (let i = 0; i < 5000; i++) read({});
  read(first);
  expect(seen.filter((subject) => subject === first)).toHaveLength(2);
});

test('what leads into a set is read again for another set', () => {
  const sets = [new ManifestSet(), new ManifestSet()];
  const entry = sets[0]!.add({ id: 'web', namespace: 'shop', destination: { cluster: '' } }, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
  const read = readOnceIn((_, manifests) => sets.indexOf(manifests));
  expect([read(entry, sets[0]!), read(entry, sets[0]!), read(entry, sets[1]!)]).toEqual([0, 0, 1]);
});
