import { AppProject, ArgoChart, Cluster, DestinationPattern, Destination, Environment, Fleet, type GitRepository, Repository } from 'cdk8s-argo';
import { TestApp } from 'cdk8s-argo/testing';
import * as fc from 'fast-check';

/** What the parts of a program have in common. */
export interface World {
  readonly app: TestApp;
  /** The chart that Argo CD's own objects stand in. */
  readonly argocd: ArgoChart;
  readonly clusters: readonly Cluster[];
  readonly fleet: Fleet<Cluster<{ readonly env: string; readonly region: string }>>;
  /** Whether the app knows the fleet: without it any cluster may exist. */
  readonly declared: boolean;
  /** The repository that the program is committed to, and one that people write. */
  readonly written: GitRepository;
  readonly byHand: GitRepository;
  /** A project that permits what the Applications of the program do, and no more. */
  readonly project: AppProject | 'default';
}

/** A part of a program, under an id that no other part has. */
export type Part = (world: World, id: string) => void;

export const charts = Repository.helm({ url: 'https://charts.example.com/stable' });
export const registry = Repository.helm({ url: 'registry.example.com/charts' });
export const artifact = Repository.oci({ url: 'oci://registry.example.com/shop/status' });

const environments = [Environment.named('staging'), Environment.named('production')] as const;

interface ClusterPlan {
  readonly environment: (typeof environments)[number];
  readonly region: string;
  readonly sort: 'registered' | 'known';
  readonly tier: string | undefined;
}

const clusterPlan: fc.Arbitrary<ClusterPlan> = fc.record({
  environment: fc.constantFrom(...environments),
  region: fc.constantFrom('eu', 'us'),
  sort: fc.constantFrom('registered', 'registered', 'known'),
  tier: fc.constantFrom(undefined, 'gold'),
});

function clusterOf({ environment, region, sort, tier }: ClusterPlan, i: number): Cluster {
  const labels = { env: environment.name, region, ...(tier && { tier }) };
  const props = { name: `${region}-${environment.name}-${i}`, labels, environment };
  if (sort === 'known') return Cluster.known(props);
  return Cluster.registered({ ...props, server: `https://${props.name}.example.com:6443`, annotations: { 'example.com/owner': 'team-shop' } });
}

interface WorldPlan {
  readonly clusters: readonly ClusterPlan[];
  readonly declared: boolean;
  readonly root: string;
  readonly project: boolean;
  readonly keep: boolean;
}

const worldPlan: fc.Arbitrary<WorldPlan> = fc.record({
  // One of each environment at least, for selectors to find.
  clusters: fc.array(clusterPlan, { minLength: 2, maxLength: 5 }).map((plans) => plans.map((plan, i) => (i < 2 ? { ...plan, environment: environments[i]!, region: (['eu', 'us'] as const)[i]! } : plan))),
  // Without a fleet any cluster may exist, and rules have less to go by.
  declared: fc.constantFrom(true, true, true, false),
  root: fc.constantFrom('', 'dist', 'deploy/yaml'),
  project: fc.constantFrom(true, true, false),
  keep: fc.boolean(),
});

function worldOf(plan: WorldPlan): World {
  const clusters = plan.clusters.map(clusterOf);
  const fleet = Fleet.of(clusters) as World['fleet'];
  const app = new TestApp(plan.declared ? { fleet } : {});
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  const written = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: plan.root });
  const byHand = Repository.git({ url: 'https://git.example.com/shop/platform.git', revision: 'main' });
  const project = plan.project ? projectOf(new ArgoChart(app, 'projects', { namespace: 'argocd' }), clusters, plan.keep) : 'default';
  return { app, argocd, clusters, fleet, declared: plan.declared, written, byHand, project };
}

function projectOf(scope: ArgoChart, clusters: readonly Cluster[], keepWhileUsed: boolean): AppProject {
  return new AppProject(scope, 'shop', {
    sourceRepositories: ['https://git.example.com/**', 'https://charts.example.com/**', 'registry.example.com/charts', 'oci://registry.example.com/**'],
    destinations: [
      DestinationPattern.namespaces(Destination.inCluster(), 'argocd', 'team-*'),
      ...clusters.map((cluster) => DestinationPattern.namespaces(Destination.cluster(cluster), 'team-*')),
      ...clusters.flatMap(({ server }) => server === undefined ? [] : [DestinationPattern.namespaces(Destination.server(server), 'team-*')]),
    ],
    clusterResources: [{ group: '', kind: 'Namespace' }, { group: 'argoproj.io', kind: 'Cluster*' }],
    keepWhileUsed,
  });
}

/** Random fleets, with what every program has. */
export const WORLDS: fc.Arbitrary<() => World> = worldPlan.map((plan) => () => worldOf(plan));

/** A destination that the project of the world permits. */
export function destinationIn({ clusters }: World, pick: number, by: 'name' | 'server' | 'in-cluster', namespace: string | undefined): Destination {
  const cluster = clusters[pick % clusters.length]!;
  if (by === 'in-cluster') return Destination.inCluster(namespace);
  if (by === 'name' || cluster.server === undefined) return Destination.cluster(cluster, namespace);
  return Destination.server(cluster.server, namespace);
}
