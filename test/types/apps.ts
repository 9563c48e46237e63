import {
  Application, type ApplicationTemplate, ArgoChart, Destination, Generator, MultiClusterAppSet,
  Repository, Source, SyncHook, SyncWaves, Validations,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
const staging = Generator.clusters({ matchLabels: { env: 'staging', region: 'eu' }, values: { overlay: 'staging' } });
const production = Generator.clusters({ matchLabels: { env: 'production' }, values: { overlay: 'production', replicas: '12' } });

function application(name: string, path: string): ApplicationTemplate {
  return { name, source: Source.git({ repository, path }), destination: Destination.inCluster('web') };
}

/** A template knows what every generator provides. */
export function parameters(scope: Construct): void {
  new MultiClusterAppSet(scope, 'Web', {
    generators: [staging, production],
    template: (p) => application(`web-${p.nameNormalized}-${p.label('env')}`, p.values.overlay),
  });
  new MultiClusterAppSet(scope, 'Value', {
    generators: [staging, production],
    // @ts-expect-error the value is `overlay`
    template: (p) => application(p.name, p.values.overlai),
  });
  new MultiClusterAppSet(scope, 'SomeHaveTheValue', {
    generators: [staging, production],
    // @ts-expect-error clusters of staging have no value `replicas`
    template: (p) => application(p.name, p.values.replicas),
  });
  new MultiClusterAppSet(scope, 'Label', {
    generators: [staging, production],
    // @ts-expect-error the label is `env`
    template: (p) => application(p.label('enviroment'), 'web'),
  });
  new MultiClusterAppSet(scope, 'SomeHaveTheLabel', {
    generators: [staging, production],
    // @ts-expect-error clusters of production are not selected by `region`, so they may lack it
    template: (p) => application(p.label('region'), 'web'),
  });
  new MultiClusterAppSet(scope, 'Parameter', {
    generators: [staging],
    // @ts-expect-error the parameter is `nameNormalized`
    template: (p) => application(p.nameNormalised, 'web'),
  });
  new MultiClusterAppSet(scope, 'One', { generators: [staging], template: (p) => application(p.label('region'), 'web') });
}

/** What makes an ApplicationSet complete. */
export function appSets(scope: Construct): void {
  const template = (p: { readonly name: string }): ApplicationTemplate => application(`web-${p.name}`, 'web');
  new MultiClusterAppSet(scope, 'Whole', { generators: [staging], template, rollingSync: [{ matchLabels: { env: ['a'] }, maxUpdate: '25%' }] });
  // @ts-expect-error without a generator there is no Application
  new MultiClusterAppSet(scope, 'NoGenerator', { generators: [], template });
  // @ts-expect-error a share is written 25%
  new MultiClusterAppSet(scope, 'Share', { generators: [staging], template, rollingSync: [{ matchLabels: { env: ['a'] }, maxUpdate: '25' }] });
  // @ts-expect-error a step selects something
  new MultiClusterAppSet(scope, 'NoValue', { generators: [staging], template, rollingSync: [{ matchLabels: { env: [] } }] });
  // @ts-expect-error groups of none are no groups
  new MultiClusterAppSet(scope, 'NoStep', { generators: [staging], template, rollingSync: [] });
  // @ts-expect-error generators are made by their names
  new Generator();
}

/** Where things come from and go to is said in full. */
export function places(scope: Construct): void {
  // @ts-expect-error the revision is missing
  Repository.git({ url: 'https://git.example.com/shop/manifests.git' });
  // @ts-expect-error the path is missing
  Source.git({ repository });
  // @ts-expect-error a repository is declared once, not written as text
  Source.git({ repository: 'https://git.example.com/shop/manifests.git', path: 'web' });
  // @ts-expect-error destinations are made by their names
  new Destination('https://kubernetes.default.svc', 'web');
  // @ts-expect-error the property is `folder`
  new ArgoChart(scope, 'web', { foldr: 'web' });
}

/** Entries that would ignore nothing, or keep Argo CD from comparing anything. */
export function ignoredDifferences(scope: Construct): void {
  const application = { source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('web') };
  const deployment = { group: 'apps', kind: 'Deployment' };
  new Application(scope, 'Both', { ...application, ignoreDifferences: [
    { ...deployment, jsonPointers: ['/spec/replicas'], jqPathExpressions: ['.spec.template.spec.containers[].image'] },
  ] });
  // @ts-expect-error an entry without fields ignores nothing
  new Application(scope, 'NoFields', { ...application, ignoreDifferences: [deployment] });
  // @ts-expect-error no field is no field
  new Application(scope, 'Empty', { ...application, ignoreDifferences: [{ ...deployment, jsonPointers: [] }] });
  // @ts-expect-error a pointer begins with a slash
  new Application(scope, 'Pointer', { ...application, ignoreDifferences: [{ ...deployment, jsonPointers: ['.spec.replicas'] }] });
  // @ts-expect-error a jq path does not
  new Application(scope, 'Path', { ...application, ignoreDifferences: [{ ...deployment, jqPathExpressions: ['/spec/replicas'] }] });
  // @ts-expect-error the kind is missing
  new Application(scope, 'Kind', { ...application, ignoreDifferences: [{ group: 'apps', jsonPointers: ['/spec/replicas'] }] });
}

/** Order and acknowledgements. */
export function sync(scope: Construct): void {
  SyncHook.preSync(scope, { deletePolicies: ['HookSucceeded'] });
  // @ts-expect-error a policy is BeforeHookCreation, HookSucceeded or HookFailed
  SyncHook.preSync(scope, { deletePolicies: ['HookSuceeded'] });
  // @ts-expect-error no policy is not a policy
  SyncHook.preSync(scope, { deletePolicies: [] });
  // @ts-expect-error waves belong to a chart: SyncWaves.of
  new SyncWaves(scope);
  // @ts-expect-error the reason is missing
  Validations.of(scope).acknowledge({ rule: 'sync/paused-rollout-blocks' });
}
