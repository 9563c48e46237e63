import * as kplus from 'cdk8s-plus-27';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { SyncPolicy } from '../../src/apps/sync-policy';
import { ApplicationSet } from '../../src/appsets/application-set';
import type { ApplicationSetProps, Generators } from '../../src/appsets/application-set-props';
import type { ApplicationTemplate } from '../../src/appsets/application-template';
import { Generator } from '../../src/appsets/generator';
import { ArgoCdParams } from '../../src/control-plane/argo-cd/argo-cd-params';
import { Cluster } from '../../src/fleet/cluster';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { specOf, webContainer } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
const hand = Repository.git({ url: 'https://git.example.com/shop/inventory.git', revision: 'main' });
const envs = Generator.list([{ env: 'staging', size: 'small' }, { env: 'production', size: 'large' }]);
const fleet = Fleet.of([
  Cluster.registered({ name: 'eu_1', server: 'https://eu-1.example.com', labels: { env: 'production', region: 'eu' } }),
  Cluster.registered({ name: 'us-1', server: 'https://us-1.example.com', labels: { env: 'production', region: 'us' } }),
]);

function template(name: string, more: Partial<ApplicationTemplate> = {}): ApplicationTemplate {
  return { name, source: Source.git({ repository: hand, path: 'web' }), destination: Destination.inCluster('web'), ...more } as ApplicationTemplate;
}

/** The spec of a set in an app without other objects. */
function specWith<G extends Generators>(props: ApplicationSetProps<G>): object {
  const chart = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
  new ApplicationSet(chart, 'Web', props);
  return specOf(chart.toJson(), 'ApplicationSet');
}

/** An app that writes a chart to each folder, and the set beside them. */
function appWith<G extends Generators>(folders: readonly string[], props: ApplicationSetProps<G>): ArgoApp {
  const app = new ArgoApp({ outdir: 'dist', report: 'none', fleet });
  for (const folder of folders) {
    new kplus.ConfigMap(new ArgoChart(app, folder.replaceAll('/', '-'), { folder, namespace: 'web' }), 'Settings', { data: { folder } });
  }
  new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Web', props);
  return app;
}

function messages(app: ArgoApp): string[] {
  return app.check().findings.filter(({ rule }) => rule === 'constructs/valid').map(({ message }) => message);
}

