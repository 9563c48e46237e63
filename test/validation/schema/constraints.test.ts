import type { PackedNode } from '../../../src/validation/schema/packed-node';
import { compilePattern } from '../../../src/validation/schema/pattern';
import { problemsOf } from './problems-of';

const STRING = { type: 'string' };
const LIST = { type: 'array', items: 'string' };

describe('bounds', () => {
  it.each<[string, unknown, unknown, PackedNode, string, string]>([
    ['minimum', 0, 1, { type: 'integer', minimum: 1 }, '0', 'at least 1'],
    ['minimum', 1, 2, { type: 'integer', minimum: 1, exclusiveMinimum: true }, '1', 'more than 1'],
    ['maximum', 101, 100, { type: 'integer', maximum: 100 }, '101', 'at most 100'],
    ['maximum', 100, 99, { type: 'integer', maximum: 100, exclusiveMaximum: true }, '100', 'less than 100'],
    ['multipleOf', 7, 10, { type: 'integer', multipleOf: 5 }, '7', 'a multiple of 5'],
    ['minLength', '', 'a', { ...STRING, minLength: 1 }, '0 characters', 'at least 1 character'],
    ['maxLength', 'abc', '\u{1F680}\u{1F680}', { ...STRING, maxLength: 2 }, '3 characters', 'at most 2 characters'],
    ['minItems', [], ['a'], { ...LIST, minItems: 1 }, '0 items', 'at least 1 item'],
    ['maxItems', ['a', 'b'], ['a'], { ...LIST, maxItems: 1 }, '2 items', 'at most 1 item'],
    ['minProperties', {}, { a: 'x' }, { type: 'object', values: 'string', minProperties: 1 }, '0 fields', 'at least 1 field'],
    ['maxProperties', { a: 'x', b: 'x' }, { a: 'x' }, { type: 'object', values: 'string', maxProperties: 1 }, '2 fields', 'at most 1 field'],
    ['minimum', 0, 1, { intOrString: true, minimum: 1 }, '0', 'at least 1'],
  ])('%s refuses %j and takes %j', (keyword, bad, good, node, received, expected) => {
    expect(problemsOf(bad, node)).toMatchObject([{ pointer: '/spec', keyword, received, expected, structural: false }]);
    expect(problemsOf(good, node)).toEqual([]);
  });
});

describe('enum', () => {
  it('names the values, and the one that was meant', () => {
    expect(problemsOf('UPGRAD', { ...STRING, enum: ['DEFAULT', 'UPGRADE'] })).toMatchObject([
      { keyword: 'enum', received: '"UPGRAD"', expected: 'one of "DEFAULT", "UPGRADE"', fix: 'did you mean "UPGRADE"?' },
    ]);
    expect(problemsOf('DEFAULT', { ...STRING, enum: ['DEFAULT', 'UPGRADE'] })).toEqual([]);
  });
});

describe('pattern', () => {
  it('is matched anywhere in the text, as in Go', () => {
    expect(problemsOf('xay', { ...STRING, pattern: 'a' })).toEqual([]);
    expect(problemsOf('xyz', { ...STRING, pattern: '^a$' })).toMatchObject([{ keyword: 'pattern', received: '"xyz"', expected: '^a$' }]);
  });

  it.each([
    ['^(?i)abc$', 'ABC', true], ['(?i)abc', 'xABCx', true], ['\\Aab\\z', 'ab', true], ['\\Aab\\z', 'abc', false],
    ['^[a-z\\-]+$', 'a-b', true], ['^[\\w\\-_]+$', 'a b', false], ['^(\\+|-)?[0-9]+$', '+5', true],
  ])('%s for %s is %s', (pattern, text, matches) => {
    expect(compilePattern(pattern)?.test(text)).toBe(matches);
  });

  it.each(['[[:alpha:]]', '\\pL', '(?P<name>a)', '(?s:.)', '('])('%s has no counterpart and is skipped', (pattern) => {
    expect(compilePattern(pattern)).toBeUndefined();
    expect(problemsOf('anything', { ...STRING, pattern })).toEqual([]);
  });
});

describe('format', () => {
  it.each<[string, unknown, unknown]>([
    ['int32', 2147483648, 2147483647],
    ['int32', -2147483649, -2147483648],
    ['int64', 2 ** 63, 2 ** 53],
    ['date-time', '2026-01-01', '2026-01-01T00:00:00Z'],
    ['date-time', '2026-13-01T00:00:00Z', '2026-12-01T00:00:00.5+02:00'],
    ['ipv4', '10.0.0.256', '10.0.0.1'],
    ['ipv6', '10.0.0.1', '::1'],
  ])('%s refuses %j and takes %j', (format, bad, good) => {
    const type = typeof bad === 'number' ? 'integer' : 'string';
    expect(problemsOf(bad, { type, format })).toMatchObject([{ keyword: 'format', received: JSON.stringify(bad) }]);
    expect(problemsOf(good, { type, format })).toEqual([]);
  });

  it('byte is base64, and what is not is never quoted: it may be a secret', () => {
    expect(problemsOf('cGFzcw==', { ...STRING, format: 'byte' })).toEqual([]);
    expect(problemsOf('cGFz\ncw==\n', { ...STRING, format: 'byte' })).toEqual([]);
    const [problem] = problemsOf('hunter2', { ...STRING, format: 'byte' });
    expect(problem).toMatchObject({ keyword: 'format', expected: 'base64' });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });

  it('says nothing when the server does not know it', () => {
    expect(problemsOf('x', { ...STRING, format: 'no-such-format' })).toEqual([]);
  });
});

