import {
  Application, ArgoCdConfig, type ArgoCdConfigProps, ArgoCdInstallation, ArgoCdNotifications, ArgoCdParams, ArgoCdRbac, ArgoChart,
  ClusterAccess, ClusterRegistration, CredentialTemplate, Destination, HealthCheck, ImageTarget, ImageUpdater, NotificationCatalog,
  NotificationService, Policy, Repository, RepositoryCredentials, RepositoryRegistration, Role, SecretStore, Source, Tags,
  UpdatedImage, User, WriteBack, WriteBackTarget,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { type Part, registry } from './argo-cd-world';

const DATABASE = HealthCheck.lua({
  group: 'databases.example.com', kind: 'Database',
  script: `
local hs = { status = "Progressing", message = "" }
if obj.status ~= nil and obj.status.ready == true then
  hs.status = "Healthy"
end
return hs
`,
});

const url = 'https://argocd.example.com';
const SIGN_ON = fc.constantFrom<Pick<ArgoCdConfigProps, 'url' | 'oidc' | 'dex'>>(
  { url },
  { url, oidc: { name: 'Company', issuer: 'https://login.example.com', clientID: 'argocd', clientSecret: '$oidc.clientSecret' } },
  { url, dex: { connectors: [{ type: 'github', id: 'github', name: 'GitHub', config: { clientID: 'argocd', clientSecret: '$dex.github.clientSecret', orgs: [{ name: 'shop' }] } }] } },
);

const CONFIG = fc.record({
  adminEnabled: fc.boolean(),
  accounts: fc.constantFrom<ArgoCdConfigProps['accounts'] & object>({ ci: { capabilities: ['apiKey'] as const } }, { ci: { capabilities: ['login', 'apiKey'] as const, enabled: false } }),
  healthChecks: fc.constantFrom([DATABASE], [DATABASE, HealthCheck.application()]),
  ignoreDifferences: fc.constant([{
    group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration', jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'] as const,
  }]),
  resourceExclusions: fc.constant([{ apiGroups: ['cilium.io'], kinds: ['CiliumIdentity'], clusters: ['*'] }]),
  compareOptions: fc.constantFrom({ ignoreResourceStatusField: 'all' as const }, { ignoreAggregatedRoles: true }),
  kustomize: fc.constant({ buildOptions: '--enable-helm' }),
  reconciliation: fc.constantFrom({ timeout: '5m' as const, jitter: '1m' as const }, { timeout: 'never' as const }),
  applicationLinks: fc.constant([{ url: 'https://logs.example.com/?app={{.app.metadata.name}}', title: 'Logs', iconClass: 'fa-book' }]),
  banner: fc.constant({ content: 'production: changes come from Git', permanent: true }),
  userSessionDuration: fc.constantFrom('24h' as const), resourceTrackingMethod: fc.constantFrom('annotation' as const, 'label' as const, 'annotation+label' as const),
  statusBadge: fc.boolean(),
}, { requiredKeys: [] });

const PARAMS = fc.record({
  server: fc.constantFrom({ insecure: true }, { rootPath: '/argo' as const }),
  controller: fc.constantFrom({ statusProcessors: 50, selfHealTimeout: '10s' as const }, { serverSideDiff: true }),
  repoServer: fc.constant({ parallelismLimit: 4 }),
}, { requiredKeys: [] });

const team = Role.named('team-shop');
const POLICIES = fc.subarray([
  Policy.allow(team, ['get', 'sync'], 'applications', 'default/*'), Policy.allow(team, 'action/argoproj.io/Rollout/*', 'applications', 'default/web-*'),
  Policy.allow(team, 'get', 'logs', 'default/*'), Policy.allow(team, ['get', 'delete/*/Pod/*/*'], 'applications', '*'),
  Policy.allow(User.named('ci'), ['get', 'sync'], 'applications', 'default/*'), Policy.allow(team, 'get', 'projects', 'default'),
], { minLength: 1 });

function rbac(scope: Construct, policies: readonly Policy[], defaultRole: 'readonly' | 'own'): void {
  const own = Role.named('everybody');
  const made = new ArgoCdRbac(scope, 'Rbac', {
    defaultRole: defaultRole === 'readonly' ? Role.readonly : own,
    policies: [Policy.allow(own, 'get', 'projects', '*'), Policy.allow(team, 'get', 'clusters', '*'), ...policies],
  });
  made.group('org:shop').has(team);
  made.group('org:platform').has(Role.admin);
}

