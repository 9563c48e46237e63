import { differences } from '../../src/testing/differences';

describe('differences', () => {
  test.each([
    ['fields that are not named', { a: 1 }, { a: 1, b: 2 }],
    ['items with more fields', { list: [{ a: 1 }, { b: 2 }] }, { list: [{ a: 1, x: 0 }, { b: 2 }] }],
    ['an absent field that was to be absent', { a: undefined }, { b: 1 }],
    ['fields that every object inherits', { toString: undefined }, {}],
  ])('are not made by %s', (_, wanted, got) => {
    expect(differences(wanted, got)).toEqual([]);
  });

  test.each([
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, { pointer: '/a/b', wanted: 1, got: 2 }],
    ['a missing field', { a: 1 }, {}, { pointer: '/a', wanted: 1, got: undefined }],
    ['text for a number', { port: 80 }, { port: '80' }, { pointer: '/port', wanted: 80, got: '80' }],
    ['a field that was to be absent', { a: undefined }, { a: 1 }, { pointer: '/a', wanted: undefined, got: 1 }],
    ['a longer list', { l: [1] }, { l: [1, 2] }, { pointer: '/l', wanted: [1], got: [1, 2] }],
    ['an item', { l: [{ 'a/b': 1 }] }, { l: [{ 'a/b': 2 }] }, { pointer: '/l/0/a~1b', wanted: 1, got: 2 }],
    ['an object for a list', { l: [] }, { l: {} }, { pointer: '/l', wanted: [], got: {} }],
  ])('are made by %s', (_, wanted, got, difference) => {
    expect(differences(wanted, got)).toEqual([difference]);
  });
});
