import type { JsonValue } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { toYaml, yamlOf } from '../../src/manifests/yaml';
import { YamlRefusal } from '../../src/manifests/yaml-refusal';
import { jsYaml, libyaml, yamlPackage } from '../oracles/yaml-readers';

const python = libyaml();
const readers = [jsYaml, yamlPackage('1.1'), yamlPackage('1.2'), ...(python ? [python] : [])];

const rollout: Manifest = {
  status: { phase: 'Paused' },
  spec: { strategy: { canary: { steps: [{ setWeight: 5 }, { pause: { duration: '5m' } }, { pause: {} }] } }, replicas: 10, paused: undefined },
  metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '2' }, finalizers: [], labels: { app: 'web' }, namespace: 'shop', name: 'web' },
  kind: 'Rollout',
  apiVersion: 'argoproj.io/v1alpha1',
};

describe('toYaml', () => {
  test('writes a manifest in the order that Kubernetes users expect', () => {
    expect(toYaml([rollout])).toBe([
      'apiVersion: argoproj.io/v1alpha1',
      'kind: Rollout',
      'metadata:',
      '  name: web',
      '  namespace: shop',
      '  labels:',
      '    app: web',
      '  annotations:',
      '    argocd.argoproj.io/sync-wave: "2"',
      '  finalizers: []',
      'spec:',
      '  replicas: 10',
      '  strategy:',
      '    canary:',
      '      steps:',
      '        - setWeight: 5',
      '        - pause:',
      '            duration: 5m',
      '        - pause: {}',
      'status:',
      '  phase: Paused',
      '',
    ].join('\n'));
  });

  test('separates documents, without a separator before the first', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, type: 'Opaque', stringData: { b: 'y' }, data: { a: 'eA==' } };
    expect(toYaml([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ns' } }, secret])).toBe(
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ns\n---\n'
      + 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: eA==\nstringData:\n  b: "y"\ntype: Opaque\n',
    );
    expect(toYaml([])).toBe('');
  });

  test('gives the same text for any order of properties', () => {
    const reversed = (value: JsonValue | undefined): JsonValue | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)]))
      : value);
    expect(toYaml([reversed(rollout) as Manifest])).toBe(toYaml([rollout]));
  });

  test('names the object and the pointer of a value that YAML cannot carry', () => {
    const manifest = (spec: JsonValue): Manifest => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'n' }, spec });
    expect(() => toYaml([manifest({ a: [1, Number.NaN] })])).toThrow('Pod/n/p: NaN is no JSON number. write a finite number (at "/spec/a/1")');
    expect(() => toYaml([manifest({ a: -Infinity })])).toThrow(YamlRefusal);
    expect(() => toYaml([manifest({ 'x/y': 'a\ud800b' })])).toThrow('half of a surrogate pair, which UTF-8 cannot carry. remove it or complete the pair (at "/spec/x~1y")');
    expect(() => toYaml([manifest({ 'k\udc00': 1 })])).toThrow('(at "/spec/k\\udc00")');
    expect(() => toYaml([manifest({ f: (() => 1) as unknown as JsonValue })])).toThrow('a value of type function is no JSON');
    expect(() => toYaml([manifest([undefined as unknown as JsonValue])])).toThrow('(at "/spec/0")');
  });
});

