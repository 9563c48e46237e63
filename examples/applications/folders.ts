import { Application, Destination, Retry, Source, SyncOption, SyncPolicy } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { artifact, platform } from './repositories';

/** A folder that Kustomize builds, with images and patches of this Application. */
export function search(scope: Construct): Application {
  return new Application(scope, 'Search', {
    source: Source.git({
      repository: platform, path: 'search/overlays/production',
      kustomize: {
        images: { search: { name: 'registry.example.com/search', tag: '5.1.2' } },
        replicas: { search: 4 },
        components: ['../../components/tracing'],
        patches: [{ target: { kind: 'Deployment', name: 'search' }, patch: [{ op: 'replace', path: '/spec/revisionHistoryLimit', value: 3 }] }],
        commonLabels: { team: 'search' }, labelWithoutSelector: true,
      },
    }),
    destination: Destination.cluster('production', 'search'),
    syncPolicy: SyncPolicy.manual({ syncOptions: [SyncOption.failOnSharedResource(), SyncOption.confirmPrune()] }),
    manifestGeneratePaths: ['.', '/search/base', '/search/components'],
    info: { owner: 'team-search', runbook: 'https://runbooks.example.com/search' },
  });
}

/** A folder of plain files and Jsonnet. */
export function dashboards(scope: Construct): Application {
  return new Application(scope, 'Dashboards', {
    source: Source.git({
      repository: platform, path: 'dashboards', revision: '2.x', tagPrefix: 'dashboards-',
      directory: {
        recurse: true, include: ['*.yaml', '*.jsonnet'], exclude: 'draft-*',
        jsonnet: { extVars: { environment: 'production', panels: { code: '4 * 3' } }, libs: ['vendor'] },
      },
    }),
    destination: Destination.inCluster('monitoring'),
    syncPolicy: SyncPolicy.automated({ prune: true, retry: Retry.times(10, { backoff: { maxDuration: '10m' }, refresh: true }) }),
    revisionHistoryLimit: 3,
  });
}

/** A folder that a plugin renders. */
export function policies(scope: Construct): Application {
  return new Application(scope, 'Policies', {
    source: Source.git({ repository: platform, path: 'policies', plugin: { name: 'cue-v1', env: { ENVIRONMENT: 'production' }, parameters: { packages: ['base', 'pods'] } } }),
    destination: Destination.inCluster('policies'),
    // What a plugin renders is looked at by a person first.
    syncPolicy: SyncPolicy.manual({ retry: Retry.never() }),
    links: { plugin: 'https://plugins.example.com/cue' },
  });
}

/** Manifests from a registry, without a Git repository. */
export function status(scope: Construct): Application {
  return new Application(scope, 'Status', {
    source: Source.oci({ repository: artifact, revision: '1.x', path: 'status' }),
    destination: Destination.server('https://eu.example.com:6443', 'status'),
    compareOptions: { serverSideDiff: true },
    notice: { content: 'moves to the new cluster in May', severity: 'warning', url: 'https://wiki.example.com/status' },
  });
}

/** Manifests that Argo CD renders ahead and commits, so that a pull request shows what changes in the cluster. */
export function billing(scope: Construct): Application {
  return new Application(scope, 'Billing', {
    sourceHydrator: {
      drySource: { repository: platform, path: 'billing', helm: { valueFiles: ['values-production.yaml'] } },
      syncSource: { targetBranch: 'environments/production', path: 'billing' },
      hydrateTo: { targetBranch: 'environments/production-next' },
    },
    destination: Destination.cluster('production', 'billing'),
    cascadeDeletion: 'background',
  });
}
