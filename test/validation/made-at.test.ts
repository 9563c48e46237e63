import { ManifestSet } from '../../src/manifests/manifest-set';
import { madeAt } from '../../src/validation/made-at';

const set = new ManifestSet();
const unit = { id: 'shop', namespace: 'shop', destination: { cluster: '' } };
const made = (name: string, line?: string, isOfChart = false) =>
  set.add(unit, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }, line === undefined ? {} : { source: () => line, isLineOfChart: () => isOfChart });

test('the line of another object is said where it helps', () => {
  const checked = made('a', 'main.ts:7');
  expect(madeAt(made('b', 'main.ts:12'), checked)).toBe(' (made at main.ts:12)');
  expect(madeAt(made('c', 'main.ts:7'), checked)).toBe('');
  expect(madeAt(made('d'), checked)).toBe('');
  expect(madeAt(made('e', 'main.ts:3', true), checked)).toBe(' (in the chart made at main.ts:3)');
});
