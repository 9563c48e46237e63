import { labelsMatch, selectorMatches, unmatchedLabels } from '../../src/manifests/selectors';

const labels = { app: 'web', tier: 'front' };
const expression = (operator: string, key: string, values?: string[]) => ({ matchExpressions: [{ key, operator, values }] });

test.each([
  ['an empty selector', {}, true],
  ['an absent selector', undefined, false],
  ['equal labels', { matchLabels: { app: 'web' } }, true],
  ['another value', { matchLabels: { app: 'api' } }, false],
  ['a missing key', { matchLabels: { team: 'shop' } }, false],
  ['In with the value', expression('In', 'app', ['api', 'web']), true],
  ['In without the value', expression('In', 'app', ['api']), false],
  ['In on a missing key', expression('In', 'team', ['shop']), false],
  ['NotIn with the value', expression('NotIn', 'app', ['web']), false],
  ['NotIn on a missing key', expression('NotIn', 'team', ['shop']), true],
  ['Exists', expression('Exists', 'tier'), true],
  ['Exists on a missing key', expression('Exists', 'team'), false],
  ['DoesNotExist', expression('DoesNotExist', 'tier'), false],
  ['DoesNotExist on a missing key', expression('DoesNotExist', 'team'), true],
  ['an operator that does not exist', expression('Equals', 'app', ['web']), false],
  ['a key that every object inherits', expression('Exists', 'constructor'), false],
  ['labels that match and an expression that does not', { matchLabels: { app: 'web' }, ...expression('Exists', 'team') }, false],
])('%s', (_what, selector, expected) => {
  expect(selectorMatches(selector, labels)).toBe(expected);
});

test('a plain selector says which keys do not match', () => {
  expect(labelsMatch({ app: 'web' }, labels)).toBe(true);
  expect(unmatchedLabels({ app: 'web', tier: 'back', team: 'shop' }, labels)).toEqual(['tier', 'team']);
});
