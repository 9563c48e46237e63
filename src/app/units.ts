import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { NameAffixes, Unit } from '../manifests/unit';
import { fail, failHere } from '../render/construct-error';
import { kebab } from '../render/object-name';
import { Rendering } from '../render/rendering';
import { segmentsProblem } from './folder-segments';
import { type ChartPlacement, layoutOf } from './layout';
import { canonicalCluster, misdelivery, placeOf } from './place';

const folders = new WeakMap<Chart, string>();
const clusters = new WeakMap<Chart, Set<string>>();
const affixes = new WeakMap<Chart, NameAffixes>();

/** The folder of a chart below the output folder, which is also the id of its unit. */
export function folderOf(chart: Chart): string {
  const given = folders.get(chart);
  if (given !== undefined) return given;
  const ids: string[] = [];
  for (let c: IConstruct | undefined = chart; c?.node.scope; c = c.node.scope) ids.unshift(kebab(c.node.id));
  const { environment, cluster } = placeOf(chart);
  const place = [environment?.name, cluster?.nameNormalized];
  const placement: ChartPlacement = {
    environment: place[0], cluster: place[1], chart: ids.filter((id) => !place.includes(id)).join('-') || 'app', namespace: chart.namespace,
  };
  const { folder = byPlace } = layoutOf(chart);
  const segments = folder(placement);
  const problem = segmentsProblem(segments);
  if (problem !== undefined) throw fail(chart, problem);
  return segments.filter((segment) => segment !== undefined).join('/');
}

function byPlace({ environment, cluster, chart }: ChartPlacement): readonly (string | undefined)[] {
  return [environment, cluster, chart];
}

/** Gives a chart a folder other than that of its ids. */
export function setFolder(chart: Chart, folder: string): void {
  Rendering.forget(chart);
  folders.set(chart, folder);
}

/** Says that the objects of a chart are applied under other names. */
export function setAffixes(chart: Chart, around: NameAffixes): void {
  affixes.set(chart, around);
}

/** The unit of a chart: what one Application deploys. */
export function unitOf(chart: Chart): Unit {
  const { cluster: own } = placeOf(chart);
  const delivered = clusters.get(chart) ?? (own ? [own.server ?? own.name] : []);
  const [cluster = '', ...others] = new Set([...delivered].map((name) => canonicalCluster(chart, name)));
  const around = affixes.get(chart);
  return {
    id: folderOf(chart),
    namespace: chart.namespace ?? '',
    destination: { cluster: others.length > 0 || cluster.includes('{{') ? '' : cluster },
    ...(around && { affixes: around }),
  };
}

/** Whether an Application of this app delivers the chart by itself, and not by the text of its path. */
export function isDelivered(chart: Chart): boolean {
  return clusters.has(chart);
}

/**
 * Remembers the cluster that an Application delivers a chart to. A chart of several clusters belongs to none of them.
 *
 * @throws ConstructError when the chart was declared for another cluster or environment
 */
export function deliveredTo(chart: Chart, cluster: string): void {
  const problem = misdelivery(chart, cluster);
  if (problem !== undefined) throw failHere(chart, problem);
  clusters.set(chart, (clusters.get(chart) ?? new Set()).add(cluster));
}
