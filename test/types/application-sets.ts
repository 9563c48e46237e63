import {
  ApplicationSet, type ApplicationTemplate, Cluster, Destination, Fleet, Generator, GoTemplate, MultiClusterAppSet,
  type NoSuchLabelButThese, Repository, type SelectedValue, Source,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
const regions = Generator.list([{ region: 'eu', shards: 2 }, { region: 'us', shards: 3, beta: true }]);
const clusters = Generator.clusters({ matchLabels: { env: 'production' }, values: { overlay: 'large' } });
const folders = Generator.gitDirectories({ repository, directories: ['apps/*'] });
const files = Generator.gitFiles({ repository, files: ['clusters/*.yaml'], content: { cluster: { name: 'eu-1', tier: 1 }, owners: [{ team: 'web' }] } });
const pulls = Generator.pullRequest({ github: { owner: 'shop', repo: 'web' } });

const fleet = Fleet.of([
  Cluster.registered({ name: 'eu-1', server: 'https://eu-1.example.com', labels: { env: 'production', region: 'eu' } }),
  Cluster.registered({ name: 'eu-2', server: 'https://eu-2.example.com', labels: { env: 'staging', region: 'eu', canary: 'yes' } }),
]);

function application(name: string, path = 'web'): ApplicationTemplate {
  return { name, source: Source.git({ repository, path }), destination: Destination.inCluster('web') };
}

/** A template knows what every generator provides, as texts. */
export function parameters(scope: Construct): void {
  new ApplicationSet(scope, 'List', { generators: [regions], template: (p) => application(`web-${p.region}-${p.shards}`) });
  // @ts-expect-error not every element has `beta`
  new ApplicationSet(scope, 'SomeElements', { generators: [regions], template: (p) => application(p.beta) });
  // @ts-expect-error the parameter is `region`
  new ApplicationSet(scope, 'Misspelt', { generators: [regions], template: (p) => application(p.regoin) });
  new ApplicationSet(scope, 'Folder', { generators: [folders], template: (p) => application(p.path.basenameNormalized, p.path.path) });
  // @ts-expect-error a folder has no file name
  new ApplicationSet(scope, 'FolderIsNoFile', { generators: [folders], template: (p) => application(p.path.filename) });
  new ApplicationSet(scope, 'File', { generators: [files], template: (p) => application(`${p.cluster.name}-${p.cluster.tier}-${p.path.segments.at(0)}`) });
  // @ts-expect-error the content of the files has no `cluster.zone`
  new ApplicationSet(scope, 'Content', { generators: [files], template: (p) => application(p.cluster.zone) });
  new ApplicationSet(scope, 'Item', { generators: [files], template: (p) => application(p.owners.at(0).team) });
  // @ts-expect-error a list is no text
  new ApplicationSet(scope, 'ListIsNoText', { generators: [files], template: (p) => application(p.owners) });
  new ApplicationSet(scope, 'Pull', { generators: [pulls], template: (p) => application(`pr-${p.number}-${p.branch_slug}`) });
  // @ts-expect-error pull requests have a branch_slug
  new ApplicationSet(scope, 'PullSlug', { generators: [pulls], template: (p) => application(p.branchSlug) });
}

/** Of several generators, only what all of them provide. */
export function severalGenerators(scope: Construct): void {
  const more = Generator.list([{ region: 'asia' }]);
  new ApplicationSet(scope, 'Both', { generators: [regions, more], template: (p) => application(p.region) });
  // @ts-expect-error the second list has no `shards`
  new ApplicationSet(scope, 'OneOnly', { generators: [regions, more], template: (p) => application(p.shards) });
  // @ts-expect-error `p.values.overlay` is provided by the clusters only
  new ApplicationSet(scope, 'ValuesOfOne', { generators: [clusters, folders], template: (p) => application(p.values.overlay) });
  // @ts-expect-error folders have no labels
  new ApplicationSet(scope, 'LabelsOfOne', { generators: [clusters, folders], template: (p) => application(p.label('env')) });
  // @ts-expect-error a set without generators makes nothing
  new ApplicationSet(scope, 'None', { generators: [], template: () => application('web') });
}

/** A matrix provides what both provide, and its second generator may use the first one's parameters. */
export function matrix(scope: Construct): void {
  const both = Generator.matrix(clusters, regions);
  new ApplicationSet(scope, 'Matrix', { generators: [both], template: (p) => application(`${p.nameNormalized}-${p.region}-${p.values.overlay}-${p.label('env')}`) });
  // @ts-expect-error neither has `zone`
  new ApplicationSet(scope, 'MatrixUnknown', { generators: [both], template: (p) => application(p.zone) });
  Generator.matrix(files, (p) => Generator.clusters({ matchLabels: { tier: p.cluster.tier } }));
  // @ts-expect-error the content of the files has no `zone`
  Generator.matrix(files, (p) => Generator.clusters({ matchLabels: { tier: p.zone } }));
  const owners = Generator.matrix(files, (p) => Generator.listFrom(p.owners));
  new ApplicationSet(scope, 'ListFrom', { generators: [owners], template: (p) => application(`${p.cluster.name}-${p.team}`) });
  // @ts-expect-error the items have no `name`
  new ApplicationSet(scope, 'ListFromUnknown', { generators: [owners], template: (p) => application(p.name) });
  // @ts-expect-error the parameter is a text, not a list
  Generator.matrix(files, (p) => Generator.listFrom(p.cluster.name));
  const apps = Generator.gitDirectories({ repository, directories: ['apps/*'], pathParamPrefix: 'app' });
  new ApplicationSet(scope, 'Prefixes', { generators: [Generator.matrix(apps, folders)], template: (p) => application(`${p.app.path.basename}-${p.path.basename}`) });
}

/** Merging goes by parameters of the first level that all generators provide. */
export function merge(): void {
  const overrides = Generator.list([{ name: 'eu-1', project: 'web' }]);
  Generator.merge({ mergeKeys: ['name'], generators: [clusters, overrides] });
  // @ts-expect-error the list has no `server`
  Generator.merge({ mergeKeys: ['server'], generators: [clusters, overrides] });
  // @ts-expect-error keys inside of other parameters cannot be merged by
  Generator.merge({ mergeKeys: ['values.overlay'], generators: [clusters, overrides] });
  // @ts-expect-error one generator is no merge
  Generator.merge({ mergeKeys: ['name'], generators: [clusters] });
  // @ts-expect-error without keys Argo CD refuses to merge
  Generator.merge({ mergeKeys: [], generators: [clusters, overrides] });
}

/** A fleet knows which labels there are. */
export function labels(scope: Construct): void {
  const production = Generator.clusters({ fleet, matchLabels: { env: 'production' } });
  // All clusters of the fleet have a region, though nobody selects by it.
  new MultiClusterAppSet(scope, 'Common', { generators: [production], template: (p) => application(`${p.name}-${p.label('region')}`) });
  // @ts-expect-error not every cluster has the label `canary`
  new MultiClusterAppSet(scope, 'NotCommon', { generators: [production], template: (p) => application(p.label('canary')) });
  // @ts-expect-error no cluster of the fleet has the label `zone`
  Generator.clusters({ fleet, matchLabels: { zone: 'a' } });
  // The error says which labels there are.
  const message: SelectedValue<typeof fleet, 'zone'> extends NoSuchLabelButThese<'env' | 'region' | 'canary'> ? true : never = true;
  void message;
  // @ts-expect-error no cluster of the fleet is `prod`
  Generator.clusters({ fleet, matchLabels: { env: 'prod' } });
  Generator.clusters({ fleet, matchExpressions: [{ key: 'canary', operator: 'DoesNotExist' }] });
  // @ts-expect-error no cluster of the fleet has the label `zone`
  Generator.clusters({ fleet, matchExpressions: [{ key: 'zone', operator: 'Exists' }] });
  // @ts-expect-error the label is `region`, so every cluster would be taken
  Generator.clusters({ fleet, matchExpressions: [{ key: 'regoin', operator: 'NotIn', values: ['eu'] }] });
  // @ts-expect-error no cluster of the fleet is in `us`, so none would be left out
  Generator.clusters({ fleet, matchExpressions: [{ key: 'region', operator: 'NotIn', values: ['eu', 'us'] }] });
  // Nobody knows the labels of the hub.
  Generator.clusters({ fleet: Fleet.of([Cluster.known({ name: 'hub' })]), matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] });
  // A parameter of the first generator of a matrix may be any of them.
  Generator.matrix(regions, (p) => Generator.clusters({ fleet, matchLabels: { region: p.region } }));
  Generator.matrix(regions, (p) => Generator.clusters({ fleet, matchExpressions: [{ key: 'region', operator: 'In', values: [GoTemplate.lower(p.region)] }] }));
  // @ts-expect-error the label is `region`
  Generator.matrix(regions, (p) => Generator.clusters({ fleet, matchLabels: { regoin: p.region } }));
  const some = Generator.clusters({ matchExpressions: [{ key: 'region', operator: 'In', values: ['eu'] }, { key: 'old', operator: 'NotIn', values: ['yes'] }] });
  new MultiClusterAppSet(scope, 'Selected', { generators: [some], template: (p) => application(`${p.name}-${p.label('region')}`) });
  // @ts-expect-error clusters that are not `old` need not have the label
  new MultiClusterAppSet(scope, 'NotSelected', { generators: [some], template: (p) => application(p.label('old')) });
  // @ts-expect-error the operator is NotIn
  Generator.clusters({ matchExpressions: [{ key: 'region', operator: 'Not', values: ['eu'] }] });
  // @ts-expect-error In compares with values
  Generator.clusters({ matchExpressions: [{ key: 'region', operator: 'In' }] });
  // @ts-expect-error only generators of clusters make a set of many clusters
  new MultiClusterAppSet(scope, 'NoClusters', { generators: [regions], template: () => application('web') });
}