describe('ApplicationSet', () => {
  test('keeps what Applications have applied, unless told otherwise', () => {
    const set = { generators: [envs], template: (p: { readonly env: string }) => template(`web-${p.env}`) } as const;
    expect(specWith(set)).toMatchObject({ goTemplate: true, goTemplateOptions: ['missingkey=error'], syncPolicy: { preserveResourcesOnDeletion: true } });
    expect(specWith({ ...set, cascadeDeletion: true })).not.toHaveProperty('syncPolicy');
    expect(specWith({ ...set, cascadeDeletion: 'background', applicationsSync: 'create-update' })).toMatchObject({
      syncPolicy: { applicationsSync: 'create-update' },
      template: { metadata: { finalizers: ['resources-finalizer.argocd.argoproj.io/background'] } },
    });
    expect(specWith({ ...set, cascadeDeletion: 'background' })).not.toHaveProperty('syncPolicy');
    expect(specWith({ ...set, cascadeDeletion: true, applicationsSync: 'sync' })).toMatchObject({ syncPolicy: { applicationsSync: 'sync' } });
  });

  test('renders what Argo CD leaves alone', () => {
    expect(specWith({
      generators: [envs],
      template: (p) => template(`web-${p.env}`, { annotations: { 'example.com/a': 'b' }, skipReconcile: true }),
      preservedFields: { annotations: ['example.com/on-call'] },
      ignoreApplicationDifferences: [{ jsonPointers: ['/spec/syncPolicy'] }],
    })).toMatchObject({
      preservedFields: { annotations: ['example.com/on-call'] },
      ignoreApplicationDifferences: [{ jsonPointers: ['/spec/syncPolicy'] }],
      template: { metadata: { annotations: { 'example.com/a': 'b', 'argocd.argoproj.io/skip-reconcile': 'true' } } },
    });
  });

  test('renders the template of a generator with what the schema wants', () => {
    const staging = Generator.list([{ env: 'preview' }], { template: { labels: { audience: 'developers' }, syncPolicy: SyncPolicy.automated() } });
    expect(specWith({ generators: [envs, staging], template: (p) => template(`web-${p.env}`, { syncPolicy: SyncPolicy.manual() }) })).toMatchObject({
      generators: [{ list: {} }, { list: { template: {
        metadata: { labels: { audience: 'developers' } }, spec: { project: '', destination: {}, syncPolicy: { automated: { selfHeal: true } } },
      } } }],
    });
  });

  test('with steps, the controller syncs: nothing is automatic, and its switch is turned on', () => {
    const chart = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
    new ArgoCdParams(chart, 'Params');
    new ApplicationSet(chart, 'Web', {
      generators: [envs],
      template: (p) => template(`web-${p.env}`, { labels: { env: p.env } }),
      rollingSync: { steps: [{ matchLabels: { env: ['staging'] } }, { exceptLabels: { env: ['staging'] }, maxUpdate: '50%' }], deletionOrder: 'Reverse' },
    });
    const objects = chart.toJson();
    expect(specOf(objects, 'ApplicationSet')).toMatchObject({ strategy: { type: 'RollingSync', deletionOrder: 'Reverse', rollingSync: { steps: [
      { matchExpressions: [{ key: 'env', operator: 'In', values: ['staging'] }] },
      { matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['staging'] }], maxUpdate: '50%' },
    ] } } });
    expect(specOf(objects, 'ApplicationSet')).not.toHaveProperty('template.spec.syncPolicy');
    expect(objects.find(({ kind }) => kind === 'ConfigMap')).toMatchObject({ data: { 'applicationsetcontroller.enable.progressive.syncs': 'true' } });
  });

  test('says when nobody turns on the steps', () => {
    const app = appWith(['web'], {
      generators: [envs],
      template: (p) => template(`web-${p.env}`, { labels: { env: p.env } }),
      rollingSync: [{ matchLabels: { env: ['staging', 'production'] } }],
    });
    expect(app.check().findings.filter(({ rule }) => rule === 'constructs/setting-delivered').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^nobody here sets applicationsetcontroller\.enable\.progressive\.syncs.*ignores the steps of the ApplicationSet web/),
    ]);
  });

  test('folders that a generator finds are named from the top of the repository, once', () => {
    const app = appWith(['apps/web', 'apps/api'], {
      generators: [Generator.gitDirectories({ repository, directories: ['apps/*'] })],
      template: (p) => template(p.path.basenameNormalized, { source: Source.git({ repository, path: p.path.path }) }),
    });
    expect(messages(app)).toEqual([]);
    expect(app.synthYaml()).toContain('path: "{{ .path.path }}"');
    expect(app.synthYaml()).toContain('- path: dist/apps/*');
  });

  test('ignores what controllers write into the charts of every folder, on declared clusters too', () => {
    const app = new ArgoApp({ outdir: 'dist', report: 'none', fleet });
    for (const cluster of ['eu-1', 'us-1']) {
      new CanaryRollout(new ArgoChart(app, cluster, { folder: `web/${cluster}`, namespace: 'web' }), `Web-${cluster}`, {
        containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [CanaryStep.setWeight(50), CanaryStep.pause('5m')],
      });
    }
    const set = new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Web', {
      generators: [Generator.clusters({ fleet, matchLabels: { env: 'production' } })],
      template: (p) => template(`web-${p.nameNormalized}`, { source: Source.git({ repository, path: `web/${p.nameNormalized}` }) }),
    });
    const names = set._toKube().template.spec.ignoreDifferences?.filter(({ kind }) => kind === 'VirtualService').map(({ name }) => name);
    expect(names).toEqual(['web-eu-1', 'web-us-1']);
  });

  test('takes the clusters of a fleet, and not the one of Argo CD, which has no labels', () => {
    const every = (one: Fleet): unknown => Generator.clusters({ fleet: one })._toKube().clusters?.selector;
    expect(every(fleet)).toEqual({ matchLabels: { 'argocd.argoproj.io/secret-type': 'cluster' } });
    expect(every(Fleet.of([...fleet.clusters, Cluster.inCluster()]))).toBeUndefined();
  });

  test('finds folders of declared clusters, of elements and of patterns that nobody writes', () => {
    const at = (path: string): Partial<ApplicationTemplate> => ({ source: Source.git({ repository, path }) });
    expect(messages(appWith(['web/us'], {
      generators: [Generator.clusters({ fleet, matchLabels: { env: 'production' } })],
      template: (p) => template(`web-${p.nameNormalized}`, at(`web/${p.label('region')}`)),
    }))).toEqual([expect.stringContaining('the folder "web/eu", which no chart of this app is written to')]);
    expect(messages(appWith(['web/small'], { generators: [envs], template: (p) => template(`web-${p.env}`, at(`web/${p.size}`)) })))
      .toEqual([expect.stringContaining('the folder "web/large", which no chart of this app is written to')]);
    expect(messages(appWith(['web/us'], {
      generators: [Generator.gitDirectories({ repository, directories: ['apps/*'] })],
      template: (p) => template(p.path.basename, { source: Source.git({ repository, path: p.path.path }) }),
    }))).toEqual([expect.stringMatching(/takes the folders dist\/apps\/\*, and this app writes no such folder.*the folders are: dist, dist\/argocd, dist\/web, dist\/web\/us/)]);
    expect(messages(appWith(['web/us'], {
      generators: [Generator.gitFiles({ repository, files: ['config/*.json'], content: { name: 'a' } })], template: (p) => template(p.name),
    }))).toEqual([expect.stringMatching(/takes the files dist\/config\/\*\.json, and this app writes no such file/)]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ['one name for all elements', () => specWith({ generators: [envs], template: () => template('web') }),
      /two Applications would be named "web", and Argo CD would leave out both\. put a parameter that differs into the name: p\.env or p\.size/],
    ['names that miss one half of a matrix', () => specWith({
      generators: [Generator.matrix(envs, Generator.clusters({ matchLabels: { zone: 'a' } }))], template: (p) => template(`web-${p.nameNormalized}`),
    }), /two Applications would be named "web-\{\{ \.nameNormalized \}\}"/],
    ['names that miss the other half', () => specWith({
      generators: [Generator.matrix(envs, Generator.clusters({ matchLabels: { zone: 'a' } }))], template: (p) => template(`web-${p.env}`),
    }), /the Applications of several clusters would all be named "web-staging"\. put the cluster into the name: `web-staging-\$\{p\.nameNormalized\}`/],
    ['names of repositories without their branches', () => specWith({
      generators: [Generator.scmProvider({ gitlab: { group: 'shop', allBranches: true } })], template: (p) => template(p.repository),
    }), /the Applications of several branches/],
    ['one name in two generators', () => specWith({
      generators: [envs, Generator.list([{ env: 'staging' }])], template: (p) => template(`web-${p.env}`),
    }), /no parameter tells them apart|two Applications would be named "web-staging"/],
    ['a step that leaves out elements', () => specWith({
      generators: [envs], template: (p) => template(`web-${p.env}`, { labels: { env: p.env } }), rollingSync: [{ matchLabels: { env: ['staging'] } }],
    }), /labelled \{"env":"production"\} are in no step of rollingSync/],
    ['an Application in two steps', () => specWith({
      generators: [envs], template: (p) => template(`web-${p.env}`, { labels: { env: p.env } }),
      rollingSync: [{ matchLabels: { env: ['staging', 'production'] } }, { exceptLabels: { env: ['staging'] } }],
    }), /labelled \{"env":"production"\} are in the steps 0 and 1 of rollingSync/],
    ['an override that takes away', () => specWith({
      generators: [Generator.list([{ env: 'a' }], { template: { syncPolicy: SyncPolicy.manual() } })], template: (p) => template(`web-${p.env}`),
    }), /has a manual sync policy and the template an automated one/],
    ['an override that makes two destinations', () => specWith({
      generators: [Generator.list([{ env: 'a' }], { template: { destination: Destination.cluster('eu-1') } })], template: (p) => template(`web-${p.env}`),
    }), /has a destination by name and the template one by server/],
    ['a name by chance', () => specWith({ generators: [envs], template: (p) => template(`web-${p.env}-{{ randAlphaNum 5 | lower }}`) }),
      /the name of the template is "web-\{\{ \.env \}\}-\{\{ randAlphaNum 5 \| lower \}\}", and randAlphaNum gives something else each time/],
    ['a namespace by the clock', () => specWith({
      generators: [envs], template: (p) => template(`web-${p.env}`, { destination: Destination.inCluster('web-{{ now | date "2006" }}') }),
    }), /the destination\.namespace of the template is .*, and now gives something else each time/],
    ['a patch that is no template', () => specWith({
      generators: [envs], template: (p) => template(`web-${p.env}`), templatePatch: () => 'metadata: {{ if .env }}',
    }), /the templatePatch is no Go template: /],
    ['a selector by a parameter that is not there', () => specWith({
      generators: [Generator.list([{ env: 'a' }], { selector: { matchLabels: { envs: 'a' } } })], template: (p) => template(`web-${p.env}`),
    }), /the selector of a generator names the parameter "envs".*it provides: env/],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test('elements that the selector leaves out count for nothing', () => {
    const some = Generator.list([{ env: 'a', use: 'yes' }, { env: 'a', use: 'no' }], { selector: { matchLabels: { use: 'yes' } } });
    expect(specWith({ generators: [some], template: (p) => template(`web-${p.env}`) })).toMatchObject({ generators: [{ selector: { matchLabels: { use: 'yes' } } }] });
  });
});
