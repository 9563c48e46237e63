import { ApplicationSet, Destination, Generator, GoTemplate, Repository, Source, SyncPolicy } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const tokenRef = { secretName: 'scm-token', key: 'token' };

/** Every repository of an organization that has a folder to deploy. */
export function scmProvider(scope: Construct): void {
  new ApplicationSet(scope, 'Services', {
    generators: [Generator.scmProvider({
      github: { organization: 'shop', tokenRef, excludeArchivedRepos: true },
      filters: [{ repositoryMatch: '^service-', pathsExist: ['deploy/kustomization.yaml'] }],
      cloneProtocol: 'https',
    })],
    template: (p) => ({
      name: GoTemplate.normalize(p.repository),
      source: Source.git({ repository: Repository.git({ url: p.url, revision: p.branch }), path: 'deploy' }),
      destination: Destination.inCluster(GoTemplate.slugify(p.repository)),
      syncPolicy: SyncPolicy.automated({ createNamespace: true }),
    }),
  });
}

/** A preview for each open pull request, which goes with everything in it when the pull request does. */
export function pullRequest(scope: Construct): void {
  const web = Repository.git({ url: 'https://git.example.com/shop/web.git', revision: 'main' });
  new ApplicationSet(scope, 'Previews', {
    generators: [Generator.pullRequest({
      gitlab: { project: 'shop/web', api: 'https://gitlab.example.com', labels: ['preview'], tokenRef },
      filters: [{ targetBranchMatch: '^main$' }],
      requeueAfter: '3m',
    })],
    template: (p) => ({
      name: `preview-${p.number}`,
      labels: { branch: p.branch_slug },
      source: Source.git({ repository: web, path: 'deploy/preview', revision: p.head_sha, kustomize: { nameSuffix: `-${p.number}` } }),
      destination: Destination.inCluster(`preview-${p.number}`),
      syncPolicy: SyncPolicy.automated({ createNamespace: true, prune: true }),
    }),
    cascadeDeletion: true,
  });
}
