import { Application, Destination, type Environment, Source, SyncOption, SyncPolicy } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { charts, platform } from './repositories';

const defaults = { replicas: 2, resources: { requests: { cpu: '100m', memory: '128Mi' } }, ingress: { enabled: true, host: 'cache.example.com' } };

/** A chart of a Helm repository, with values that differ from environment to environment. */
export function cache(scope: Construct, environment: Environment<'staging' | 'production'>): Application {
  return new Application(scope, 'Cache', {
    source: Source.helmChart({
      repository: charts, chart: 'cache', version: '4.2.x',
      helm: {
        releaseName: 'cache',
        values: environment.overlay(defaults, {
          staging: { replicas: 1 },
          production: { resources: { requests: { cpu: '1' } } },
        }),
        parameters: { 'image.tag': '20260401' },
        skipTests: true,
      },
    }),
    destination: Destination.inCluster('cache'),
    syncPolicy: SyncPolicy.automated({
      prune: true,
      syncOptions: [SyncOption.createNamespace({ labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } }), SyncOption.serverSideApply()],
    }),
  });
}

/** A chart of others with values from a repository of ours. A null takes a default of the chart away. */
export function certificates(scope: Construct): Application {
  const values = Source.ref('values', platform);
  return new Application(scope, 'Certificates', {
    sources: [
      Source.helmChart({
        repository: charts, chart: 'cert-manager', version: '>=1.16.0 <2.0.0', name: 'chart',
        helm: { valueFiles: [values.file('certificates/values.yaml')], values: { prometheus: { servicemonitor: null } } },
      }),
      values,
    ],
    destination: Destination.inCluster('cert-manager'),
  });
}
