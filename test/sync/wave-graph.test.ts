import { WaveGraph } from '../../src/sync/wave-graph';

function graphOf(...edges: ReadonlyArray<readonly [string, string, (0 | 1)?]>): WaveGraph {
  const graph = new WaveGraph();
  for (const [before, after, distance] of edges) graph.addEdge(before, after, distance);
  return graph;
}

describe('WaveGraph', () => {
  test('gives each vertex the length of the longest path to it', () => {
    const result = graphOf(['a', 'b'], ['b', 'd'], ['a', 'd'], ['c', 'd']).waves();
    expect(result).toEqual({ waves: new Map([['a', 0], ['c', 0], ['b', 1], ['d', 2]]) });
  });

  test('keeps vertices of distance 0 together', () => {
    expect(graphOf(['a', 'b'], ['b', 'c', 0]).waves()).toEqual({ waves: new Map([['a', 0], ['b', 1], ['c', 1]]) });
  });

  test('names the path of a cycle', () => {
    expect(graphOf(['a', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'b'], ['d', 'e']).waves()).toEqual({ cycle: ['b', 'c', 'd', 'b'] });
  });

  test('keeps a vertex at its floor or above, and a vertex without one where the others put it', () => {
    const graph = new WaveGraph();
    graph.addVertex('early', -3);
    graph.addVertex('group', -Infinity);
    graph.addVertex('late', 4);
    for (const [before, after] of [['early', 'group'], ['group', 'late'], ['group', 'rest'], ['late', 'last']] as const) graph.addEdge(before, after);
    expect(graph.waves()).toEqual({ waves: new Map([['early', -3], ['group', -2], ['late', 4], ['rest', 0], ['last', 5]]) });
  });

  test('names a long cycle', () => {
    const graph = new WaveGraph();
    for (let i = 0; i < 20_000; i++) graph.addEdge(`v${i}`, `v${(i + 1) % 20_000}`);
    const result = graph.waves();
    expect('cycle' in result && [result.cycle.length, result.cycle[0], result.cycle[20_000]]).toEqual([20_001, 'v0', 'v0']);
  });

  test('is linear: a chain of 20,000 takes no time to speak of', () => {
    const graph = new WaveGraph();
    for (let i = 1; i < 20_000; i++) graph.addEdge(`v${i - 1}`, `v${i}`);
    const result = graph.waves();
    expect('waves' in result && result.waves.get('v19999')).toBe(19_999);
  });
});