/** One place each, with credentials by reference. */
export function places(): void {
  const tokenRef = { secretName: 'scm-token', key: 'token' };
  Generator.scmProvider({ github: { organization: 'shop', tokenRef }, filters: [{ repositoryMatch: '^web-' }] });
  // @ts-expect-error two places are two generators
  Generator.scmProvider({ github: { organization: 'shop' }, gitlab: { group: 'shop' } });
  // @ts-expect-error a place is missing
  Generator.scmProvider({ cloneProtocol: 'https' });
  // @ts-expect-error a token is said by its Secret, never as text
  Generator.scmProvider({ github: { organization: 'shop', tokenRef: 'ghp_0123456789' } });
  // @ts-expect-error GitHub has no group
  Generator.scmProvider({ github: { group: 'shop' } });
  // @ts-expect-error one login, not two
  Generator.pullRequest({ github: { owner: 'shop', repo: 'web', tokenRef, appSecretName: 'github-app' } });
  // @ts-expect-error the state is opened, closed, merged or locked
  Generator.pullRequest({ gitlab: { project: 'shop/web', pullRequestState: 'open' } });
  // @ts-expect-error an object by its name or objects by their labels
  Generator.clusterDecisionResource({ configMapRef: 'placements', name: 'web', labelSelector: { matchLabels: { app: 'web' } } });
  // @ts-expect-error what the service answers is said by an example
  Generator.plugin({ configMapRef: 'inventory' });
  // @ts-expect-error a look around takes time: a duration
  Generator.gitDirectories({ repository, directories: ['apps/*'], requeueAfter: 30 });
}

