import { ArgoChart, type ArgoChartProps, Cluster, Environment, Fleet, type FleetLabel, type FleetLabelValue, Repository, Source } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const staging = Environment.named('staging');
const production = Environment.named('production');
const eu = Cluster.registered({
  name: 'eu', server: 'https://eu.example.com', labels: { env: 'production', region: 'eu' }, environment: production,
});
const test = Cluster.registered({ name: 'test', server: 'https://test.example.com', labels: { env: 'staging' }, environment: staging });

interface WebProps extends ArgoChartProps {
  readonly environment: Environment<'staging' | 'production'>;
}

/** What differs is chosen for every environment. */
export class Web extends ArgoChart {
  public constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id, props);
    const { environment } = props;
    const replicas: number = environment.choose({ staging: 2, production: 10 });
    // @ts-expect-error production has no value
    environment.choose({ staging: 2 });
    // @ts-expect-error there is no such environment
    environment.choose({ staging: 2, production: 10, qa: 1 });
    const base = { replicas, image: { tag: 'v1' }, hosts: ['web.example.com'] };
    environment.overlay(base, { production: { image: { tag: 'v2' } } });
    // @ts-expect-error the field is `tag`
    environment.overlay(base, { production: { image: { tagg: 'v2' } } });
    // @ts-expect-error a tag is a text
    environment.overlay(base, { production: { image: { tag: 2 } } });
    // @ts-expect-error there is no such environment
    environment.overlay(base, { prod: { replicas: 3 } });
  }
}

/** A chart is made for environments that it knows. */
export function charts(scope: Construct): void {
  new Web(scope, 'Staging', { environment: staging });
  new Web(scope, 'Eu', { environment: eu.environment, cluster: eu });
  // @ts-expect-error the chart has no values for such an environment
  new Web(scope, 'Qa', { environment: Environment.named('qa') });
}

/** A fleet knows its labels. */
export function labels(): void {
  const fleet = Fleet.of([eu, test]);
  select(fleet, 'env', 'staging');
  // Some of its clusters have it.
  select(fleet, 'region', 'eu');
  // @ts-expect-error no cluster carries the label
  select(fleet, 'zone', 'a');
  // @ts-expect-error no cluster has this value
  select(fleet, 'env', 'prod');
  // Nobody knows the labels of the hub.
  select(Fleet.of([eu, Cluster.known({ name: 'hub' })]), 'zone', 'a');
}

function select<F extends Fleet, K extends FleetLabel<F>>(fleet: F, key: K, value: FleetLabelValue<F, K>): boolean {
  return fleet.clusters.some((cluster) => (cluster.labels as Readonly<Record<string, string>>)[key] === value);
}

/** Repositories are told apart. */
export function repositories(): void {
  Source.git({ repository: Repository.git({ url: 'https://git.example.com/org/web.git', revision: 'main' }), path: 'web' });
  // @ts-expect-error charts of Helm lie in no folder
  Source.git({ repository: Repository.helm({ url: 'https://charts.example.com' }), path: 'web' });
  // @ts-expect-error an artifact has no revision of Git
  Source.git({ repository: Repository.oci({ url: 'oci://registry.example.com/web' }), path: 'web' });
  // @ts-expect-error only Argo CD may have a cluster without a URL: Cluster.known
  Cluster.registered({ name: 'eu' });
}
