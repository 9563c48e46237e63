import type { JsonValue } from '../../../src/manifests/json';
import { problemsOf } from './problems-of';

describe('a value of the wrong type', () => {
  it.each([
    ['five', 'integer', 'a string where an integer belongs', '"five"', 'integer', undefined, undefined],
    ['5', 'integer', 'a string where an integer belongs', '"5"', 'integer', 'write it without quotes: 5', 5],
    [1.5, 'int32', 'a fraction where an integer belongs', '1.5', 'integer', undefined, undefined],
    [5, 'string', 'an integer where a string belongs', '5', 'string', 'put it in quotes: "5"', '5'],
    [true, 'string', 'a boolean where a string belongs', 'true', 'string', 'put it in quotes: "true"', 'true'],
    ['true', 'boolean', 'a string where true or false belongs', '"true"', 'true or false', 'write it without quotes: true', true],
    [1, 'boolean', 'an integer where true or false belongs', '1', 'true or false', undefined, undefined],
    ['1.5', 'number', 'a string where a number belongs', '"1.5"', 'number', 'write it without quotes: 1.5', 1.5],
    [true, 'intOrString', 'a boolean where an integer or a string belongs', 'true', 'integer or string', undefined, undefined],
    [1.5, 'intOrString', 'a fraction where an integer or a string belongs', '1.5', 'integer or string', undefined, undefined],
    ['a', 'string[]', 'a string where a list belongs', '"a"', 'list', 'make it a list with one item: ["a"]', undefined],
    [['a'], 'string{}', 'a list where an object belongs', '["a"]', 'object', 'write it without the list: only one is possible here', undefined],
    [{ a: 1 }, 'string', 'an object where a string belongs', '{"a":1}', 'string', undefined, undefined],
  ])('%j for %s', (value, type, message, received, expected, fix, edited: JsonValue | undefined) => {
    expect(problemsOf(value, type)).toEqual([
      { pointer: '/spec', keyword: 'type', structural: true, message, received, expected, ...(fix === undefined ? {} : { fix }),
        ...(edited === undefined ? {} : { edit: { op: 'set', pointer: '/spec', value: edited } }) },
    ]);
  });

  it('is reported where it is, in lists, maps and named nodes', () => {
    const nodes = { Step: { type: 'object', properties: { weight: 'int32', labels: 'string{}' } } };
    expect(problemsOf([{ weight: 5 }, { weight: '5', labels: { 'a/b': 1 } }], 'Step[]', nodes).map(({ pointer }) => pointer))
      .toEqual(['/spec/1/weight', '/spec/1/labels/a~1b']);
  });
});

describe('a value of the right type', () => {
  it.each([
    [5, 'integer'], [-5, 'int64'], [1.5, 'number'], [2, 'number'], ['', 'string'], [false, 'boolean'], [5, 'intOrString'], ['25%', 'intOrString'],
    [[], 'string[]'], [{}, 'string{}'], [{ deep: [null, { a: 1 }] }, 'any'], ['x', 'any'], [{ deep: 1 }, 'open'],
    ['500m', 'quantity'], [0.5, 'quantity'], ['2Gi', 'quantity'], ['1e3', 'quantity'],
  ])('%j is taken for %s', (value, type) => {
    expect(problemsOf(value, type)).toEqual([]);
  });

  it.each(['lots', '5 Gi', '', '1GB'])('%j is no quantity', (value) => {
    expect(problemsOf(value, 'quantity')).toMatchObject([{ keyword: 'type', message: 'not a quantity', structural: true }]);
  });
});

describe('null', () => {
  const node = { type: 'object', required: ['name'], properties: { name: 'string', size: 'integer', port: { type: 'integer', nullable: true as const } } };

  it('counts as absent, as the API server drops it', () => {
    expect(problemsOf({ name: 'a', size: null, port: null }, node)).toEqual([]);
    expect(problemsOf({ name: null }, node)).toMatchObject([{ pointer: '/spec/name', keyword: 'required', received: 'null' }]);
  });

  it('fulfils a required field that is nullable', () => {
    expect(problemsOf({ port: null }, { type: 'object', required: ['port'], properties: { port: { type: 'integer', nullable: true } } })).toEqual([]);
  });

  it('is no item of a list', () => {
    expect(problemsOf(['a', null], 'string[]')).toMatchObject([{ pointer: '/spec/1', message: 'null where a string belongs' }]);
  });
});

describe('strange input', () => {
  const strange: unknown[] = [null, undefined, 0, '', 'x', true, [], [[]], [null], {}, { a: null }, { constructor: 1, toString: null }, { a: { a: { a: [] } } }];
  const node = {
    type: 'object', required: ['a'], keys: ['a'], unique: true as const, minProperties: 1,
    properties: { a: { type: 'array', keys: ['k'], items: { type: 'object', required: ['k'], properties: { k: 'string' } } } },
    oneOf: [{ required: ['a'] }, { required: ['b'] }], not: { required: ['c'] },
  };

  it.each(strange)('%j does not stop the check', (value) => {
    expect(Array.isArray(problemsOf(value, node))).toBe(true);
  });
});
