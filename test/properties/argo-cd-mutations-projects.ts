import { on, onApp, onProject, type ProgramMutation } from './argo-cd-edits';

const windows = ({ syncWindows }: any): unknown => syncWindows;
// What is delivered is known of charts of the program.
const isUsed = (_: any, objects: readonly any[]): boolean => objects.some(({ kind, spec }) =>
  kind === 'Application' && spec.project === 'shop' && spec.source?.path?.endsWith('-objects'));
const roles = (spec: any): unknown => spec.roles?.[0]?.policies;

/** What people write into projects, and past them. */
export const PROJECT_MUTATIONS: readonly ProgramMutation[] = [
  { name: 'a repository that the project does not permit', rule: 'projects/source-permitted', edit: onApp(({ source }) => { source.repoURL = 'https://elsewhere.example.com/shop/manifests.git'; }, ({ project, source }) => project !== 'default' && source) },
  { name: 'a namespace that the project does not permit', rule: 'projects/destination-permitted', edit: onApp(({ destination }) => { destination.namespace = 'kube-system'; }, ({ project }) => project !== 'default') },
  { name: 'a project that permits nothing', rule: 'projects/destination-permitted', edit: on('AppProject', ({ spec }) => { spec.destinations = []; }, ({ metadata }, objects) =>
    objects.some(({ kind, spec }) => kind === 'Application' && spec.project === metadata.name)) },
  { name: 'a project in another namespace', rule: 'projects/application-namespace', edit: on('Application', ({ metadata }) => { metadata.namespace = 'shop'; }, ({ spec }) => spec.project !== 'default') },
  { name: 'kinds that the project forbids', rule: 'projects/kinds-permitted', edit: onProject((spec) => { spec.namespaceResourceWhitelist = [{ group: 'batch', kind: 'Job' }]; }, isUsed) },
  { name: 'no kinds in namespaces', rule: 'projects/empty-namespace-list', edit: onProject((spec) => { spec.namespaceResourceWhitelist = []; }) },
  { name: 'an exclamation mark before all', rule: 'projects/denies-all', edit: onProject((spec) => { spec.sourceRepos.push('!*'); }) },
  { name: 'a denial beside permissions', rule: 'projects/denials', edit: onProject((spec) => { spec.destinations.push({ server: '*', namespace: '!kube-system' }); }, ({ destinations }) => destinations.length > 1) },
  { name: 'everything from everywhere', rule: 'projects/wide-open', edit: onProject((spec) => { spec.sourceRepos = ['*']; spec.destinations = [{ server: '*', namespace: '*' }]; }) },
  { name: 'a glob that is not closed', rule: 'projects/pattern-compiles', edit: onProject((spec) => { spec.destinations[0].namespace = 'team-[a'; }) },
  { name: 'a repository twice', rule: 'projects/unique-entries', edit: onProject((spec) => { spec.sourceRepos.push(spec.sourceRepos[0]); }) },
  { name: 'a destination twice', rule: 'projects/unique-entries', edit: onProject((spec) => { spec.destinations.push({ ...spec.destinations[0] }); }) },
  { name: 'a role with a dot', rule: 'projects/role-name', edit: onProject(({ roles: [role] }) => { role.name = 'dev.ops'; }, roles) },
  { name: 'a role twice', rule: 'projects/unique-entries', edit: onProject((spec) => { spec.roles.push({ ...spec.roles[0] }); }, roles) },
  { name: 'a policy of another project', rule: 'projects/policy-syntax', edit: onProject(({ roles: [role] }) => { role.policies[0] = role.policies[0].replace(/proj:[^:]+:/, 'proj:other:'); }, roles) },
  { name: 'a policy about every project', rule: 'projects/policy-syntax', edit: onProject(({ roles: [role] }) => { role.policies[0] = role.policies[0].replace(/, [^,]+, (allow|deny)$/, ', */*, allow'); }, roles) },
  { name: 'a policy without effect', rule: 'projects/policy-syntax', edit: onProject(({ roles: [role] }) => { role.policies[0] = role.policies[0].replace(/, (allow|deny)$/, ''); }, roles) },
  { name: 'an action that does not exist', rule: 'projects/policy-syntax', edit: onProject(({ roles: [role] }) => { role.policies[0] = role.policies[0].replace(/, applications, [^,]+,/, ', applications, read,'); },
    (spec) => roles(spec) && spec.roles[0].policies[0].includes(', applications, ')) },
  { name: 'a group with a blank at its end', rule: 'projects/group-name', edit: onProject(({ roles: [role] }) => { role.groups = ['developers ']; }, roles) },
  { name: 'a window in words', rule: 'projects/sync-window-times', edit: onProject(({ syncWindows: [window] }) => { window.schedule = '@daily'; }, windows) },
  { name: 'a window with seconds', rule: 'projects/sync-window-times', edit: onProject(({ syncWindows: [window] }) => { window.schedule = '0 0 22 * * *'; }, windows) },
  { name: 'a window of a day', rule: 'projects/sync-window-times', edit: onProject(({ syncWindows: [window] }) => { window.duration = '1d'; }, windows) },
  { name: 'a window that never closes', rule: 'projects/sync-window-open', edit: onProject(({ syncWindows: [window] }) => { window.schedule = '0 22 * * *'; window.duration = '24h'; window.kind = 'deny'; }, windows) },
  { name: 'a window in another town', rule: 'projects/sync-window-zone', edit: onProject(({ syncWindows: [window] }) => { window.timeZone = 'Europe/Munich'; }, windows) },
  { name: 'a window for nothing', rule: 'projects/sync-window-values', edit: onProject(({ syncWindows: [window] }) => { delete window.applications; delete window.namespaces; delete window.clusters; }, windows) },
  { name: 'a window that blocks', rule: 'projects/sync-window-values', edit: onProject(({ syncWindows: [window] }) => { window.kind = 'block'; }, windows) },
  { name: 'a ServiceAccount by a pattern', rule: 'projects/service-account', edit: onProject((spec) => { spec.destinationServiceAccounts = [{ server: '*', namespace: 'shop', defaultServiceAccount: 'deploy-*' }]; }) },
  { name: 'a short key', rule: 'projects/signing-keys', edit: onProject((spec) => { spec.signatureKeys = [{ keyID: 'A46444' }]; delete spec.sourceIntegrity; }) },
  { name: 'signatures in two ways', rule: 'projects/signature-keys-ignored', edit: onProject((spec) => { spec.signatureKeys = [{ keyID: 'D56C4FCA57A46444' }]; }, ({ sourceIntegrity }) => sourceIntegrity) },
];
