import type { Manifest } from '../../../src/manifests/manifest';
import { checkRules, skippedRules } from '../../../src/validation/schema/check-rules';
import type { PackedNode } from '../../../src/validation/schema/packed-node';
import type { Schema } from '../../../src/validation/schema/schema';
import { schemaFor } from '../../../src/validation/schema/schema-store';
import { DEFAULT_TARGETS } from '../../../src/validation/targets';
import { schemaOf, thing } from './problems-of';

function rulesBrokenBy(spec: unknown, node: PackedNode): unknown[] {
  return checkRules(thing(spec), schemaOf(node));
}

function withRule(rule: string, properties: PackedNode['properties']): PackedNode {
  return { type: 'object', properties, rules: [{ rule, message: 'refused' }] };
}

describe('checkRules', () => {
  it('reports the message of a broken rule where the value is', () => {
    const node = { type: 'object', properties: { wait: { type: 'string', rules: [{ rule: "duration(self) >= duration('1ms')", message: 'too short' }] } } };
    expect(rulesBrokenBy({ wait: '5s' }, node)).toEqual([]);
    expect(rulesBrokenBy({ wait: '0s' }, node)).toEqual([
      { pointer: '/spec/wait', keyword: 'rule', message: 'too short', received: '"0s"', expected: "duration(self) >= duration('1ms')", structural: false },
    ]);
    expect(rulesBrokenBy({}, node)).toEqual([]);
  });

  it('refuses a value for which the rule cannot be evaluated, as the API server does', () => {
    expect(rulesBrokenBy('5 minutes', { type: 'string', rules: [{ rule: "duration(self) >= duration('1ms')" }] })).toMatchObject([
      { keyword: 'rule', message: expect.stringContaining('cannot be evaluated') },
    ]);
  });

  it.each<[string, PackedNode, unknown, unknown]>([
    ['has', withRule('!(has(self.a) && has(self.b))', { a: 'string', b: 'string' }), { a: 'x' }, { a: 'x', b: 'x' }],
    ['fields that are null as absent', withRule('!has(self.a)', { a: 'string' }), { a: null }, { a: 'x' }],
    ['defaults', withRule("self.kind == 'Service'", { kind: { type: 'string', default: 'Service' } }), {}, { kind: 'Other' }],
    ['reserved names', withRule("self.__namespace__ == 'a'", { namespace: 'string' }), { namespace: 'a' }, { namespace: 'b' }],
    ['names with a dash', withRule('self.a__dash__b == 1', { 'a-b': 'integer' }), { 'a-b': 1 }, { 'a-b': 2 }],
    ['numbers', withRule('self.low <= self.high', { low: 'integer', high: 'integer' }), { low: 1, high: 2 }, { low: 3, high: 2 }],
    ['maps', { type: 'object', values: 'string', rules: [{ rule: 'self.all(key, key.split("/")[0].size() < 5)' }] }, { 'a.b/c': 'x' }, { 'aa.bb/c': 'x' }],
    ['lists', { type: 'array', items: 'string', rules: [{ rule: "!('*' in self && self.size() > 1)" }] }, ['*'], ['*', 'GET']],
    ['exists_one', { type: 'array', items: { type: 'object', properties: { n: 'string' } }, rules: [{ rule: 'self.all(a, self.exists_one(b, a.n == b.n))' }] },
      [{ n: 'a' }, { n: 'b' }], [{ n: 'a' }, { n: 'a' }]],
    ['patterns of Go', { type: 'string', rules: [{ rule: 'self.matches(r"""^(?i)[a-z]+$""")' }] }, 'aBc', 'a1'],
    ['choices', withRule('self.n > 1 ? has(self.a) : true', { n: 'integer', a: 'string' }), { n: 1 }, { n: 2 }],
  ])('knows %s', (_, node, good, bad) => {
    expect(rulesBrokenBy(good, node)).toEqual([]);
    expect(rulesBrokenBy(bad, node)).toMatchObject([{ keyword: 'rule', pointer: '/spec' }]);
  });

  it('is run on Gateway API routes', () => {
    const schema = schemaFor('gateway.networking.k8s.io/v1', 'HTTPRoute', DEFAULT_TARGETS) as Schema;
    const route = (rule: unknown): Manifest =>
      ({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'web' }, spec: { rules: [rule] } }) as Manifest;
    expect(checkRules(route({ matches: [{ path: { type: 'PathPrefix', value: '/a' } }], backendRefs: [{ name: 'web', port: 80 }] }), schema)).toEqual([]);
    expect(checkRules(route({ backendRefs: [{ name: 'web' }], timeouts: { request: '1s', backendRequest: '2s' } }), schema)).toMatchObject([
      { pointer: '/spec/rules/0/backendRefs/0' }, { pointer: '/spec/rules/0/timeouts' },
    ]);
  });
});

describe('skippedRules', () => {
  it('lists rules about changes', () => {
    expect(skippedRules(schemaFor('argoproj.io/v1alpha1', 'Rollout', DEFAULT_TARGETS) as Schema)).toEqual([
      { rule: 'self == oldSelf', reason: 'it compares with the object in the cluster' },
    ]);
  });

  it('lists rules with functions that are not known, which are not evaluated', () => {
    const node = { type: 'string', rules: [{ rule: "quantity(self).isGreaterThan(quantity('1'))" }] };
    expect(skippedRules(schemaOf(node))).toMatchObject([{ reason: 'the function quantity is not known here' }]);
    expect(rulesBrokenBy('2', node)).toEqual([]);
  });

  it('reads no function out of quoted text', () => {
    expect(skippedRules(schemaOf({ type: 'string', rules: [{ rule: 'self.matches(r"""^nothing(x)\\(""") || self == "isURL(x)"' }] }))).toEqual([]);
  });

  it.each([
    'HTTPRoute', 'Gateway', 'GRPCRoute',
  ])('are none in %s', (kind) => {
    expect(skippedRules(schemaFor('gateway.networking.k8s.io/v1', kind, DEFAULT_TARGETS) as Schema)).toEqual([]);
  });
});
