import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { Generator } from '../../src/appsets/generator';
import { MultiClusterAppSet } from '../../src/appsets/multi-cluster-app-set';
import { Repository } from '../../src/fleet/repository';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { webContainer } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });
const clusters = [Generator.clusters({ matchLabels: { env: 'production' } })] as const;

/** Delivers the chart of a check and the chart of the rollout that needs it, and says what is wrong. */
function fixesOf(checksTo: readonly Destination[], webTo: readonly Destination[], everywhere: 'checks' | 'none' = 'none'): (string | undefined)[] {
  const app = new ArgoApp({ outdir: 'unused', report: 'none' });
  const checks = new ArgoChart(app, 'checks', { namespace: 'shop' });
  const web = new ArgoChart(app, 'web', { namespace: 'shop' });
  const errors = new AnalysisCheck(checks, 'Errors', {
    metrics: () => [Metric.prometheus('errors', { address: 'http://prometheus.monitoring:9090', query: 'sum(errors)', success: Condition.below(1) })],
  });
  new CanaryRollout(web, 'Web', {
    containers: [webContainer()],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.analysis(errors.withArgs())],
  });
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  for (const [chart, destinations] of [[checks, checksTo], [web, webTo]] as const) {
    const source = Source.chart(chart, repository);
    destinations.forEach((destination, i) => new Application(argocd, `${chart.node.id}-${i}`, { source, destination }));
  }
  if (everywhere === 'checks') {
    new MultiClusterAppSet(argocd, 'checks', {
      generators: clusters,
      template: (p) => ({ name: `checks-${p.nameNormalized}`, source: Source.chart(checks, repository), destination: Destination.cluster(p.name) }),
    });
  }
  return app.check().findings.filter(({ rule }) => rule === 'references/analysis-templates-exist').map(({ fix }) => fix);
}

const [eu, us] = [Destination.cluster('eu'), Destination.cluster('us')];

describe('what a rollout names in another chart of its namespace', () => {
  test.each<[string, readonly Destination[], readonly Destination[]]>([
    ['both go to one cluster', [eu], [eu]],
    ['no Application delivers either', [], []],
    ['no Application delivers what is named', [], [eu]],
    ['no Application delivers the rollout', [eu], []],
    ['what is named goes to several clusters', [us, eu], [eu]],
    ['the cluster of Argo CD is named in two ways', [Destination.cluster('in-cluster')], [Destination.inCluster()]],
    ['nobody can tell whether a URL is that of a name', [Destination.server('https://eu.example.com')], [eu]],
  ])('is found when %s', (_, checksTo, webTo) => {
    expect(fixesOf(checksTo, webTo)).toEqual([]);
  });

  test('is found when an ApplicationSet delivers it to clusters that only Argo CD knows', () => {
    expect(fixesOf([us], [eu], 'checks')).toEqual([]);
  });

  test.each<[string, Destination, string]>([
    ['another cluster', us, 'us'],
    ['the cluster of Argo CD', Destination.inCluster(), 'https://kubernetes.default.svc'],
  ])('is not found when it goes to %s, and the message says so', (_, to, cluster) => {
    expect(fixesOf([to], [eu])).toEqual([
      expect.stringMatching(`^AnalysisTemplate errors is in chart checks( \\(made at .*\\))?, which is delivered to ${cluster}, not to eu. deliver a chart with it there too$`),
    ]);
  });
});
