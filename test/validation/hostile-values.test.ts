import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { validate } from '../../src/validation/engine';
import { jsonReport } from '../../src/validation/report/json';
import { textReport } from '../../src/validation/report/text';
import { DEFAULT_TARGETS } from '../../src/validation/targets';

/*
 * Values that a program can put into an object and JSON does not know, and names that every JavaScript object has.
 * Each gets findings about the object, and none of them brings down a rule.
 */

const unit = { id: 'shop', namespace: 'shop', destination: { cluster: '' } };

function linesOf(manifest: unknown): string[] {
  const set = new ManifestSet();
  set.add(unit, manifest as Manifest);
  const result = validate(set, { targets: DEFAULT_TARGETS });
  expect(textReport(result)).not.toMatch(/native code|the rule itself failed/);
  return result.findings.map(({ rule, pointer, received, fix }) => [rule, pointer, received, fix].filter((part) => part).join(' | '));
}

const service = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });

test('a bigint is no JSON', () => {
  expect(linesOf(service({ ports: [{ port: 80n }] }))).toEqual(['schema/type | /spec/ports/0/port | 80n | write a number: 80']);
  expect(linesOf(service({ ports: [{ port: 80 }], selector: { app: 5n } }))).toEqual(['schema/type | /spec/selector/app | 5n']);
  expect(linesOf(service({ ports: { port: 80n } }))).toEqual([
    'schema/type | /spec/ports | {"port":"80n"} | make it a list with one item: [{"port":"80n"}]',
  ]);
  expect(linesOf(service({ ports: [{ port: 80n, name: 'a' }, { port: 80n, name: 'b' }] }))).toContainEqual(expect.stringMatching(/^schema.duplicate/));
});

test('a bigint as a name can be reported', () => {
  const set = new ManifestSet();
  set.add(unit, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 7n } } as unknown as Manifest);
  const result = validate(set, { targets: DEFAULT_TARGETS });
  expect(textReport(result)).toContain('ConfigMap/shop/7\n  metadata.name: ');
  expect(JSON.parse(jsonReport(result))).toMatchObject({ findings: [{ rule: 'schema/type', object: { name: '7n' } }] });
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a name like any other', (name) => {
  expect(linesOf({ apiVersion: 'v1', kind: name, metadata: { name: 'web' } })).toEqual([]);
  expect(linesOf({ apiVersion: `${name}/v1`, kind: name, metadata: { name: 'web' } })).toEqual([]);
  expect(linesOf(JSON.parse(`{"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":{"clusterIP":"None","${name}":{}}}`))).toEqual([
    `schema/unknown-field | /spec/${name} | remove it`,
  ]);
  const annotated = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', annotations: { [`argocd.argoproj.io/${name}`]: 'x' } } };
  expect(linesOf(annotated)).toContain(`sync/known-annotation | /metadata/annotations/argocd.argoproj.io~1${name} | remove it, or use a prefix of your own`);
});

test('a duration in words that every object has', () => {
  const steps = [{ pause: { duration: '5 constructor' } }];
  const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { strategy: { canary: { steps } } } };
  expect(linesOf(rollout).find((line) => line.startsWith('rollouts/pause-duration'))).toMatch(/\| 5 constructor \| write seconds/);
});
