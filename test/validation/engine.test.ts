import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';
import { validate } from '../../src/validation/engine';
import type { Schemas } from '../../src/validation/passes/schemas';
import { defineRule, type Rule } from '../../src/validation/rule';
import type { Keyword } from '../../src/validation/schema/schema-problem';
import { DEFAULT_TARGETS } from '../../src/validation/targets';
import { Waiver } from '../../src/validation/waivers';

const shop: Unit = { id: 'shop', namespace: 'shop', destination: { cluster: 'production' } };
const config = (name: string, more: object = {}): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...more });

function rule(id: string, props: Partial<Rule> = {}): Rule {
  return defineRule({
    id,
    severity: 'error',
    kinds: ['ConfigMap'],
    since: '0.1.0',
    implements: [],
    title: id,
    rationale: id,
    bad: '',
    good: '',
    check: (_entry, context) => context.report('/data', `${id} says no`),
    ...props,
  });
}

/** Knows ConfigMaps, and refuses what `data` refuses to be. */
const schemas: Schemas = {
  schemaFor: (_apiVersion, kind) => (kind === 'ConfigMap' ? {} : undefined),
  kindProblem: () => undefined,
  checkSchema: (manifest) => (Array.isArray(manifest.data)
    ? [{ pointer: '/data', message: 'a list where an object is wanted', structural: true, keyword: 'type' }]
    : []),
  checkRules: () => [],
  skippedRules: () => [],
};

function run(manifests: readonly Manifest[], options: Partial<Parameters<typeof validate>[1]> = {}) {
  const set = new ManifestSet();
  for (const manifest of manifests) set.add(shop, manifest);
  return validate(set, { targets: DEFAULT_TARGETS, rules: [], schemas, ...options });
}

describe('rules', () => {
  test('see the objects of their kinds and no others', () => {
    const seen: string[] = [];
    const look = (id: string, kinds: string[]) => rule(id, { kinds, check: (entry) => seen.push(`${id} ${entry.id.kind}`) });
    run(
      [config('a'), { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' } }],
      { rules: [look('core', ['ConfigMap']), look('apps', ['apps/Deployment']), look('group', ['ConfigMap/Deployment']), look('all', ['*'])] },
    );
    expect(seen).toEqual(['core ConfigMap', 'all ConfigMap', 'apps Deployment', 'all Deployment']);
  });

  test('report findings of their id and severity about the object under check', () => {
    const result = run([config('a')], { rules: [rule('x/warns', { severity: 'warning' })] });
    expect(result.findings).toEqual([
      expect.objectContaining({ rule: 'x/warns', severity: 'warning', pointer: '/data', message: 'x/warns says no' }),
    ]);
    expect(result.findings[0]?.entry?.id.name).toBe('a');
    expect(result).toMatchObject({ counts: { error: 0, warning: 1, info: 0 }, units: 1, objects: 1 });
  });

  const throwing = rule('x/throws', {
    check: (entry) => {
      if (entry.manifest.data !== undefined) throw new TypeError('data is not iterable');
    },
  });

  test('a rule that fails on a well-formed object is an error that names the rule', () => {
    const result = run([config('a', { data: {} })], { rules: [throwing] });
    expect(result.findings).toEqual([
      expect.objectContaining({ rule: 'x/throws', severity: 'error', message: 'the rule itself failed: data is not iterable' }),
    ]);
  });

  test('a rule that stumbles over an object of the wrong shape leaves it to the schema', () => {
    const result = run([config('a', { data: [] })], { rules: [throwing] });
    expect(result.findings.map((f) => f.rule)).toEqual(['schema/type']);
  });

  test('missing objects are warnings in a set that is not complete', () => {
    const missing = rule('references/x', { needsCompleteSet: true });
    expect(run([config('a')], { rules: [missing] }).counts.error).toBe(1);
    expect(run([config('a')], { rules: [missing, rule('x/y')], complete: false }).counts).toEqual({ error: 1, warning: 1, info: 0 });
  });
});

describe('schemas', () => {
  test('kinds without a schema are skipped, said once a kind', () => {
    const other = (name: string, kind: string): Manifest => ({ apiVersion: 'example.com/v1', kind, metadata: { name } });
    expect(run([other('b', 'Widget'), config('a'), other('a', 'Widget'), other('a', 'Gadget')]).skipped).toEqual([
      { apiVersion: 'example.com/v1', kind: 'Gadget', count: 1, reason: 'no schema of this kind is known' },
      { apiVersion: 'example.com/v1', kind: 'Widget', count: 2, reason: 'no schema of this kind is known' },
    ]);
  });

  test('a kind that there cannot be is an error of each object, and not skipped', () => {
    const kindProblem = jest.fn(() => ({ pointer: '/kind', message: 'no', received: 'a', expected: 'b', fix: 'c' }) as const);
    const widget = (name: string): Manifest => ({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name } });
    const result = run([widget('a'), widget('b'), config('c')], { schemas: { ...schemas, kindProblem } });
    expect(result.skipped).toEqual([]);
    expect(result.findings.map((f) => `${f.severity} ${f.rule} ${f.entry?.id.name} ${f.pointer}`)).toEqual([
      'error schema/known-kind a /kind', 'error schema/known-kind b /kind',
    ]);
    expect(kindProblem).toHaveBeenCalledTimes(1);
  });

  test('the rules of a schema are evaluated for objects of the right shape', () => {
    const checkRules = jest.fn(() => [{ pointer: '', message: 'no', structural: false, keyword: 'rule' as const }]);
    const result = run([config('a', { data: [] }), config('b')], { schemas: { ...schemas, checkRules } });
    expect(checkRules).toHaveBeenCalledTimes(1);
    expect(result.findings.map((f) => `${f.entry?.id.name} ${f.rule}`)).toEqual(['a schema/type', 'b schema/expression']);
  });

  test('rules that are not evaluated are said once a kind, but for those about a change', () => {
    const skippedRules = () => [
      { rule: 'self == oldSelf', reason: 'it compares with the object in the cluster' },
      { rule: 'quantity(self.a)', reason: 'the function quantity is not known here' },
      { rule: 'quantity(self.b)', reason: 'the function quantity is not known here' },
    ];
    expect(run([config('a'), config('b')], { schemas: { ...schemas, skippedRules } }).skipped).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', count: 2, reason: '2 rules of the schema are not evaluated: the function quantity is not known here' },
    ]);
    const change = () => skippedRules().slice(0, 1);
    expect(run([config('a')], { schemas: { ...schemas, skippedRules: change } }).skipped).toEqual([]);
  });

  test('a schema is looked up once a kind', () => {
    const schemaFor = jest.fn(() => ({}));
    run([config('a'), config('b'), config('c')], { schemas: { ...schemas, schemaFor } });
    expect(schemaFor).toHaveBeenCalledTimes(1);
    expect(schemaFor).toHaveBeenCalledWith('v1', 'ConfigMap', DEFAULT_TARGETS);
  });

  test.each<[Keyword, string]>([
    ['required', 'schema/required'],
    ['maxLength', 'schema/bounds'],
    ['pattern', 'schema/format'],
    ['enum', 'schema/enum'],
    ['oneOf', 'schema/expression'],
  ])('what keyword %s refuses is a finding of %s', (keyword, id) => {
    const checkSchema: Schemas['checkSchema'] = () => [{ pointer: '/x', message: 'no', structural: false, keyword }];
    expect(run([config('a')], { schemas: { ...schemas, checkSchema } }).findings).toEqual([
      expect.objectContaining({ rule: id, severity: 'error', pointer: '/x', message: 'no' }),
    ]);
  });
});

