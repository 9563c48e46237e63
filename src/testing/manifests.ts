import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { assertValid } from '../app/check';
import type { JsonObject } from '../manifests/json';
import { describe, idOf, type Manifest } from '../manifests/manifest';
import { Rendering } from '../render/rendering';
import { differences } from './differences';
import { describeDifference, listed } from './mismatch';

interface Entry {
  readonly manifest: Manifest;
  /** `Rollout/shop/web`. */
  readonly label: string;
}

/**
 * The manifests of an app or a chart, with assertions that say what came closest when they fail.
 *
 * @example
 *   const manifests = Manifests.of(chart);
 *   manifests.resourceCountIs('Service', 2);
 *   manifests.hasResource('Rollout', { spec: { strategy: { canary: { canaryService: 'web-canary' } } } });
 */
export class Manifests {
  /**
   * Renders an app, or a chart with the charts in it. Throws the report when validation finds errors: what a synth would
   * refuse is not worth a test. To test that something is refused, look at `app.check().findings`.
   */
  public static of(scope: IConstruct): Manifests {
    return Rendering.during(scope.node.root, (rendering) => {
      assertValid(scope.node.root);
      const charts = rendering.charts.filter((chart) => chart.node.scopes.includes(scope));
      return new Manifests(charts.flatMap((chart) => rendering.manifestsOf(chart).map((manifest) => entryOf(chart, manifest))));
    });
  }

  private constructor(private readonly entries: readonly Entry[]) {}

  /** Every manifest, in the order of the constructs. */
  public get all(): readonly Manifest[] {
    return this.entries.map((entry) => entry.manifest);
  }

  /** The manifests of a kind that are like `wanted`, by default all of the kind. */
  public findAll(kind: string, wanted: JsonObject = {}): readonly Manifest[] {
    return this.ofKind(kind).map((entry) => entry.manifest).filter((manifest) => differences(wanted, manifest).length === 0);
  }

  /** The one manifest of a kind and name. Throws when there is none or more than one. */
  public find(kind: string, name: string): Manifest {
    const named = this.ofKind(kind).filter((entry) => entry.manifest.metadata.name === name);
    if (named.length > 1) {
      throw new Error(`${named.length} objects are ${kind}/${name}: ${listed(named.map((entry) => entry.label))}. ` +
        'ask the chart that has the one you mean: Manifests.of(chart)');
    }
    if (!named[0]) throw new Error(`there is no ${kind}/${name}. ${this.inventory(kind)}`);
    return named[0].manifest;
  }

  /**
   * Asserts that an object of the kind is like `wanted`: fields that are not named may be there, lists have to have the same
   * length, and a field that is `undefined` must be absent.
   */
  public hasResource(kind: string, wanted: JsonObject): void {
    const candidates = this.ofKind(kind).map(({ manifest, label }) => ({ label, found: differences(wanted, manifest) }));
    if (candidates.length === 0) throw new Error(`there is no ${kind}. ${this.inventory(kind)}`);
    // The sort is stable, so of equally close ones it is the first.
    const [closest] = candidates.sort((a, b) => a.found.length - b.found.length);
    if (closest!.found.length === 0) return;
    const among = candidates.length > 1 ? `the closest of ${candidates.length} is ${closest!.label}` : `there is only ${closest!.label}`;
    throw new Error([`no ${kind} is as wanted. ${among}, where`, ...closest!.found.map((d) => `  ${describeDifference(d)}`)].join('\n'));
  }

  /** Asserts how many objects of the kind there are. */
  public resourceCountIs(kind: string, count: number): void {
    const found = this.ofKind(kind);
    if (found.length !== count) throw new Error(`${found.length} ${kind} found, ${count} wanted. ${this.inventory(kind)}`);
  }

  private ofKind(kind: string): readonly Entry[] {
    return this.entries.filter((entry) => entry.manifest.kind === kind);
  }

  private inventory(kind: string): string {
    const same = this.ofKind(kind).map((entry) => entry.label);
    if (same.length > 0) return `there are: ${listed(same)}`;
    const kinds = [...new Set(this.entries.map((entry) => entry.manifest.kind))];
    return kinds.length > 0 ? `the kinds are: ${listed(kinds)}` : 'there are no objects at all';
  }
}

function entryOf(chart: Chart, manifest: Manifest): Entry {
  return { manifest, label: describe(idOf(manifest, chart.namespace)) };
}
