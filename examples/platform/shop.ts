import { type AppOfApps, type AppProject, type ChildApplication, Destination, Generator, MultiClusterAppSet, Source, SyncPolicy } from 'cdk8s-argo';
import { Construct } from 'constructs';
import { Shop } from '../shop/shop';
import { type AnyEnvironment, environments, fleet } from './fleet';
import { releaseOrder } from './infrastructure';
import { manifests } from './repositories';

/** The shop of the other example, once for each environment: what differs is said here and nowhere else. */
export function shopCharts(scope: Construct): void {
  environments.forEach((environment: AnyEnvironment) => new Shop(new Construct(scope, environment.name), 'shop', {
    environment,
    host: environment.choose({ dev: 'shop.dev.example.com', staging: 'shop.staging.example.com', production: 'shop.example.com' }),
    replicas: environment.choose({ dev: 1, staging: 2, production: 12 }),
    image: '4.2.0',
  }));
}

/** The shop on every cluster: each gets the folder of its environment, and production waits for staging. */
export function shopOnEveryCluster(platform: AppOfApps, project: AppProject): ChildApplication {
  return platform.add(new MultiClusterAppSet(platform.applications, 'shop', {
    generators: [Generator.clusters({ fleet })],
    template: (p) => ({
      name: `shop-${p.nameNormalized}`,
      labels: { environment: p.label('environment') },
      source: Source.git({ repository: manifests, path: `${p.label('environment')}/shop` }),
      destination: Destination.cluster(p.name, 'shop'),
      project,
      syncPolicy: SyncPolicy.manual({ createNamespace: true }),
    }),
    rollingSync: releaseOrder,
  }));
}