describe('duplicates', () => {
  test('name both places', () => {
    const set = new ManifestSet();
    set.add(shop, config('web'), { constructPath: 'shop/Settings', source: () => 'main.ts:7' });
    set.add(shop, config('web'), { constructPath: 'shop/Other', source: () => 'main.ts:19' });
    const { findings } = validate(set, { targets: DEFAULT_TARGETS, rules: [], schemas });
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'manifests/unique',
        severity: 'error',
        message: 'ConfigMap/shop/web is already made by shop/Settings (main.ts:7)',
        received: 'a second one from shop/Other (main.ts:19)',
      }),
    ]);
  });
});

describe('the order of findings', () => {
  test('is severity, unit, construct, place and rule, whatever the order of objects and rules', () => {
    const at = (id: string, ...pointers: string[]) =>
      rule(id, { check: (_entry, context) => pointers.forEach((pointer) => context.report(pointer, 'no')) });
    const rules = [at('b/b', '/steps/10', '/steps/2', ''), at('a/a', '/steps/2'), rule('c/c', { severity: 'warning' })];
    const build = (reverse: boolean) => {
      const set = new ManifestSet();
      const add = [
        () => set.add(shop, config('z'), { constructPath: 'shop/A' }),
        () => set.add(shop, config('a'), { constructPath: 'shop/B' }),
        () => set.add({ ...shop, id: 'api' }, config('a'), { constructPath: 'x' }),
      ];
      for (const one of reverse ? add.reverse() : add) one();
      return validate(set, { targets: DEFAULT_TARGETS, rules: reverse ? [...rules].reverse() : rules, schemas }).findings
        .map((f) => `${f.severity} ${f.entry?.unit.id} ${f.entry?.id.name} ${f.pointer} ${f.rule}`);
    };
    expect(build(false)).toEqual(build(true));
    expect(build(false)).toEqual([
      'error api a  b/b', 'error api a /steps/2 a/a', 'error api a /steps/2 b/b', 'error api a /steps/10 b/b',
      'error shop z  b/b', 'error shop z /steps/2 a/a', 'error shop z /steps/2 b/b', 'error shop z /steps/10 b/b',
      'error shop a  b/b', 'error shop a /steps/2 a/a', 'error shop a /steps/2 b/b', 'error shop a /steps/10 b/b',
      'warning api a /data c/c', 'warning shop z /data c/c', 'warning shop a /data c/c',
    ]);
  });
});

describe('findings of other passes', () => {
  test('are sorted, waived and counted with the rest', () => {
    const extra = [
      { rule: 'sync/cycle', severity: 'error' as const, pointer: '', message: 'a cycle', origin: { constructPath: 'shop' } },
      { rule: 'sync/other', severity: 'info' as const, pointer: '', message: 'a remark' },
    ];
    const waivers = [new Waiver({ rule: 'sync/cycle', reason: 'known', scope: { constructPath: 'shop' } })];
    expect(run([], { extra }).counts).toEqual({ error: 1, warning: 0, info: 1 });
    const waived = run([], { extra, waivers });
    expect(waived.counts).toEqual({ error: 0, warning: 0, info: 1 });
    expect(waived.waived).toEqual([{ finding: extra[0], waiver: waivers[0] }]);
  });
});
