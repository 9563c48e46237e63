import {
  ApplicationSet, ArgoChart, type CascadeDeletion, Destination, Generator, type Generators, GoTemplate, MultiClusterAppSet,
  Repository, type RollingSync, Source,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { POLICIES } from './argo-cd-applications';
import { WORKLOADS } from './argo-cd-workloads';
import { charts, type World } from './argo-cd-world';

/** An ApplicationSet in a scope, under an id. */
export type MakeSet = (world: World, id: string, scope: Construct) => ApplicationSet<Generators>;

const tokenRef = { secretName: 'scm-token', key: 'token' };

/** What any set may say beside its generators and its template. */
const REST = fc.record({
  cascadeDeletion: fc.constantFrom<CascadeDeletion>(true, false, 'background'),
  applicationsSync: fc.constantFrom('create-only' as const, 'create-update' as const, 'create-delete' as const),
  preservedFields: fc.constant({ annotations: ['example.com/on-call'], labels: ['example.com/frozen'] }),
  ignoreApplicationDifferences: fc.constantFrom([{ jsonPointers: ['/spec/source/targetRevision'] as const }], [{ jqPathExpressions: ['.spec.syncPolicy'] as const }]),
}, { requiredKeys: [] });

/** One step after the other; together they take every cluster once. */
const STEPS: fc.Arbitrary<RollingSync> = fc.constantFrom<RollingSync>(
  [{ matchLabels: { env: ['staging'] } }, { matchLabels: { env: ['production'] }, maxUpdate: 1 }],
  [{ matchLabels: { env: ['staging', 'production'], region: ['eu'] }, maxUpdate: '50%' }, { matchLabels: { region: ['us'] } }],
  { steps: [{ matchLabels: { env: ['staging'] } }, { exceptLabels: { env: ['staging'] }, maxUpdate: '25%' }], deletionOrder: 'Reverse' },
);

const OVERS = fc.record({
  policy: fc.option(POLICIES, { nil: undefined }), rest: REST, steps: fc.option(STEPS, { nil: undefined }),
  by: fc.constantFrom('name' as const, 'server' as const), size: fc.constantFrom('small', 'large'), workload: WORKLOADS,
});

/** A set over the clusters of the fleet: of a chart of the program, of a folder for each environment, of a chart of others. */
const clusters: fc.Arbitrary<MakeSet> = fc.record({ over: OVERS, what: fc.constantFrom('chart', 'folders', 'helm'), select: fc.constantFrom('all' as const, 'labels' as const, 'expressions' as const) })
  .map(({ over, what, select }) => (world, id, scope) => {
    const { fleet, app, written } = world;
    const namespace = `team-${id}`;
    // Where nobody has declared the fleet, only selectors say which labels there are.
    const selected = SELECTORS[world.declared ? select : 'expressions'];
    const folders = what === 'folders' ? ['staging', 'production'] : ['all'];
    const made = what === 'helm' ? [] : folders.map((env) => {
      const chart = new ArgoChart(app, `${id}-${env}`, { folder: `${id}/${env}`, namespace });
      over.workload(chart);
      return chart;
    });
    const overFleet = () => Generator.clusters({ fleet, ...selected, values: { size: over.size } });
    return new MultiClusterAppSet(scope, id, {
      // A generator with a fleet declares it.
      generators: [world.declared ? overFleet() : Generator.clusters({ ...selected, values: { size: over.size } })],
      template: (p) => ({
        name: `${id}-${p.nameNormalized}`,
        labels: { env: p.label('env'), region: p.label('region') },
        source: what === 'helm' ? Source.helmChart({ repository: charts, chart: 'cache', version: '1.0.0', helm: { values: { size: p.values.size } } })
          : what === 'chart' ? Source.chart(made[0]!, written)
            : Source.git({ repository: written, path: `${id}/${p.label('env')}` }),
        destination: over.by === 'name' ? Destination.cluster(p.name, namespace) : Destination.server(p.server, namespace),
        project: world.project,
        // With steps nothing is automatic, which is what the template says when it says nothing.
        syncPolicy: over.steps ? undefined : over.policy,
      }),
      rollingSync: over.steps,
      ...over.rest,
    });
  });

const SELECTORS = {
  all: {},
  labels: { matchLabels: { env: 'production' } },
  expressions: { matchExpressions: [{ key: 'env', operator: 'In', values: ['staging', 'production'] }, { key: 'region', operator: 'Exists' }] },
} as const;

const list: fc.Arbitrary<MakeSet> = fc.record({
  policy: fc.option(POLICIES, { nil: undefined }), rest: REST, patch: fc.boolean(),
}).map(({ policy, rest, patch }) => (world, id, scope) =>
  new ApplicationSet(scope, id, {
    generators: [Generator.list([
      { env: 'staging', cluster: world.clusters[0]!.name, replicas: 1, prune: true, spec: { tier: 'a' } },
      { env: 'production', cluster: world.clusters[1]!.name, replicas: 3, prune: false, spec: { tier: 'b' } },
    ])],
    template: (p) => ({
      name: `${id}-${p.env}`, labels: { env: p.env, tier: p.spec.tier }, annotations: { 'example.com/size': `${p.replicas}` }, project: world.project, syncPolicy: policy,
      source: Source.helmChart({ repository: charts, chart: 'cache', version: '4.2.1', helm: { releaseName: 'cache' } }),
      destination: Destination.cluster(p.cluster, `team-${id}`),
    }),
    templatePatch: patch
      ? (p) => ({ spec: { source: { helm: { valuesObject: { replicas: p.replicas } } }, syncPolicy: { automated: { prune: p.prune } } } })
      : undefined,
    ...rest,
  }));

const directories: fc.Arbitrary<MakeSet> = fc.record({ workload: WORKLOADS, rest: REST }).map(({ workload, rest }) =>
  (world, id, scope) => {
    for (const tool of ['tracing', 'dashboards']) workload(new ArgoChart(world.app, `${id}-${tool}`, { folder: `${id}/${tool}`, namespace: `team-${id}-${tool}` }));
    return new ApplicationSet(scope, id, {
      generators: [Generator.gitDirectories({ repository: world.written, directories: [`${id}/*`], exclude: [`${id}/retired-*`] })],
      template: (p) => ({
        name: `${id}-${p.path.basenameNormalized}`, project: world.project,
        source: Source.git({ repository: world.written, path: p.path.path }), destination: Destination.inCluster(`team-${id}-${p.path.basename}`),
      }),
      ...rest,
    });
  });

const files: fc.Arbitrary<MakeSet> = fc.record({ rest: REST, prefix: fc.boolean() }).map(({ rest, prefix }) => (world, id, scope) =>
  new ApplicationSet(scope, id, {
    generators: [Generator.gitFiles({
      repository: world.byHand, files: ['teams/*/team.yaml'], requeueAfter: '10m', ...(prefix && { pathParamPrefix: 'file' as const }),
      content: { team: { name: 'checkout', tier: 'gold' } }, selector: { matchExpressions: [{ key: 'team.tier', operator: 'In', values: ['gold', 'silver'] }] },
    })],
    template: (p) => ({
      name: `${id}-${GoTemplate.normalize(p.team.name)}`, labels: { team: GoTemplate.slugify(p.team.name, { maxLength: 40 }) }, project: world.project,
      source: Source.git({ repository: world.byHand, path: 'deploy' }), destination: Destination.inCluster(`team-${GoTemplate.normalize(p.team.name)}`),
    }),
    ...rest,
  }));

const matrix: fc.Arbitrary<MakeSet> = REST.map((rest) => (world, id, scope) => new ApplicationSet(scope, id, {
  generators: [Generator.matrix(
    Generator.gitFiles({ repository: world.byHand, files: ['tools/*.yaml'], pathParamPrefix: 'wish', content: { tool: 'tracing', env: 'production' } }),
    (p) => Generator.clusters({ matchLabels: { env: p.env } }),
  )],
  template: (p) => ({
    name: `${id}-${p.tool}-${p.nameNormalized}`, project: world.project,
    source: Source.git({ repository: world.byHand, path: `tools/${p.tool}` }), destination: Destination.cluster(p.name, `team-${p.tool}`),
  }),
  ...rest,
}));

const merge: fc.Arbitrary<MakeSet> = REST.map((rest) => (world, id, scope) => new ApplicationSet(scope, id, {
  generators: [Generator.merge({
    mergeKeys: ['name'],
    generators: [
      Generator.clusters({ fleet: world.fleet, values: { size: 'small' } }),
      Generator.clusters({ fleet: world.fleet, matchLabels: { region: 'eu' }, values: { size: 'large' } }),
    ],
  })],
  template: (p) => ({
    name: `${id}-${p.nameNormalized}`, project: world.project,
    source: Source.git({ repository: world.byHand, path: `web/${p.values.size}` }), destination: Destination.cluster(p.name, `team-${id}`),
  }),
  ...rest,
}));

const scmProvider: fc.Arbitrary<MakeSet> = REST.map((rest) => (world, id, scope) => new ApplicationSet(scope, id, {
  generators: [Generator.scmProvider({
    github: { organization: 'shop', tokenRef, excludeArchivedRepos: true }, filters: [{ repositoryMatch: '^service-', pathsExist: ['deploy'] }], cloneProtocol: 'https',
  })],
  template: (p) => ({
    name: `${id}-${GoTemplate.normalize(p.repository)}`, project: world.project,
    source: Source.git({ repository: Repository.git({ url: p.url, revision: p.branch }), path: 'deploy' }), destination: Destination.inCluster(`team-${GoTemplate.normalize(p.repository)}`),
  }),
  ...rest,
}));

const pullRequest: fc.Arbitrary<MakeSet> = REST.map((rest) => (world, id, scope) => new ApplicationSet(scope, id, {
  generators: [Generator.pullRequest({
    gitlab: { project: 'shop/web', api: 'https://gitlab.example.com', labels: ['preview'], tokenRef }, filters: [{ targetBranchMatch: '^main$' }], requeueAfter: '3m',
  })],
  template: (p) => ({
    name: `${id}-${p.number}`, labels: { branch: p.branch_slug }, project: world.project,
    source: Source.git({ repository: world.byHand, path: 'deploy/preview', revision: p.head_sha, kustomize: { nameSuffix: `-${p.number}` } }),
    destination: Destination.inCluster(`team-${id}-${p.number}`),
  }),
  ...rest,
}));

const decision: fc.Arbitrary<MakeSet> = REST.map((rest) => (world, id, scope) => new ApplicationSet(scope, id, {
  generators: [Generator.clusterDecisionResource({ configMapRef: 'placement', labelSelector: { matchLabels: { placement: 'web' } }, decisionKeys: ['clusterName'] })],
  template: (p) => ({
    name: `${id}-${p.clusterName}`, project: world.project, source: Source.git({ repository: world.byHand, path: 'web' }), destination: Destination.cluster(p.clusterName, `team-${id}`),
  }),
  ...rest,
}));

const plugin: fc.Arbitrary<MakeSet> = REST.map((rest) => (world, id, scope) => new ApplicationSet(scope, id, {
  generators: [Generator.plugin({ configMapRef: 'tenants', input: { plan: 'business' }, output: { tenant: 'acme' }, values: { owner: 'team-tenants' } })],
  template: (p) => ({
    name: `${id}-${p.tenant}`, labels: { owner: p.values.owner }, project: world.project,
    source: Source.git({ repository: world.byHand, path: 'web' }), destination: Destination.inCluster(`team-${p.tenant}`),
  }),
  ...rest,
}));

const clusterList: fc.Arbitrary<MakeSet> = REST.map((rest) => ({ fleet, byHand, project }, id, scope) => new ApplicationSet(scope, id, {
  generators: [Generator.clusterList(Generator.clusters({ fleet, matchLabels: { env: 'production' } }))],
  template: () => ({ name: id, project, source: Source.git({ repository: byHand, path: 'overview' }), destination: Destination.inCluster(`team-${id}`) }),
  templatePatch: (p) => ({ metadata: { annotations: { 'example.com/first-cluster': p.clusters.at(0).name } } }),
  ...rest,
}));

/** Any ApplicationSet that is right. */
export const SETS: fc.Arbitrary<MakeSet> = fc.oneof(
  { arbitrary: clusters, weight: 8 }, { arbitrary: list, weight: 2 }, { arbitrary: directories, weight: 2 },
  ...[files, matrix, merge, scmProvider, pullRequest, decision, plugin, clusterList].map((arbitrary) => ({ arbitrary, weight: 1 })),
);
