import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { WAVE_ANNOTATION } from '../manifests/apply-order';
import { capturedFrame } from '../manifests/user-frame';
import { addAnnotations } from '../render/additions';
import { failHere } from '../render/construct-error';
import { Rendering } from '../render/rendering';
import { companionWaves, isCompanionKind } from './companion-waves';
import { countDependencies, declareChartOrder, unkeptDependencies } from './cross-chart-order';
import { dependenciesOf } from './declared-dependencies';
import { healthChecksOf } from './declared-health';
import { byChartOf } from './groups-by-chart';
import { KindOrder } from './kind-order';
import { renderedProblems } from './rendered-order';
import { chartAround, chartOf, constructsOf, objectsOf, type SyncGroup, type SyncOrder } from './sync-group';
import { planWaves, type WavePlan } from './wave-plan';

/**
 * The order in which Argo CD applies the objects of a chart. Argo CD waits for the objects of a wave to be healthy before it
 * applies the next one. As soon as a chart has an order, what a rollout needs (Services, routes, checks) comes a wave before it, and
 * dependencies that were declared for cdk8s (`addDependency`) count too. Without an order the routes and checks of a rollout come a wave
 * before it where a hook or a wave in an annotation makes Argo CD wait for it.
 *
 * Hooks are ordered among those of their phase, and each phase begins with wave 0 again.
 */
export class SyncWaves {
  /** The waves of the chart that this construct stands in. */
  public static of(scope: IConstruct): SyncWaves {
    const waves = SyncWaves._of(chartOf(scope));
    if (!waves.countsDependencies) countDependencies(waves.chart);
    waves.countsDependencies = true;
    return waves;
  }

  /** The waves of what a rollout needs, while nobody has asked for an order of its chart. @internal */
  public static _ofRollout({ chart }: ApiObject): void {
    SyncWaves._of(chart);
    Rendering.forget(chart);
  }

  /** The same, while nobody has asked for an order of the chart. @internal */
  public static _of(chart: Chart): SyncWaves {
    let waves = byChart.get(chart);
    if (!waves) {
      waves = new SyncWaves(chart);
      byChart.set(chart, waves);
      addAnnotations(chart, 'sync-waves', (object) => byChart.get(object.chart)?.annotationsOf(object));
    }
    return waves;
  }

  private readonly orders: SyncOrder[] = [];
  private readonly laterOrders: (() => readonly SyncOrder[])[] = [];
  private readonly pins = new Map<IConstruct, number>();
  private readonly pinLines = new Map<IConstruct, () => string | undefined>();
  private planned = new WeakMap<Rendering, WavePlan>();
  private countsDependencies = false;
  private usesKindOrder = false;
  private isPlanning = false;

  private constructor(private readonly chart: Chart) {
    chart.node.addValidation({ validate: () => [...this.problems(), ...this.countsDependencies ? unkeptDependencies(chart) : []] });
  }

  /** Applies the groups one after another: constructs, with everything below them, or lists of constructs. */
  public sequence(...groups: readonly SyncGroup[]): this {
    const said = capturedFrame();
    const filled = groups.filter((group) => constructsOf(group).length > 0);
    for (let i = 1; i < filled.length; i++) order(filled[i]!, filled[i - 1]!, said);
    return this;
  }

  /**
   * Applies a group once an earlier one is healthy. Constructs of another chart belong to another Application: then the Applications
   * are ordered, as far as one `AppOfApps` or one ApplicationSet with `rollingSync` delivers both charts. Where nothing does, it is an
   * error.
   */
  public syncAfter(group: SyncGroup, earlier: SyncGroup): this {
    order(group, earlier, capturedFrame());
    return this;
  }

  /**
   * Keeps everything of a construct out of the waves below this one. It is a floor: what comes after objects of this wave or a later
   * one is lifted above them. What nobody pins begins with wave 0, so a negative wave is for what comes before all the rest; when such a
   * construct has to follow something of wave 0, it is an error.
   */
  public pin(construct: IConstruct, wave: number): this {
    if (!Number.isSafeInteger(wave)) throw failHere(construct, `the wave is ${wave}. give a whole number; it may be negative`);
    const chart = chartOf(construct);
    if (chart !== this.chart) return this.refusePin(construct, chart);
    const known = this.pins.get(construct);
    if (known !== undefined && known !== wave) throw failHere(construct, `the construct is pinned to wave ${known} already, and now to ${wave}. pin it once`);
    this.pins.set(construct, wave);
    this.pinLines.set(construct, capturedFrame());
    this.planned = new WeakMap();
    return this;
  }

