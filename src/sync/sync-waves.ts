import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { WAVE_ANNOTATION } from '../manifests/apply-order';
import { addAnnotations } from '../render/additions';
import { failHere } from '../render/construct-error';
import { Rendering } from '../render/rendering';
import { phaseOf } from './sync-hook';
import { syncNeedsOf } from './sync-needs';
import { WaveGraph } from './wave-graph';

/**
 * The order in which Argo CD applies the objects of a chart. Argo CD waits for the objects of a wave to be healthy before it
 * applies the next one. As soon as a chart has an order, what a rollout needs (Services, routes, checks) comes a wave before it.
 */
export class SyncWaves {
  /** The waves of the chart that this construct stands in. */
  public static of(scope: IConstruct): SyncWaves {
    const chart = Chart.of(scope);
    let waves = byChart.get(chart);
    if (!waves) {
      waves = new SyncWaves(chart);
      byChart.set(chart, waves);
      addAnnotations(chart, 'sync-waves', (object) => byChart.get(object.chart)?.annotationsOf(object));
    }
    return waves;
  }

  private readonly orders: { readonly before: IConstruct; readonly after: IConstruct }[] = [];
  private readonly planned = new WeakMap<Rendering, ReadonlyMap<ApiObject, number>>();

  private constructor(private readonly chart: Chart) {
    chart.node.addValidation({ validate: () => this.problems() });
  }

  /** Applies the constructs, or groups of them, one after another. */
  public sequence(...constructs: readonly IConstruct[]): this {
    for (let i = 1; i < constructs.length; i++) this.syncAfter(constructs[i]!, constructs[i - 1]!);
    return this;
  }

  /** Applies `construct` once `earlier` is healthy. */
  public syncAfter(construct: IConstruct, earlier: IConstruct): this {
    for (const c of [construct, earlier]) {
      if (Chart.of(c) !== this.chart) {
        throw failHere(c, `the construct stands in the chart ${Chart.of(c).node.path}, and waves order the objects of one chart (${this.chart.node.path}). ` +
          'order the Applications that deliver the two charts instead');
      }
    }
    this.orders.push({ before: earlier, after: construct });
    return this;
  }

  private annotationsOf(object: ApiObject): Readonly<Record<string, string>> | undefined {
    if (this.orders.length === 0) return undefined;
    const wave = this.plan().get(object) ?? 0;
    return wave === 0 ? undefined : { [WAVE_ANNOTATION]: String(wave) };
  }

  private plan(): ReadonlyMap<ApiObject, number> {
    const rendering = Rendering.current(this.chart);
    let plan = this.planned.get(rendering);
    if (!plan) {
      const objects = rendering.objectsOf(this.chart);
      const result = this.graphOf(objects).waves();
      // A cycle is reported by the validation; without waves the objects still render, and other findings show.
      plan = 'cycle' in result ? new Map() : new Map(objects.map((object) => [object, result.waves.get(object.node.path) ?? 0]));
      this.planned.set(rendering, plan);
    }
    return plan;
  }

  private graphOf(objects: readonly ApiObject[]): WaveGraph {
    const graph = new WaveGraph();
    const inChart = new Set(objects);
    for (const object of objects) {
      const autoscaled = autoscalerTargetOf(object);
      // An HPA ahead of its rollout turns Degraded, one behind it waits for a paused rollout: it goes with it.
      if (autoscaled) graph.addEdge(autoscaled.node.path, object.node.path, 0);
      for (const needed of syncNeedsOf(object)) {
        if (inChart.has(needed) && !autoscalerTargetOf(needed)) graph.addEdge(needed.node.path, object.node.path);
      }
    }
    for (const { before, after } of this.orders) {
      // A group costs one vertex at each end, not an edge for every pair of objects.
      for (const object of objectsBelow(before)) graph.addEdge(object.node.path, `${before.node.path}${END}`, 0);
      graph.addEdge(`${before.node.path}${END}`, `${after.node.path}${BEGIN}`);
      for (const object of objectsBelow(after)) graph.addEdge(`${after.node.path}${BEGIN}`, object.node.path, 0);
    }
    return graph;
  }

  private problems(): string[] {
    const result = this.graphOf(Rendering.current(this.chart).objectsOf(this.chart)).waves();
    if (!('cycle' in result)) return this.orders.flatMap(({ before, after }) => againstThePhases(before, after));
    // The groups say it in the user's words; the objects between their ends are left out.
    const groups = result.cycle.filter((vertex) => vertex.includes('#')).map((vertex) => vertex.slice(0, vertex.indexOf('#')));
    const path = groups.filter((group, i) => i === 0 || group !== groups[i - 1]);
    if (path[0] !== path[path.length - 1]) path.push(path[0]!);
    return [`the order goes round in a circle: ${path.join(' -> ')}. take out one of these orders`];
  }
}

const BEGIN = '#begin';
const END = '#end';

const byChart = new WeakMap<Chart, SyncWaves>();

// Waves order the objects of a phase; the phases come first.
function againstThePhases(before: IConstruct, after: IConstruct): string[] {
  const latest = Math.max(...objectsBelow(before).map(phaseOf));
  const early = objectsBelow(after).find((object) => phaseOf(object) < latest);
  if (!early) return [];
  return [`${after.node.path} is to come after ${before.node.path}, but ${early.kind}/${early.name} is a hook that runs before it. ` +
    `take out the order, or make ${before.node.path} a hook of the same phase`];
}

function objectsBelow(construct: IConstruct): ApiObject[] {
  return construct.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
}

// cdk8s-plus, and so do we, keeps the target on the autoscaler's construct, one above the object.
function autoscalerTargetOf(object: ApiObject): ApiObject | undefined {
  if (object.kind !== 'HorizontalPodAutoscaler' && object.kind !== 'ScaledObject') return undefined;
  const { target } = (object.node.scope ?? {}) as { readonly target?: IConstruct };
  const found = target?.node?.defaultChild;
  return found && ApiObject.isApiObject(found) ? (found) : undefined;
}
