import type { JsonValue } from '../../src/manifests/json';
import { differences } from '../../src/testing/differences';
import { Match } from '../../src/testing/match';
import type { WantedJson } from '../../src/testing/matcher';
import { describeDifference } from '../../src/testing/mismatch';

function complaints(wanted: WantedJson, got: JsonValue): string[] {
  return differences(wanted, got).flatMap((difference) => describeDifference(difference, ''));
}

describe('a matcher is content with', () => {
  test.each<[string, WantedJson, JsonValue]>([
    ['a field that is absent', { a: Match.absent() }, { b: 1 }],
    ['a field below one that is absent', { a: { b: Match.absent() } }, {}],
    ['any value', { a: Match.anyValue() }, { a: false }],
    ['a text in which the expression is found', { a: Match.pattern(/b+/) }, { a: 'abbc' }],
    ['a text, twice, of an expression that remembers where it was', [Match.pattern(/b/g), Match.pattern(/b/g)], ['ab', 'b']],
    ['items in their order, with others between them', Match.arrayWith([1, { a: 2 }]), [0, 1, 1, { a: 2, b: 3 }, 4]],
    ['an item that only the second of two candidates has', Match.arrayWith([{ a: 1, b: 2 }]), [{ a: 1 }, { a: 1, b: 2 }]],
    ['exactly the value', Match.exact({ a: [{ b: 1 }] }), { a: [{ b: 1 }] }],
    ['a matcher in an exact value', Match.exact({ a: Match.anyValue() }), { a: 1 }],
    ['anything else', { a: Match.not('b') }, { a: 'c' }],
    ['no value instead of one', { a: Match.not('b') }, {}],
    ['YAML in a text', { config: Match.serialized({ steps: Match.arrayWith([{ a: 1 }]) }) }, { config: 'steps:\n- a: 1\n  b: 2\nmore: true\n' }],
    ['JSON in a text', { config: Match.serialized({ a: [1] }) }, { config: '{"a":[1],"b":2}' }],
  ])('%s', (_, wanted, got) => {
    expect(differences(wanted, got)).toEqual([]);
  });
});

describe('what is no value', () => {
  test('a matcher of expect compares as it does in expect', () => {
    const wanted = { type: expect.stringMatching('Load') as WantedJson, ports: expect.arrayContaining([80]) as WantedJson };
    expect(differences(wanted, { type: 'LoadBalancer', ports: [80, 443] })).toEqual([]);
    expect(differences(Match.exact(wanted), { type: 'LoadBalancer', ports: [80] })).toEqual([]);
    expect(complaints(wanted, { type: 'ClusterIP', ports: [80] })).toEqual(['type is "ClusterIP", wanted what StringMatching takes']);
  });

  test.each<[unknown, string]>([
    [/Load/, 'a RegExp was wanted at spec.type, and no manifest holds one. give a text, a number, a list or a map, or Match.pattern(...) for a text like it'],
    [new Set(['a']), 'a Set was wanted at spec.type, and no manifest holds one. give a text, a number, a list or a map'],
    [() => 1, 'a function was wanted at spec.type, and no manifest holds one. give a text, a number, a list or a map'],
    [Number.NaN, 'NaN was wanted at spec.type, and no manifest holds one. give a text, a number, a list or a map'],
  ])('is refused: %s', (value, message) => {
    const wanted = { spec: { type: value } } as WantedJson;
    expect(() => differences(wanted, { spec: { type: 'LoadBalancer' } })).toThrow(message);
    expect(() => differences(Match.exact(wanted), { spec: { type: 'LoadBalancer' } })).toThrow(message.slice(0, 12));
  });
});

describe('a matcher says', () => {
  test.each<[string, WantedJson, JsonValue, string[]]>([
    ['that a field is there', { a: Match.absent() }, { a: 1 }, ['a is 1, wanted it absent']],
    ['that a value is missing', { a: Match.anyValue() }, {}, ['a is absent, wanted any value']],
    ['that null is no value', { a: Match.anyValue() }, { a: null }, ['a is null, wanted any value']],
    ['which expression was not found', { a: Match.pattern(/^b/) }, { a: 'ab' }, ['a is "ab", wanted text like /^b/']],
    ['that a number is no text', { a: Match.pattern(/1/) }, { a: 1 }, ['a is 1, wanted text like /1/']],
    ['how the closest item differs', { l: Match.arrayWith([{ a: 1, b: 2 }]) }, { l: [{ c: 1 }, { a: 1, b: 3 }] }, [
      'l has no item { a: 1, b: 2 }. the closest differs:',
      '  l[1].b is 3, wanted 2',
    ]],
    ['that an item stands before another one', { l: Match.arrayWith([1, 2]) }, { l: [2, 1] }, ['l has no item 2 after [1], only before it, at [0]']],
    ['that there are no more items', { l: Match.arrayWith([1, 2]) }, { l: [1] }, ['l has no item 2 after [0]']],
    ['that there are no items', { l: Match.arrayWith([1]) }, { l: [] }, ['l has no item 1']],
    ['that there is no list', { l: Match.arrayWith([1]) }, { l: { a: 1 } }, ['l is { a: 1 }, wanted a list with [1]']],
    ['which field is too many', Match.exact({ a: { b: 1 } }), { a: { b: 1, c: 2 } }, ['a.c is 2, wanted it absent']],
    ['which field is too many in an item', Match.exact([{ a: 1 }]), [{ a: 1, b: 2 }], ['[0].b is 2, wanted it absent']],
    ['that it is what was not wanted', { a: Match.not({ b: 1 }) }, { a: { b: 1, c: 2 } }, ['a is { b: 1, c: 2 }, wanted anything but { b: 1 }']],
    ['where a text of YAML differs', { c: Match.serialized({ a: 1 }) }, { c: 'a: 2' }, ['c.a is 2, wanted 1']],
    ['that a text is no YAML', { c: Match.serialized({ a: 1 }) }, { c: '{' }, ['c is "{", wanted YAML that says { a: 1 }']],
  ])('%s', (_, wanted, got, lines) => {
    expect(complaints(wanted, got)).toEqual(lines);
  });

  test('that a list without items says nothing', () => {
    expect(() => Match.arrayWith([])).toThrow('arrayWith was given no items, and any list has none. name one, or use Match.anyValue()');
  });

  test('no more of a long value than people read', () => {
    const [line] = complaints({ a: 'b' }, { a: 'x'.repeat(1000) });
    expect(line).toMatch(/^a is "x{159}\.\.\., wanted "b"$/);
  });
});
