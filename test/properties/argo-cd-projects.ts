import {
  Application, AppProject, ArgoChart, Destination, DestinationPattern, ProjectPolicy, ProjectRole, Source, SourceIntegrity, SyncWindow,
} from 'cdk8s-argo';
import * as fc from 'fast-check';
import { charts, type Part } from './argo-cd-world';

// Windows that differ only in what people may do in them are one to Argo CD.
const WINDOWS = fc.uniqueArray(fc.record({
  kind: fc.constantFrom('allow' as const, 'deny' as const),
  schedule: fc.constantFrom('0 22 * * *', '*/15 8-18 * * mon-fri', '30 4 1,15 * *', '0 0 18-24 dec *'),
  duration: fc.constantFrom('1h' as const, '90m' as const, '8h' as const),
  timeZone: fc.constantFrom(undefined, 'Europe/Berlin', 'America/New_York'),
  manualSync: fc.boolean(), andOperator: fc.boolean(), syncOverrun: fc.boolean(),
  about: fc.constantFrom({ applications: ['web-*', '*'] as const }, { namespaces: ['team-*'] as const }, { clusters: ['*-staging-*'] as const }),
}), { maxLength: 3, selector: ({ manualSync: _manualSync, syncOverrun: _syncOverrun, ...same }) => JSON.stringify(same) })
  .map((windows) => windows.map(({ kind, about, ...rest }) => SyncWindow[kind]({ ...rest, ...about })));

const POLICIES = fc.subarray([
  ProjectPolicy.allow('sync', 'applications', '*'), ProjectPolicy.allow('get', 'logs', '*'),
  ProjectPolicy.deny('delete', 'applications', 'web-*'), ProjectPolicy.allow('action/argoproj.io/Rollout/resume', 'applications', '*'),
  ProjectPolicy.allow('update/*', 'applications', '*'), ProjectPolicy.allow('get', 'applicationsets', '*'), ProjectPolicy.allow('*', 'repositories', '*'),
]).map((more): readonly ProjectPolicy[] => [ProjectPolicy.allow('get', 'applications', '*'), ...more]);

const ROLE = fc.record({ policies: POLICIES, groups: fc.subarray(['shop:developers', 'CN=admins, OU=ops', 'platform']), token: fc.boolean() });

const REST = fc.record({
  description: fc.constant('what the team runs'),
  deniedClusterResources: fc.constant([{ group: 'rbac.authorization.k8s.io', kind: 'ClusterRole*' }]),
  namespaceResources: fc.constantFrom([{ group: '*', kind: '*' }] as const, [{ group: '', kind: 'ConfigMap' }, { group: 'apps', kind: '*' }] as const),
  deniedNamespaceResources: fc.constant([{ group: '', kind: 'ResourceQuota' }]),
  orphanedResources: fc.constantFrom({}, { warn: true }, { warn: true, ignore: [{ kind: 'ConfigMap', name: 'kube-root-ca.crt' }] }),
  sourceNamespaces: fc.constantFrom(['team-*'], ['/^team-[a-z]+$/']),
  destinationServiceAccounts: fc.constant([{ server: '*', namespace: 'team-*', serviceAccount: 'deployer' }]),
  sourceIntegrity: fc.constantFrom(
    [SourceIntegrity.signedHead({ repositories: ['https://git.example.com/**'], keys: ['D56C4FCA57A46444'] })],
    [SourceIntegrity.unsigned({ repositories: ['https://git.example.com/**'] })],
  ),
  keepWhileUsed: fc.boolean(),
}, { requiredKeys: [] });

/** Projects with everything that they can say, each with an Application. */
export const PROJECTS: fc.Arbitrary<Part> = fc.record({
  windows: WINDOWS,
  roles: fc.array(ROLE, { maxLength: 2 }), rest: REST, wide: fc.boolean(),
}).map(({ windows, roles, rest, wide }) => ({ app, argocd, clusters, byHand }, id) => {
  const [first, second] = clusters;
  const namespace = `team-${id}`;
  const project = new AppProject(new ArgoChart(app, `${id}-project`, { namespace: 'argocd' }), id, {
    sourceRepositories: [byHand, charts, 'https://charts.example.com/shop/*'],
    destinations: wide ? [DestinationPattern.anywhereExcept('kube-system')] : [
      Destination.cluster(first!, namespace), DestinationPattern.namespaces(Destination.cluster(second!), namespace, `${namespace}-*`),
      DestinationPattern.clusters('test-*', { namespace: '{a,b}' }),
    ],
    clusterResources: [{ group: '', kind: 'Namespace', name: 'team-*' }],
    syncWindows: windows,
    roles: roles.map(({ policies, groups, token }, i) => ProjectRole.named(`role-${i}`, {
      policies, groups, tokens: token ? [{ issuedAt: 1535390316, id: `token-${i}` }] : [],
    })),
    ...rest,
  });
  new Application(argocd, id, { source: Source.git({ repository: byHand, path: 'a' }), destination: Destination.cluster(first!, namespace), project });
});