  /**
   * Spends no wave where Argo CD keeps the order by itself: within a wave it applies kinds in an order of its own, such as ConfigMaps
   * before Deployments, and kinds that it does not list last and by name. Only what has no health to wait for may come so, such as
   * ConfigMaps, Secrets, roles and Services without a load balancer. Fewer waves are a faster sync; nothing is waited for between these.
   *
   * @see gitops-engine/pkg/sync/sync_tasks.go in argoproj/argo-cd
   */
  public useKindOrder(): this {
    this.usesKindOrder = true;
    this.planned = new WeakMap();
    return this;
  }

  /** Adds an order of constructs of the chart. @internal */
  public _addOrder(order: SyncOrder): void {
    this.orders.push(order);
    // A program may render a chart and go on.
    this.planned = new WeakMap();
  }

  /** Adds orders that are known when everything is declared. @internal */
  public _addLater(orders: () => readonly SyncOrder[]): void {
    this.laterOrders.push(orders);
  }

  private refusePin(construct: IConstruct, chart: Chart): never {
    throw failHere(construct, `the construct stands in the chart ${chart.node.path}, and these are the waves of ${this.chart.node.path}. ` +
      'pin it with SyncWaves.of(construct)');
  }

  private annotationsOf(object: ApiObject): Readonly<Record<string, string>> | undefined {
    // While waves are planned objects are read as they are without them.
    if (this.isPlanning || (!this.isAsked() && !isCompanionKind(object))) return undefined;
    const wave = this.plan().waves.get(object);
    return wave === undefined ? undefined : { [WAVE_ANNOTATION]: String(wave) };
  }

  private isAsked(): boolean {
    return this.countsDependencies || this.orders.length > 0 || this.laterOrders.length > 0 || this.pins.size > 0;
  }

  private plan(): WavePlan {
    // A plain app asks object by object. While nobody has asked for an order, what changes the plan forgets the rendering.
    const rendering = (this.isAsked() ? undefined : Rendering.known(this.chart)) ?? Rendering.current(this.chart);
    let plan = this.planned.get(rendering);
    if (!plan) {
      this.isPlanning = true;
      try {
        plan = this.newPlan(objectsOf([this.chart]));
      } finally {
        this.isPlanning = false;
      }
      this.planned.set(rendering, plan);
    }
    return plan;
  }

  private newPlan(objects: readonly ApiObject[]): WavePlan {
    const orders = this.allOrders();
    const kindOrder = this.usesKindOrder ? new KindOrder(healthChecksOf(this.chart)) : undefined;
    if (orders.length === 0 && this.pins.size === 0) return { waves: companionWaves(objects, kindOrder), problems: [] };
    return planWaves(objects, { orders, pins: this.pins, pinLines: this.pinLines, kindOrder });
  }

  private problems(): readonly string[] {
    if (!this.isAsked()) return [];
    const { problems } = this.plan();
    return problems.length > 0 ? problems : renderedProblems(Rendering.current(this.chart), this.allOrders(), this.usesKindOrder);
  }

  private allOrders(): readonly SyncOrder[] {
    return [...this.orders, ...this.laterOrders.flatMap((later) => later()), ...this.dependencies()];
  }

  private dependencies(): readonly SyncOrder[] {
    if (!this.countsDependencies) return [];
    return dependenciesOf(this.chart)
      .filter(({ before, after }) => after !== this.chart && before !== this.chart && chartAround(before) === this.chart)
      .map(({ before, after }) => ({ before: [before], after: [after], said: () => 'by addDependency' }));
  }
}

const byChart = new WeakMap<Chart, SyncWaves>();

function order(group: SyncGroup, earlier: SyncGroup, said: () => string | undefined): void {
  const [after, before] = [byChartOf(group), byChartOf(earlier)];
  for (const [chart, followers] of after) {
    for (const [other, constructs] of before) {
      if (chart === other) SyncWaves.of(chart)._addOrder({ before: constructs, after: followers, said });
      else declareChartOrder({ before: constructs, after: followers, said });
    }
  }
}
