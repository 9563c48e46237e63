import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Cluster } from '../fleet/cluster';
import { fleetOf } from '../fleet/declared-fleet';
import type { Environment } from '../fleet/environment';
import { clusterOf } from '../manifests/cluster-facts';
import { fail } from '../render/construct-error';

/** What a chart was declared for. */
export interface Place {
  readonly environment?: Environment;
  readonly cluster?: Cluster;
}

const places = new WeakMap<IConstruct, Place>();

/**
 * Says what a chart is for. A cluster says its environment too, and what is not said is that of the chart around it.
 *
 * @throws ConstructError when these contradict each other
 */
export function setPlace(chart: Chart, said: Place): void {
  const around = placeOf(chart);
  const cluster = said.cluster ?? around.cluster;
  const place = { cluster, environment: said.environment ?? said.cluster?.environment ?? around.environment };
  const problem = placeProblem(chart, place);
  if (problem !== undefined) throw fail(chart, problem);
  places.set(chart, place);
}

/** What a chart is for: what it says, or else the chart around it. */
export function placeOf(chart: IConstruct): Place {
  for (let c: IConstruct | undefined = chart; c; c = c.node.scope) {
    const place = places.get(c);
    if (place) return place;
  }
  return {};
}

function placeProblem(chart: Chart, { environment, cluster }: Place): string | undefined {
  if (environment && cluster?.environment && environment.name !== cluster.environment.name) {
    return `the chart is for the environment ${environment.name} and for the cluster ${cluster.name}, which belongs to ${cluster.environment.name}. ` +
      'leave out the environment, or name a cluster of it';
  }
  const fleet = fleetOf(chart);
  if (cluster && fleet && fleet.find(cluster.name) !== cluster) {
    return `the chart is for the cluster ${cluster.name}, which is not in the fleet of the app. add it to Fleet.of([...])`;
  }
  return undefined;
}

/** Why a chart must not be delivered to this cluster, if it was declared for another one. `cluster` is a name or a URL. */
export function misdelivery(chart: Chart, cluster: string): string | undefined {
  const place = placeOf(chart);
  if ((!place.cluster && !place.environment) || cluster === '' || cluster.includes('{{')) return undefined;
  const known = clusterIn(chart, cluster);
  if (place.cluster && !clusterOf([place.cluster], cluster) && (known || place.cluster.server !== undefined || !cluster.includes('://'))) {
    return `the chart is for the cluster ${place.cluster.name}, and an Application delivers it to ${known?.name ?? cluster}. ` +
      'give that Application the cluster of the chart, or declare a chart for the other cluster';
  }
  if (place.environment && known?.environment && known.environment.name !== place.environment.name) {
    return `the chart is for the environment ${place.environment.name}, and an Application delivers it to the cluster ${known.name} of ${known.environment.name}. ` +
      `give that Application a cluster of ${place.environment.name}, or declare a chart for ${known.environment.name}`;
  }
  return undefined;
}

/** One text for a cluster, whether it was named or its URL was given: the URL where the fleet knows it. */
export function canonicalCluster(chart: Chart, cluster: string): string {
  const known = clusterIn(chart, cluster);
  return known?.server ?? known?.name ?? cluster;
}

function clusterIn(chart: Chart, cluster: string): Cluster | undefined {
  return fleetOf(chart)?.find(cluster);
}
