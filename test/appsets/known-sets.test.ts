/*
 * What the constructs know of the sets of parameters, held against the expansion of the rendered manifest, which knows nothing of
 * the constructs.
 */
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ApplicationSet } from '../../src/appsets/application-set';
import type { ApplicationSetGenerator } from '../../src/appsets/application-set-generator';
import { fill } from '../../src/appsets/fill';
import { Generator } from '../../src/appsets/generator';
import type { SetFacts } from '../../src/appsets/known-set';
import { setsOf } from '../../src/appsets/written-folders';
import { expandApplicationSet } from '../../src/expansion/expand';
import { Cluster } from '../../src/fleet/cluster';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';
import { theObject } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
const fleet = Fleet.of([
  Cluster.registered({ name: 'EU_1', server: 'https://eu-1.example.com', labels: { env: 'production', region: 'eu' } }),
  Cluster.registered({ name: 'us-1', server: 'https://us-1.example.com', labels: { env: 'production', region: 'us' } }),
  Cluster.registered({ name: 'lab', server: 'https://lab.example.com', labels: { env: 'staging', region: 'eu' } }),
]);
const FILES = ['dist/apps/web/web.k8s.yaml', 'dist/apps/api/v2/v2.k8s.yaml', 'dist/apps/old/old.k8s.yaml', 'dist/.hidden/x/x.yaml'];
const FOLDERS = ['dist/apps/web', 'dist/apps/api/v2', 'dist/apps/old', 'dist/.hidden/x'];

const envs = Generator.list([{ env: 'production', n: 1, on: true }, { env: 'staging', n: 20, on: false }]);
const production = Generator.clusters({ matchLabels: { env: 'production' }, values: { size: 'large', from: '{{ .name }}' } });
const folders = Generator.gitDirectories({ repository, directories: ['apps/*', 'apps/*/*'], exclude: ['apps/old'], values: { to: '{{ .path.basename }}' } });

const CASES: readonly [string, ApplicationSetGenerator, string][] = [
  ['a list', envs, 'a-{{ .env }}-{{ .n }}-{{ .on }}'],
  ['a list with a selector', Generator.list([{ env: 'a', n: 1 }, { env: 'b', n: 2 }], { selector: { matchExpressions: [{ key: 'n', operator: 'NotIn', values: ['2'] }] } }), '{{ .env }}'],
  ['clusters by label', production, '{{ .nameNormalized }}-{{ .values.size }}-{{ .metadata.labels.region }}-{{ lower .values.from }}'],
  ['clusters by condition', Generator.clusters({ matchExpressions: [{ key: 'region', operator: 'NotIn', values: ['us'] }] }), '{{ .nameNormalized }}'],
  ['all clusters', Generator.clusters(), '{{ .nameNormalized }}'],
  ['folders', folders, '{{ .path.basename }}-{{ index .path.segments 1 }}-{{ .values.to }}'],
  ['folders with a prefix', Generator.gitDirectories({ repository, directories: ['apps/*'], pathParamPrefix: 'app' }), '{{ .app.path.basenameNormalized }}'],
  ['a matrix', Generator.matrix(folders, production), '{{ .nameNormalized }}-{{ .path.basename }}'],
  ['a matrix that hands on', Generator.matrix(envs, (p) => Generator.clusters({ matchLabels: { env: p.env } })), '{{ .nameNormalized }}-{{ .env }}'],
  ['a merge', Generator.merge({
    mergeKeys: ['name'], generators: [production, Generator.clusters({ matchLabels: { region: 'us' }, values: { size: 'small' } })],
  }), '{{ .nameNormalized }}-{{ .values.size }}'],
  ['every cluster of a fleet', Generator.clusters({ fleet }), '{{ .nameNormalized }}-{{ .metadata.labels.env }}'],
];

test.each(CASES)('%s', (_, generator, name) => {
  const app = new ArgoApp({ outdir: 'dist', report: 'none', fleet });
  const chart = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  new ApplicationSet(chart, 'Web', { generators: [generator], template: () => ({
    name, source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('web'),
  }) });
  const facts: SetFacts = { clusters: fleet._facts(), filesIn: () => FILES };
  const ours = setsOf(generator, facts).map(({ parameters }) => fill(name, parameters));
  const { applications, problems } = expandApplicationSet(
    theObject([manifestOf(chart)], 'ApplicationSet'),
    { clusters: fleet._facts(), repositories: [{ url: repository.url, root: 'dist', folders: FOLDERS }] },
  );
  const theirs = applications.map(({ manifest }) => manifest.metadata.name);
  expect(problems).toEqual([]);
  expect(theirs.length).toBeGreaterThan(0);
  expect([...ours].sort()).toEqual([...theirs].sort());
});

function manifestOf(chart: ArgoChart): ReturnType<ArgoChart['toJson']>[number] {
  const set = chart.node.findAll().find((construct): construct is ApplicationSet<never> => construct instanceof ApplicationSet)!;
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', metadata: { name: 'web', namespace: 'argocd' }, spec: JSON.parse(JSON.stringify(set._toKube())) };
}
