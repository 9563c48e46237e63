import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isJsonObject } from '../manifests/json';
import type { Manifest } from '../manifests/manifest';
import { refuseNulls } from './lost-values';
import { isManifest, reasonOf, RenderFailure } from './render-failure';

/**
 * The JSON of a construct tree, each object rendered once however many passes look at it. It lives for one turn of the
 * program: `current()` forgets it in a microtask, or when constructs were added, since the tree may change any time.
 */
export class Rendering {
  /** The rendering of this construct's app that is under way, or a new one. */
  public static current(scope: IConstruct): Rendering {
    const root = scope.node.root;
    const known = current.get(root);
    // Nobody adds constructs while objects are rendered, so the tree is not counted for each of them.
    if (known && (known.pinned || known.active.size > 0 || known.constructs.length === countOf(root))) return known;
    const rendering = new Rendering(root);
    current.set(root, rendering);
    queueMicrotask(() => current.delete(root));
    return rendering;
  }

  /** The rendering of this construct's app that is under way, if there is one. */
  public static known(scope: IConstruct): Rendering | undefined {
    return current.get(scope.node.root);
  }

  /** Lets the next one who asks have a new rendering: something was said that may change what others render. */
  public static forget(scope: IConstruct): void {
    const { root } = scope.node;
    if (!current.get(root)?.pinned) current.delete(root);
  }

  /** A new rendering, which `current()` gives to everyone who asks while `work` runs. */
  public static during<T>(root: IConstruct, work: (rendering: Rendering) => T): T {
    const rendering = new Rendering(root);
    current.set(root, rendering);
    try {
      return rendering.hold(() => work(rendering));
    } finally {
      current.delete(root);
    }
  }

  /** Every construct, parents first. */
  public readonly constructs: readonly IConstruct[];
  private pinned = false;
  private readonly byChart = new Map<Chart, ApiObject[]>();
  private readonly rendered = new Map<ApiObject, Manifest | RenderFailure>();
  private readonly active = new Set<ApiObject>();

  private constructor(root: IConstruct) {
    const constructs: IConstruct[] = [];
    const visit = (construct: IConstruct, chart: Chart | undefined): void => {
      constructs.push(construct);
      const own = Chart.isChart(construct) ? (construct) : chart;
      if (own && own !== chart) this.byChart.set(own, []);
      if (own && ApiObject.isApiObject(construct)) this.byChart.get(own)!.push(construct);
      for (const child of construct.node.children) visit(child, own);
    };
    visit(root, undefined);
    this.constructs = constructs;
  }

  /** Does work that adds no constructs: `current()` gives this rendering to everyone who asks, and does not count the tree again. */
  public hold<T>(work: () => T): T {
    const before = this.pinned;
    this.pinned = true;
    try {
      return work();
    } finally {
      this.pinned = before;
    }
  }

  /** Charts in the order of the tree, nested ones after their parent. */
  public get charts(): readonly Chart[] {
    return [...this.byChart.keys()];
  }

  /** Objects whose nearest chart is this one. */
  public objectsOf(chart: Chart): readonly ApiObject[] {
    return this.byChart.get(chart) ?? [];
  }

  /** The object's JSON as cdk8s renders it, or why it could not be rendered. */
  public render(object: ApiObject): Manifest | RenderFailure {
    const known = this.rendered.get(object);
    if (known) return known;
    if (this.active.has(object)) {
      return new RenderFailure(object, 'the object is needed to render itself');
    }
    this.active.add(object);
    let result: Manifest | RenderFailure;
    try {
      result = manifestOf(object);
    } catch (error) {
      result = new RenderFailure(object, reasonOf(object, error));
    }
    this.active.delete(object);
    this.rendered.set(object, result);
    return result;
  }

  /** The manifests of a chart, without those that fail to render. */
  public manifestsOf(chart: Chart): Manifest[] {
    return this.objectsOf(chart).map((object) => this.render(object)).filter(isManifest);
  }
}

function countOf(construct: IConstruct): number {
  let count = 1;
  for (const child of construct.node.children) count += countOf(child);
  return count;
}

const current = new WeakMap<IConstruct, Rendering>();

function manifestOf(object: ApiObject): Manifest {
  const json = object.toJson() as Partial<Manifest>;
  refuseNulls(json);
  for (const field of ['apiVersion', 'kind'] as const) {
    if (typeof json[field] !== 'string' || json[field] === '') {
      throw new Error(`${field} is ${JSON.stringify(json[field]) ?? 'missing'}. every Kubernetes object has one, as text`);
    }
  }
  if (!isJsonObject(json.metadata)) throw new Error('metadata is missing. every Kubernetes object has one, with a name');
  return json as Manifest;
}