/** What the set does with its Applications. */
export function policies(scope: Construct): void {
  const set = { generators: [regions], template: (p: { readonly region: string }) => application(p.region) } as const;
  new ApplicationSet(scope, 'Whole', { ...set, applicationsSync: 'create-update', rollingSync: { steps: [{ exceptLabels: { env: ['a'] } }], deletionOrder: 'Reverse' } });
  new ApplicationSet(scope, 'Sync', { ...set, applicationsSync: 'sync' });
  // @ts-expect-error the policy is `sync`
  new ApplicationSet(scope, 'SyncMisspelt', { ...set, applicationsSync: 'synchronise' });
  // @ts-expect-error an order of deletion is one of steps
  new ApplicationSet(scope, 'OrderWithoutSteps', { ...set, deletionOrder: 'Reverse' });
  // @ts-expect-error a step selects something
  new ApplicationSet(scope, 'EmptyStep', { ...set, rollingSync: [{ maxUpdate: 1 }] });
  // @ts-expect-error the project of an Application cannot be patched
  new ApplicationSet(scope, 'PatchedProject', { ...set, templatePatch: () => ({ spec: { project: 'web' } }) });
  // @ts-expect-error the field is selfHeal
  new ApplicationSet(scope, 'PatchedField', { ...set, templatePatch: () => ({ spec: { syncPolicy: { automated: { selfheal: true } } } }) });
  // @ts-expect-error fast templates are not offered
  new ApplicationSet(scope, 'Fast', { ...set, goTemplate: false });
}
