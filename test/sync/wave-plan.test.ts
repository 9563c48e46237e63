import { ApiObject, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ArgoChart } from '../../src/app/argo-chart';
import { WaveGraph } from '../../src/sync/wave-graph';
import { planWaves } from '../../src/sync/wave-plan';

function objectIn(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
}

afterEach(() => jest.restoreAllMocks());

describe('a plan of 20,000 objects', () => {
  test.each([[200, 100], [2, 10_000]])('in %d groups of %d takes a few steps an object', (groupCount, size) => {
    const chart = new ArgoChart(Testing.app(), 'web');
    const groups = Array.from({ length: groupCount }, (_, g) => new Construct(chart, `Group${g}`));
    const objects = groups.flatMap((group) => Array.from({ length: size }, (_, i) => objectIn(group, `o${i}`)));
    const edges = jest.spyOn(WaveGraph.prototype, 'addEdge');
    const vertices = jest.spyOn(WaveGraph.prototype, 'addVertex');
    const orders = groups.slice(1).map((after, i) => ({ before: [groups[i]!], after: [after] }));
    const { waves, problems } = planWaves(objects, { orders, pins: new Map(), useKindOrder: true });
    expect(problems).toEqual([]);
    expect([waves.get(objects[0]!), waves.get(objects[19_999]!)]).toEqual([undefined, groupCount - 1]);
    // One edge from each end of the group to the object; an edge for every pair would be millions.
    expect(edges.mock.calls.length).toBeLessThanOrEqual(2 * objects.length + 3 * groupCount);
    expect(vertices.mock.calls.length).toBeLessThanOrEqual(5 * objects.length);
  });

  test('does not depend on the order in which its parts were declared', () => {
    const chart = new ArgoChart(Testing.app(), 'web');
    const [a, b, c] = ['a', 'b', 'c'].map((id) => objectIn(chart, id)) as [ApiObject, ApiObject, ApiObject];
    const orders = [{ before: [a], after: [b] }, { before: [b], after: [c] }, { before: [a], after: [c] }];
    const wishes = { pins: new Map([[b, 3]]), useKindOrder: false };
    const plans = [planWaves([a, b, c], { ...wishes, orders }), planWaves([c, b, a], { ...wishes, orders: [...orders].reverse() })];
    for (const { waves } of plans) expect([a, b, c].map((object) => waves.get(object))).toEqual([undefined, 3, 4]);
  });
});
