import { on, onMap, policy, replaced, type ProgramMutation } from './argo-cd-edits';

const config = (edit: (data: Record<string, string>) => false | undefined | void): ProgramMutation['edit'] => onMap('argocd-cm', edit);
const notifications = (edit: (data: Record<string, string>) => false | undefined | void): ProgramMutation['edit'] => onMap('argocd-notifications-cm', edit);
const isRegistration = (type: string) => (object: any): unknown =>
  (object.spec?.target?.template?.metadata?.labels ?? object.metadata.labels)?.['argocd.argoproj.io/secret-type'] === type;
/** What a Secret will hold, whoever makes it. */
const dataOf = (object: any): any => object.spec?.target?.template?.data ?? object.stringData;

/** What people write into the configuration of Argo CD. */
export const SETTING_MUTATIONS: readonly ProgramMutation[] = [
  // argocd-cm.
  { name: 'a setting with a typing error', rule: 'argo-cd-settings/known-settings', edit: config((data) => { data['resource.exclusion'] = '[]'; }) },
  { name: 'exclusions that are no list', rule: 'argo-cd-settings/setting-shape', edit: config((data) => { data['resource.exclusions'] = 'kinds: [Event]'; }) },
  { name: 'a URL without scheme', rule: 'argo-cd-settings/urls', edit: config((data) => { data.url = 'argocd.example.com'; }) },
  { name: 'single sign-on without URL', rule: 'argo-cd-settings/sign-on-url', edit: onMap('argocd-cm', (data) => { delete data.url; }, (data) => data['oidc.config'] ?? data['dex.config']) },
  { name: 'a secret in the open', rule: 'argo-cd-settings/sign-on-secrets', edit: config((data) => replaced(data, 'dex.config', /\$dex\.github\.clientSecret/, 'hunter2')) },
  { name: 'a field of OIDC that does not exist', rule: 'argo-cd-settings/oidc-config', edit: config((data) => replaced(data, 'oidc.config', 'clientID', 'client')) },
  { name: 'a capability that does not exist', rule: 'argo-cd-settings/accounts', edit: config((data) => { data['accounts.ci'] = 'apikey'; }) },
  { name: 'a customization of an unknown type', rule: 'argo-cd-settings/customization-keys', edit: config((data) => { data['resource.customizations.healthcheck.apps_Deployment'] = 'return {}'; }) },
  { name: 'Lua that does not parse', rule: 'argo-cd-settings/lua-syntax', edit: onMap('argocd-cm', (data) => { data['resource.customizations.health.databases.example.com_Database'] = 'if obj then return'; }) },
  { name: 'Lua with functions of strings', rule: 'argo-cd-settings/lua-sandbox', edit: config((data) => {
    data['resource.customizations.health.databases.example.com_Database'] = 'return { status = string.upper("healthy") }';
  }) },
  { name: 'a health that does not exist', rule: 'argo-cd-settings/lua-results', edit: config((data) => {
    data['resource.customizations.health.databases.example.com_Database'] = 'return { status = "OK" }';
  }) },
  { name: 'a health check of Rollouts', rule: 'argo-cd-settings/needless-health-check', edit: config((data) => {
    data['resource.customizations.health.argoproj.io_Rollout'] = 'return { status = "Healthy" }';
  }) },
  { name: 'differences that are no map', rule: 'argo-cd-settings/customization-values', edit: config((data) => { data['resource.customizations.ignoreDifferences.apps_Deployment'] = '- /spec/replicas'; }) },
  { name: 'a timeout without unit', rule: 'argo-cd-settings/setting-values', edit: config((data) => { data['timeout.reconciliation'] = 'five minutes'; }) },
  { name: 'a ConfigMap that Argo CD does not see', rule: 'argo-cd-settings/part-of-label', edit: on('ConfigMap', ({ metadata }) => { delete metadata.labels; }, ({ metadata }) => metadata.name === 'argocd-cm') },
  { name: 'nobody signs in', rule: 'argo-cd-settings/open-server', edit: onMap('argocd-cmd-params-cm', (data) => { data['server.disable.auth'] = 'true'; }) },
  // argocd-rbac-cm.
  { name: 'a policy of five fields', rule: 'rbac/policy-syntax', edit: policy('p, role:team-shop, applications, sync, default/*') },
  { name: 'a policy of another sort', rule: 'rbac/policy-syntax', edit: policy('allow, role:team-shop, applications, sync, default/*, allow') },
  { name: 'a blank before a comma', rule: 'rbac/blank-before-comma', edit: policy('p, role:team-shop , applications, sync, default/*, allow') },
  { name: 'a policy with an unknown effect', rule: 'rbac/known-effect', edit: policy('p, role:team-shop, applications, get, default/*, permit') },
  { name: 'a policy about an unknown resource', rule: 'rbac/known-resource', edit: policy('p, role:team-shop, application, get, default/*, allow') },
  { name: 'a policy about an unknown action', rule: 'rbac/known-action', edit: policy('p, role:team-shop, applications, read, default/*, allow') },
  { name: 'an Application without project', rule: 'rbac/object-form', edit: policy('p, role:team-shop, applications, get, web, allow') },
  { name: 'a policy about a project that is not there', rule: 'rbac/project-exists', edit: policy('p, role:team-shop, applications, get, defualt/*, allow') },
  { name: 'the administrator written again', rule: 'rbac/built-in-role', edit: policy('p, role:admin, applications, *, */*, allow') },
  { name: 'a role without policies', rule: 'rbac/role-has-policies', edit: policy('g, org:data, role:team-data') },
  { name: 'a sync without get', rule: 'rbac/sync-needs-get', edit: onMap('argocd-rbac-cm', (data) => {
    data['policy.csv'] += '\np, role:deployer, applications, sync, default/*, allow\ng, org:deployers, role:deployer';
  }, (data) => data['policy.default'] !== 'role:readonly') },
  { name: 'a key that is not read', rule: 'rbac/known-key', edit: onMap('argocd-rbac-cm', (data) => { data['policy.defaults'] = 'role:readonly'; }) },
  { name: 'an unknown way of matching', rule: 'rbac/match-mode', edit: onMap('argocd-rbac-cm', (data) => { data['policy.matchMode'] = 'prefix'; }) },
  { name: 'everybody an administrator', rule: 'rbac/default-role-fits', edit: onMap('argocd-rbac-cm', (data) => { data['policy.default'] = 'role:admin'; }) },
  { name: 'nobody has said what everybody may', rule: 'rbac/default-role-said', edit: onMap('argocd-rbac-cm', (data) => { delete data['policy.default']; }) },
  { name: 'scopes that are no list', rule: 'rbac/scopes', edit: onMap('argocd-rbac-cm', (data) => { data.scopes = 'groups'; }) },
  // argocd-notifications-cm.
  { name: 'a service with a typing error', rule: 'argo-cd-notifications/service-keys', edit: notifications((data) => { data['service.slak'] = 'token: $slack-token'; }) },
  { name: 'a template that is not there', rule: 'argo-cd-notifications/names-defined', edit: notifications((data) => replaced(data, 'trigger.on-sync-failed', /app-sync-failed/, 'sync-failed')) },
  { name: 'an expression that does not parse', rule: 'argo-cd-notifications/trigger-compiles', edit: notifications((data) => { data['trigger.on-sync-failed'] = '- when: app.status.sync.status ==\n  send: [app-sync-failed]'; }) },
  { name: 'an operation that may not be there', rule: 'argo-cd-notifications/trigger-nil-safe', edit: notifications((data) => {
    data['trigger.on-sync-failed'] = '- when: app.status.operationState.phase in [\'Error\', \'Failed\']\n  send: [app-sync-failed]';
  }) },
  { name: 'a notification that is no template', rule: 'argo-cd-notifications/template-parses', edit: notifications((data) => { data['template.app-sync-failed'] = 'message: "{{ .app.metadata.name"'; }) },
  { name: 'a trigger with a dot', rule: 'argo-cd-notifications/trigger-names', edit: notifications((data) => { data['trigger.on.sync'] = data['trigger.on-sync-failed']!; }) },
  // Registrations.
  { name: 'a label that Argo CD does not look for', rule: 'fleet/secret-type', edit: on('ExternalSecret', ({ spec }) => { spec.target.template.metadata.labels['argocd.argoproj.io/secret-type'] = 'clusters'; }, isRegistration('cluster')) },
  { name: 'another server than the declared one', rule: 'fleet/registered-as-declared', needs: 'fleet', edit: on('ExternalSecret', (object) => { dataOf(object).server = 'https://elsewhere.example.com'; }, isRegistration('cluster')) },
  { name: 'a registration that is no JSON', rule: 'fleet/cluster-config', edit: on('ExternalSecret', (object) => { dataOf(object).config = 'bearerToken: x'; }, isRegistration('cluster')) },
  { name: 'a key with a typing error', rule: 'fleet/registration-keys', edit: on('ExternalSecret', (object) => { dataOf(object).sshPrivatekey = '{{ .ssh }}'; }, isRegistration('repository')) },
  { name: 'a repository registered twice', rule: 'fleet/repository-identity', edit: on('ExternalSecret', (object, objects) => {
    const twin = structuredClone(object);
    twin.metadata.name += '-2';
    if (twin.spec.target.name) twin.spec.target.name += '-2';
    objects.push(twin);
  }, isRegistration('repository')) },
  // The Image Updater.
  { name: 'a strategy of former times', rule: 'image-updater/update-strategy', edit: on('ImageUpdater', ({ spec }) => { spec.commonUpdateSettings = { updateStrategy: 'latest' }; }) },
  { name: 'tags without regexp', rule: 'image-updater/allow-tags', edit: on('ImageUpdater', ({ spec }) => { spec.commonUpdateSettings = { allowTags: '^main-' }; }) },
  { name: 'two branches for a pull request', rule: 'image-updater/git-branch', edit: on('ImageUpdater', ({ spec }) => {
    spec.writeBackConfig = { method: 'git', gitConfig: { branch: 'main:updates', pullRequest: { github: {} } } };
  }) },
  { name: 'a pattern of names that is not closed', rule: 'image-updater/name-pattern', edit: on('ImageUpdater', ({ spec }) => { spec.applicationRefs[0].namePattern = 'web-[a'; }) },
  { name: 'a target that is a path', rule: 'image-updater/write-back-target', edit: on('ImageUpdater', ({ spec }) => {
    spec.writeBackConfig = { method: 'git', gitConfig: { writeBackTarget: 'overlays/kustomization.yaml' } };
  }) },
];