describe('yamlOf', () => {
  test.each([
    ['plain text', 'plain text'], ['http://x:9090/a?b=c#d', 'http://x:9090/a?b=c#d'], ['sum(rate(x{a="b"}[5m]))', 'sum(rate(x{a="b"}[5m]))'],
    ['1h30m', '1h30m'], ['512Mi', '512Mi'], ['25%', '25%'], ['--verbose', '--verbose'], ['für', 'für'], ['on', '"on"'], ['Y', '"Y"'], ['NULL', '"NULL"'],
    ['', '""'], ['~', '"~"'], ['=', '"="'], ['e9', '"e9"'], ['-E-12345678901', '"-E-12345678901"'], ['e9a', 'e9a'], ['0123', '"0123"'], ['1e3', '"1e3"'], ['12:30', '"12:30"'], ['2001-01-01', '"2001-01-01"'], ['.inf', '".inf"'],
    ['a: b', '"a: b"'], ['a #b', '"a #b"'], [' a', '" a"'], ['a ', '"a "'], ['{"a": 1}', '\'{"a": 1}\''], ['{{ it\'s }}', '"{{ it\'s }}"'],
    ['a\tb', '"a\\tb"'], ['a\u00a0b', '"a\\u00a0b"'], ['a\u0085b\u2028c\ufeff', '"a\\u0085b\\u2028c\\ufeff"'], ['a\rb', '"a\\rb"'], ['\x7f', '"\\u007f"'], ['😀', '"😀"'],
  ])('writes %j as %s', (value, text) => {
    expect(yamlOf(value)).toBe(`${text}\n`);
    expect(yamlOf([value])).toBe(`- ${text}\n`);
    expect(yamlOf({ [value]: value })).toBe(`${text}: ${text}\n`);
  });

  test.each([
    [0, '0'], [-0, '0'], [-1, '-1'], [0.1, '0.1'], [9007199254740991, '9007199254740991'], [2 ** 53, '9.007199254740992e+15'], [1e21, '1.0e+21'],
    [1e-7, '1.0e-7'], [1.5e-9, '1.5e-9'], [1e300, '1.0e+300'],
  ])('writes the number %d as %s', (value, text) => {
    expect(yamlOf(value)).toBe(`${text}\n`);
  });

  test.each([
    ['a\nb\n', 'k: |\n  a\n  b\n'], ['a\nb', 'k: |-\n  a\n  b\n'], ['a\n\n', 'k: |+\n  a\n\n'], ['  a\nb\n', 'k: |2\n    a\n  b\n'], ['\na', 'k: |-\n\n  a\n'],
    ['a\n\tb\n', 'k: |\n  a\n  \tb\n'], ['# c\n---\n', 'k: |\n  # c\n  ---\n'], ['a\r\nb\n', 'k: "a\\r\\nb\\n"\n'], ['\n', 'k: "\\n"\n'], ['a\n ', 'k: "a\\n "\n'],
    ['\ta\nb', 'k: "\\ta\\nb"\n'],
  ])('writes the lines %j as a block where all readers agree about it', (value, text) => {
    expect(yamlOf({ k: value })).toBe(text);
  });

  test('puts the name first in the objects of a list and nests lists below their key', () => {
    expect(yamlOf({ env: [{ value: 'x', name: 'A' }], matrix: [[1, 2], []], none: [{}] }))
      .toBe('env:\n  - name: A\n    value: x\nmatrix:\n  - - 1\n    - 2\n  - []\nnone:\n  - {}\n');
  });

  test('skips undefined properties and keeps nulls', () => {
    expect(yamlOf({ a: undefined, b: { c: undefined }, d: null, e: [null] })).toBe('b: {}\nd: null\ne:\n  - null\n');
  });

  test.each(readers)('$name reads keys beyond the 1,024 characters of a simple key', (reader) => {
    const value = { a: { ['k'.repeat(3000)]: { b: 1 }, [`${'"'.repeat(1500)}\n`]: ['c'], d: 'e' } };
    expect(reader.read([yamlOf(value)])).toEqual([value]);
  });

  test.each(readers)('$name is no yes-man: it takes unquoted words for something else than text', (reader) => {
    const [read] = reader.read(['[null, 0x1f, 1.0e+21, true]']);
    expect(read).toEqual([null, 31, 1e21, true]);
  });

  test('sorts the keys of large maps as it sorts those of small ones', () => {
    const keys = Array.from({ length: 200 }, (_, index) => `k${(index * 7919) % 200}`);
    const found = yamlOf(Object.fromEntries(keys.map((key) => [key, 1]))).trimEnd().split('\n').map((line) => line.replace(': 1', ''));
    expect(found).toEqual([...keys].sort());
  });
});