function notifications(scope: Construct): void {
  new ArgoCdNotifications(scope, 'Notifications', {
    argocdUrl: 'https://argocd.example.com',
    services: [NotificationService.slack({ token: '$slack-token' }), NotificationService.teamsWorkflows({ recipientUrls: { platform: '$platform-url' } })],
    catalog: [NotificationCatalog.onSyncFailed, NotificationCatalog.onHealthDegraded, NotificationCatalog.onDeployed],
    subscriptions: [{ recipients: ['slack:releases'], triggers: ['on-sync-failed'] }],
  });
}

/** The configuration of Argo CD in each of its forms: once in a program. */
export const SETTINGS: fc.Arbitrary<Part> = fc.record({
  form: fc.constantFrom('configMaps' as const, 'helmValues' as const, 'kustomizePatches' as const, 'alone' as const),
  signOn: SIGN_ON, config: CONFIG, params: PARAMS, policies: POLICIES, defaultRole: fc.constantFrom('readonly' as const, 'own' as const),
}).map(({ form, signOn, config, params, policies, defaultRole }) => ({ app }, id) => {
  const chart = new ArgoChart(app, id, { namespace: 'argocd' });
  const scope = form === 'alone' ? chart : new ArgoCdInstallation(chart, 'ArgoCd', { as: form });
  new ArgoCdConfig(scope, 'Config', { ...config, ...signOn } as ArgoCdConfigProps);
  new ArgoCdParams(scope, 'Params', params);
  rbac(scope, policies, defaultRole);
  notifications(scope);
});

const vault = SecretStore.cluster('vault');
const CREDENTIALS = [
  RepositoryCredentials.password({ username: 'argocd', password: vault.secret('argocd/manifests', 'token') }),
  RepositoryCredentials.gitHubApp({ appId: 12345, installationId: 67890, privateKey: vault.secret('argocd/github-app', 'key') }),
] as const;

/** Registrations of the clusters and repositories: once in a program. */
export const REGISTRATIONS: fc.Arbitrary<Part> = fc.record({
  access: fc.constantFrom('token', 'aws'), credentials: fc.constantFrom(...CREDENTIALS), namespaces: fc.option(fc.constant(['team-a', 'team-b']), { nil: undefined }),
}).map(({ access, credentials, namespaces }) => ({ app, clusters, written }, id) => {
  const chart = new ArgoChart(app, id, { namespace: 'argocd' });
  for (const cluster of clusters) {
    if (cluster.server === undefined) continue;
    new ClusterRegistration(chart, `cluster-${cluster.name}`, {
      cluster, namespaces,
      access: access === 'token'
        ? ClusterAccess.bearerToken(vault.secret(`argocd/clusters/${cluster.name}`, 'token'), { tls: { caData: vault.secret(`argocd/clusters/${cluster.name}`, 'ca') } })
        : ClusterAccess.awsIam({ clusterName: cluster.name, roleArn: 'arn:aws:iam::111122223333:role/argocd' }),
    });
  }
  new RepositoryRegistration(chart, 'manifests', { repository: written, credentials });
  new RepositoryRegistration(chart, 'charts', { repository: registry, name: 'shop' });
  new RepositoryRegistration(chart, 'policies', { repository: Repository.oci({ url: 'oci://registry.example.com/platform/policies' }) });
  new CredentialTemplate(chart, 'teams', {
    type: 'git', urlPrefix: 'git@git.example.com:teams/', credentials: RepositoryCredentials.sshKey(vault.secret('argocd/teams', 'ssh')),
  });
});

const IMAGES = [
  UpdatedImage.semver({ image: 'registry.example.com/web', constraint: '4.x', target: ImageTarget.kustomize('web') }),
  UpdatedImage.digest({ image: 'registry.example.com/web', tag: 'stable', target: ImageTarget.kustomize('web') }),
  UpdatedImage.newestBuild({ image: 'registry.example.com/web', allowTags: Tags.matching(/^main-[0-9a-f]{7}$/), target: ImageTarget.kustomize('web') }),
] as const;

/** An Application whose image versions the Image Updater writes. */
export const UPDATERS: fc.Arbitrary<Part> = fc.record({
  image: fc.constantFrom(...IMAGES), pullRequest: fc.boolean(),
}).map(({ image, pullRequest }) => (world, id) => {
  const application = new Application(world.argocd, id, {
    source: Source.git({ repository: world.byHand, path: 'overlays/production', kustomize: {} }), destination: Destination.inCluster(`team-${id}`), project: world.project,
  });
  const target = WriteBackTarget.kustomization();
  new ImageUpdater(world.argocd, `${id}-images`, {
    applications: [{
      application, images: [image],
      writeBack: pullRequest ? WriteBack.git({ branch: 'main', pullRequest: 'github', target }) : WriteBack.git({ branch: 'main', target }),
    }],
  });
});
