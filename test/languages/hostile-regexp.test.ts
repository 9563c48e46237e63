import { goMatches } from '../../src/languages/conditions/go-regexp';
import { APPLICATION_SET_FUNCTIONS } from '../../src/languages/go-templates/function-names';
import { renderGoTemplate } from '../../src/languages/go-templates/render';
import { fromJson } from '../../src/languages/go-templates/values';

const SLOW = '^(a+)+$';
const LONG = `${'a'.repeat(60)}b`;

// Go matches each of these at once. JavaScript would need years.
test('a slow expression is not decided', () => {
  expect(goMatches(SLOW, LONG)).toBeUndefined();
});

test.each(['regexMatch "^(a+)+$" .name', 'regexReplaceAll "^(a+)+$" .name "b"', 'regexFind "a*a*a*a*a*b" .long'])('what {{ %s }} gives is not known', (action) => {
  const data = fromJson({ name: LONG, long: 'a'.repeat(5000) });
  expect(renderGoTemplate(`{{ ${action} }}`, data, { functions: APPLICATION_SET_FUNCTIONS })).toHaveProperty('unknown');
});
