import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { ArgoChart } from '../../src/app/argo-chart';
import { compareByApplyOrder, HOOK_ANNOTATION, WAVE_ANNOTATION } from '../../src/manifests/apply-order';
import type { Manifest } from '../../src/manifests/manifest';
import { Rendering } from '../../src/render/rendering';
import { KindOrder } from '../../src/sync/kind-order';
import { SyncWaves } from '../../src/sync/sync-waves';
import { WaveGraph } from '../../src/sync/wave-graph';
import { planWaves } from '../../src/sync/wave-plan';
import { plainApp } from '../plain-app';

function objectIn(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
}

afterEach(() => jest.restoreAllMocks());

describe('a plan of 20,000 objects', () => {
  test.each([[200, 100], [2, 10_000]])('in %d groups of %d takes a few steps an object', (groupCount, size) => {
    const chart = new ArgoChart(plainApp(), 'web');
    const groups = Array.from({ length: groupCount }, (_, g) => new Construct(chart, `Group${g}`));
    const objects = groups.flatMap((group) => Array.from({ length: size }, (_, i) => objectIn(group, `o${i}`)));
    const edges = jest.spyOn(WaveGraph.prototype, 'addEdge');
    const vertices = jest.spyOn(WaveGraph.prototype, 'addVertex');
    const orders = groups.slice(1).map((after, i) => ({ before: [groups[i]!], after: [after] }));
    const { waves, problems } = planWaves(objects, { orders, pins: new Map(), kindOrder: new KindOrder() });
    expect(problems).toEqual([]);
    expect([waves.get(objects[0]!), waves.get(objects[19_999]!)]).toEqual([undefined, groupCount - 1]);
    // One edge from each end of the group to the object; an edge for every pair would be millions.
    expect(edges.mock.calls.length).toBeLessThanOrEqual(2 * objects.length + 3 * groupCount);
    expect(vertices.mock.calls.length).toBeLessThanOrEqual(5 * objects.length);
  });

  test('does not depend on the order in which its parts were declared', () => {
    const chart = new ArgoChart(plainApp(), 'web');
    const [a, b, c] = ['a', 'b', 'c'].map((id) => objectIn(chart, id)) as [ApiObject, ApiObject, ApiObject];
    const orders = [{ before: [a], after: [b] }, { before: [b], after: [c] }, { before: [a], after: [c] }];
    const wishes = { pins: new Map([[b, 3]]) };
    const plans = [planWaves([a, b, c], { ...wishes, orders }), planWaves([c, b, a], { ...wishes, orders: [...orders].reverse() })];
    for (const { waves } of plans) expect([a, b, c].map((object) => waves.get(object))).toEqual([undefined, 3, 4]);
  });
});

describe('one group before each of 1,000 objects', () => {
  // An array is one group, and so is a construct, however many orders it stands in.
  test.each(['array', 'construct'])('given as an %s, is looked at once', (how) => {
    const chart = new Chart(plainApp(), 'web');
    const shared = new Construct(chart, 'Shared');
    const before = Array.from({ length: 1_000 }, (_, i) => objectIn(shared, `a${i}`));
    const after = Array.from({ length: 1_000 }, (_, i) => objectIn(chart, `b${i}`));
    for (const object of after) SyncWaves.of(chart).syncAfter(object, how === 'array' ? before : shared).useKindOrder();
    const looks = jest.spyOn(ApiObject, 'isApiObject');
    const rendered = Rendering.during(chart.node.root, () => chart.toJson() as readonly Manifest[]);
    expect(rendered.filter(({ metadata }) => metadata.annotations?.[WAVE_ANNOTATION] === '1')).toHaveLength(1_000);
    // Each look at the group would be 1,000 more, and there are 1,000 orders.
    expect(looks.mock.calls.length).toBeLessThan(40_000);
  });
});

const KINDS = ['ConfigMap', 'ServiceAccount', 'Deployment', 'Service', 'Scaler'];
const PHASES = ['PreSync', 'Sync', 'PostSync'];

describe('any plan', () => {
  test.each([true, false])('has each object of a group after those of the group before, with the order of kinds: %s', (useKindOrder) => {
    const object = fc.record({ kind: fc.constantFrom(...KINDS), phase: fc.constantFrom('Sync', 'Sync', ...PHASES), pin: fc.option(fc.integer({ min: 0, max: 4 })) });
    const group = fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 });
    const order = fc.tuple(group, group).filter(([before, after]) => Math.max(...before) < Math.min(...after));
    fc.assert(fc.property(fc.array(object, { minLength: 8, maxLength: 8 }), fc.array(order, { maxLength: 6 }), (shapes, orders) => {
      const chart = new ArgoChart(plainApp(), 'web');
      const objects = shapes.map(({ kind, phase }, i) => new ApiObject(chart, `o${i}`, {
        apiVersion: kind === 'Deployment' ? 'apps/v1' : kind === 'Scaler' ? 'example.com/v1' : 'v1', kind,
        metadata: { name: `o${7 - i}`, annotations: phase === 'Sync' ? {} : { [HOOK_ANNOTATION]: phase } },
      }));
      const pins = new Map(shapes.flatMap(({ pin }, i) => (pin === null ? [] : [[objects[i]!, pin] as const])));
      const said = orders.map(([before, after]) => ({ before: before.map((i) => objects[i]!), after: after.map((i) => objects[i]!) }));
      const { waves } = planWaves(objects, { orders: said, pins, kindOrder: useKindOrder ? new KindOrder() : undefined });
      const waveOf = (one: ApiObject): number => waves.get(one) ?? 0;
      const applied = (one: ApiObject) => ({
        apiVersion: one.apiVersion, kind: one.kind, metadata: { name: one.name, annotations: { [WAVE_ANNOTATION]: String(waveOf(one)) } },
      });
      for (const [one, pin] of pins) expect(waveOf(one)).toBeGreaterThanOrEqual(pin);
      for (const { before, after } of said) {
        for (const earlier of before) {
          for (const later of after.filter((one) => shapes[objects.indexOf(one)]!.phase === shapes[objects.indexOf(earlier)]!.phase)) {
            if (waveOf(earlier) < waveOf(later)) continue;
            // In one wave only kinds that nobody waits for, and that are applied before the other kind.
            expect([useKindOrder, waveOf(earlier), ['ConfigMap', 'ServiceAccount'].includes(earlier.kind)]).toEqual([true, waveOf(later), true]);
            expect(earlier.kind).not.toBe(later.kind);
            expect(compareByApplyOrder(applied(earlier), applied(later))).toBeLessThan(0);
          }
        }
      }
    }), { numRuns: 100 });
  });
});
