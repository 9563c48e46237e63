import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { Place } from '../../src/manifests/references/place';
import { FIELD_OWNERS } from '../../src/ownership/field-owners';
import type { WrittenEntry } from '../../src/ownership/ignore-difference';
import { isCovered } from '../../src/validation/rules/ownership/covered-fields';

const written = (...jqPathExpressions: string[]): WrittenEntry => ({ kind: 'VirtualService', name: 'web', jqPathExpressions, owner: FIELD_OWNERS.weights });
const WEIGHTS = written('.spec.http[]?.route[]?.weight', '.spec.tls[]?.route[]?.weight');
const REPLICAS = written('.spec.replicas');

/** Two routes: one of two destinations with weights, and one that nothing is written into. */
const object: Manifest = {
  apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' },
  spec: { replicas: 2, http: [{ name: 'primary', route: [{ weight: 100 }, { weight: 0 }] }, { name: 'docs', route: [{}] }] },
};

function covers(what: WrittenEntry, fields: JsonObject, of: Manifest | 'unknown' = object): boolean {
  const manifest: Manifest = { apiVersion: 'v1', kind: 'Application', metadata: {}, spec: [fields] };
  return isCovered(what, Place.root(manifest).at('spec').items, of === 'unknown' ? undefined : of);
}

describe('what a controller writes is ignored', () => {
  test.each<[string, JsonObject]>([
    ['by the same path', { jqPathExpressions: ['.spec.http[]?.route[]?.weight'] }],
    ['by one without question marks', { jqPathExpressions: ['.spec.http[].route[].weight'] }],
    ['by what it is in', { jqPathExpressions: ['.spec.http'] }],
    ['by all of it', { jsonPointers: ['/spec'] }],
    ['by a route of a name', { jqPathExpressions: ['.spec.http[]? | select(.name == "primary") | .route'] }],
    ['by a pointer for each', { jsonPointers: ['/spec/http/0/route/0/weight', '/spec/http/0/route/1/weight'] }],
    ['by the list of one route', { jsonPointers: ['/spec/http/0/route'] }],
    ['by what is computed', { jqPathExpressions: ['.. | .weight?'] }],
    ['by a manager', { managedFieldsManagers: ['somebody'] }],
    ['by a parameter', { jqPathExpressions: ['{{ .path }}'] }],
  ])('%s', (_, fields) => {
    expect(covers(WEIGHTS, fields)).toBe(true);
  });
});

describe('what a controller writes is not ignored', () => {
  test.each<[string, JsonObject]>([
    ['by another field', { jqPathExpressions: ['.spec.hosts'] }],
    ['by one of two weights', { jsonPointers: ['/spec/http/0/route/1/weight'] }],
    ['by something in it', { jqPathExpressions: ['.spec.http[]?.route[]?.weight.more'] }],
    ['by a list that is not there', { jqPathExpressions: ['.spec.tls[]?.route[]?.weight'] }],
    ['by nothing', { jsonPointers: [] }],
  ])('%s', (_, fields) => {
    expect(covers(WEIGHTS, fields)).toBe(false);
  });
});

test('a field by itself', () => {
  expect(covers(REPLICAS, { jsonPointers: ['/spec/replicas'] })).toBe(true);
  expect(covers(REPLICAS, { jsonPointers: ['/spec/template'] })).toBe(false);
});

test('of an object that nobody knows, or that has no such list yet, the paths decide', () => {
  for (const known of ['unknown', { ...object, spec: {} }] as const) {
    expect(covers(WEIGHTS, { jqPathExpressions: ['.spec.tls[]?.route[]?.weight'] }, known)).toBe(true);
    expect(covers(WEIGHTS, { jsonPointers: ['/spec/http/0/route/1/weight'] }, known)).toBe(true);
    expect(covers(WEIGHTS, { jsonPointers: ['/spec/hosts'] }, known)).toBe(false);
  }
});
