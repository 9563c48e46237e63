import { Application, type ArgoChart, Destination, Source, SyncOption, SyncPolicy } from 'cdk8s-argo';
import { gitopsConfig } from './fleet';

/**
 * A Helm chart with the values of production. To deploy is to commit: a pipeline writes `image.tag` into
 * `environments/production/api-service-values.yaml`. Its step cloned and pushed without a login, failed when the tag was there already
 * (a commit without changes), and lost against another push; it needs a token, a look at `git diff`, and a pull before each try.
 */
export function gitopsThatWorksApplication(scope: ArgoChart): void {
  new Application(scope, 'ApiService', {
    source: Source.git({
      repository: gitopsConfig,
      path: 'charts/api-service',
      helm: { valueFiles: ['../../environments/production/api-service-values.yaml'] },
    }),
    destination: Destination.inCluster('production'),
    syncPolicy: SyncPolicy.automated({ prune: true, createNamespace: true, syncOptions: [SyncOption.serverSideApply()] }),
    // Argo Rollouts writes a hash into the selectors of the canary's Services, and each server-side apply would have taken it out: requests
    // would have gone to pods of both versions. With an Application of a chart of this program this is derived; of a Helm chart that
    // somebody else renders nobody here knows what is in it. With an entry the sync leaves the field alone too.
    ignoreDifferences: [{ kind: 'Service', jsonPointers: ['/spec/selector/rollouts-pod-template-hash'] }],
    cascadeDeletion: true,
  });
}