describe('repeated items', () => {
  const ports: PackedNode = {
    type: 'array', keys: ['port', 'protocol'],
    items: { type: 'object', properties: { port: 'int32', protocol: { type: 'string', default: 'TCP' }, name: 'string' } },
  };

  it('are found by their keys, defaults counted in', () => {
    expect(problemsOf([{ port: 80, name: 'a' }, { port: 80, protocol: 'UDP' }, { port: 80, protocol: 'TCP' }], ports)).toEqual([{
      pointer: '/spec/2', keyword: 'duplicate', structural: false, message: 'repeats port and protocol of item 0', received: '[80,"TCP"]',
      expected: 'items that differ in port or protocol', fix: 'remove one of the two',
    }]);
  });

  it('are found in sets', () => {
    expect(problemsOf(['a', 'b', 'a'], { ...LIST, unique: true })).toMatchObject([{ pointer: '/spec/2', keyword: 'duplicate', received: '"a"' }]);
    expect(problemsOf(['a', 'a'], LIST)).toEqual([]);
  });
});

describe('choices', () => {
  const fields = { type: 'object', properties: { exact: 'string', prefix: 'string', regex: 'string' } };
  const atMostOne: PackedNode = {
    ...fields, oneOf: [{ not: { anyOf: [{ required: ['exact'] }, { required: ['prefix'] }] } }, { required: ['exact'] }, { required: ['prefix'] }],
  };

  it('oneOf names the fields that exclude each other', () => {
    expect(problemsOf({}, atMostOne)).toEqual([]);
    expect(problemsOf({ exact: 'a', regex: 'x' }, atMostOne)).toEqual([]);
    expect(problemsOf({ exact: 'a', prefix: 'b' }, atMostOne)).toMatchObject([
      { keyword: 'oneOf', message: '"exact", "prefix" exclude each other', fix: 'keep one and remove the other' },
    ]);
  });

  it('oneOf names the fields of which one is needed', () => {
    expect(problemsOf({}, { ...fields, oneOf: [{ required: ['exact'] }, { required: ['prefix'] }] })).toMatchObject([
      { keyword: 'oneOf', message: 'none of "exact", "prefix" is set', expected: 'one of "exact", "prefix"' },
    ]);
  });

  it('oneOf without fields says how many fit', () => {
    expect(problemsOf(5, { type: 'integer', oneOf: [{ minimum: 1 }, { maximum: 10 }] })).toMatchObject([{ keyword: 'oneOf', message: 'fits 2 of the forms that are possible here' }]);
    expect(problemsOf(0, { type: 'integer', oneOf: [{ minimum: 1 }, { maximum: 10 }] })).toEqual([]);
  });

  it('anyOf wants one at least', () => {
    const node: PackedNode = { ...fields, anyOf: [{ required: ['exact'] }, { required: ['prefix'] }] };
    expect(problemsOf({ exact: 'a', prefix: 'b' }, node)).toEqual([]);
    expect(problemsOf({ regex: 'a' }, node)).toMatchObject([{ keyword: 'anyOf', expected: 'at least one of "exact", "prefix"' }]);
    expect(problemsOf('x', { ...STRING, anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] })).toMatchObject([{ keyword: 'anyOf', received: '"x"' }]);
  });

  it('not refuses', () => {
    const node: PackedNode = { ...fields, not: { required: ['regex'] } };
    expect(problemsOf({ exact: 'a' }, node)).toEqual([]);
    expect(problemsOf({ regex: 'a' }, node)).toMatchObject([{ keyword: 'not', message: '"regex" cannot be set here' }]);
  });

  it('allOf wants each', () => {
    expect(problemsOf({ exact: 'a', prefix: 'b' }, { ...fields, allOf: [{ oneOf: [{ required: ['exact'] }, { required: ['prefix'] }] }, { not: { required: ['regex'] } }] }))
      .toMatchObject([{ keyword: 'oneOf' }]);
  });

  it('see defaults', () => {
    const node: PackedNode = {
      type: 'object',
      properties: { type: { type: 'string', default: 'IPAddress' }, value: 'string' },
      oneOf: [
        { properties: { type: { enum: ['IPAddress'] }, value: { format: 'ipv4' } } },
        { properties: { type: { not: { enum: ['IPAddress'] } } } },
      ],
    };
    expect(problemsOf({ value: '10.0.0.1' }, node)).toEqual([]);
    expect(problemsOf({ value: '10.0.0.1', type: null }, node)).toEqual([]);
    expect(problemsOf({ value: 'example.com', type: 'Hostname' }, node)).toEqual([]);
    expect(problemsOf({ value: 'example.com' }, node)).toMatchObject([{ keyword: 'oneOf' }]);
  });

  it('look into fields', () => {
    const node: PackedNode = { ...fields, anyOf: [{ properties: { exact: { enum: ['a'] } } }] };
    expect(problemsOf({ exact: 'a' }, node)).toEqual([]);
    expect(problemsOf({ exact: 'b' }, node)).toMatchObject([{ keyword: 'anyOf' }]);
  });
});
