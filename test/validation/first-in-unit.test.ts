import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';
import { FirstInUnit } from '../../src/validation/first-in-unit';

const unit = (id: string): Unit => ({ id, namespace: id, destination: { cluster: '' } });

test('the first of a unit to claim something is found, also after more were added', () => {
  const set = new ManifestSet();
  const add = (where: string, name: string, colour: string) =>
    set.add(unit(where), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: { colour } } });
  const colours = new FirstInUnit((entry) => Object.values(entry.manifest.metadata.labels ?? {}));
  const [a, b, elsewhere] = [add('one', 'a', 'blue'), add('one', 'b', 'blue'), add('two', 'c', 'blue')];
  expect(colours.before(a, 'blue', set)).toBeUndefined();
  expect(colours.before(b, 'blue', set)).toBe(a);
  expect(colours.before(elsewhere, 'blue', set)).toBeUndefined();
  const [d, e] = [add('one', 'd', 'red'), add('one', 'e', 'red')];
  expect(colours.before(e, 'red', set)).toBe(d);
  expect(colours.before(e, 'green', set)).toBeUndefined();
});
