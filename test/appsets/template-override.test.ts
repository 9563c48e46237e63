import type { ApplicationSet as ApplicationSetWire } from '../../imports/types/argo-cd/application-set';
import { ArgoChart } from '../../src/app/argo-chart';
import { Destination } from '../../src/apps/destination';
import type { IgnoredDifference } from '../../src/apps/ignored-difference';
import { Source } from '../../src/apps/source';
import { SyncPolicy } from '../../src/apps/sync-policy';
import { ApplicationSet } from '../../src/appsets/application-set';
import type { ApplicationTemplate } from '../../src/appsets/application-template';
import { Generator } from '../../src/appsets/generator';
import type { TemplateOverride } from '../../src/appsets/template-override';
import { Repository } from '../../src/fleet/repository';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { specOf, webContainer } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/web.git', revision: 'main' });
const source = Source.git({ repository, path: 'web' });
const IGNORED: readonly IgnoredDifference[] = [{ kind: 'ConfigMap', name: 'web', jsonPointers: ['/data/a'] }];

function made(override: TemplateOverride, template: Partial<ApplicationTemplate> = { source }): unknown {
  const chart = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
  new ApplicationSet(chart, 'Web', {
    generators: [Generator.list([{ env: 'dev' }], { template: override })],
    template: (p) => ({ name: `web-${p.env}`, destination: Destination.inCluster('web'), ...template }) as ApplicationTemplate,
  });
  const spec = specOf(chart.toJson(), 'ApplicationSet') as unknown as ApplicationSetWire['spec'];
  return spec.generators?.[0]?.list?.template?.spec;
}

describe('what a generator says otherwise', () => {
  test('may be ignored fields, with the options that these need', () => {
    expect(made({ ignoreDifferences: IGNORED })).toEqual({
      project: '', destination: {}, ignoreDifferences: IGNORED, syncPolicy: { automated: { selfHeal: true }, syncOptions: ['ApplyOutOfSyncOnly=true'] },
    });
    expect(made({ ignoreDifferences: IGNORED }, { source, syncPolicy: SyncPolicy.manual() })).toMatchObject({ syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true'] } });
  });

  test('may be links and the history', () => {
    expect(made({ info: { owner: 'team-web' }, revisionHistoryLimit: 3 })).toEqual({
      project: '', destination: {}, info: [{ name: 'owner', value: 'team-web' }], revisionHistoryLimit: 3,
    });
  });

  test('may be several sources, or what is hydrated, where the template has the same', () => {
    const sources: NonNullable<TemplateOverride['sources']> = [source, Source.git({ repository, path: 'extra' })];
    expect(made({ sources }, { sources: [source] })).toMatchObject({ sources: [{ path: 'web' }, { path: 'extra' }] });
    const hydrated = (targetBranch: string): NonNullable<TemplateOverride['sourceHydrator']> =>
      ({ drySource: { repository, path: 'web' }, syncSource: { targetBranch, path: 'web' } });
    expect(made({ sourceHydrator: hydrated('env/b') }, { sourceHydrator: hydrated('env/a') })).toMatchObject({ sourceHydrator: { syncSource: { targetBranch: 'env/b' } } });
    expect(() => made({ sources })).toThrow('a generator\'s template has sources and the template source, and the Applications would have both');
    expect(() => made({ source }, { sources: [source] })).toThrow('say sources in both, or source in both');
    expect(() => made({ sources: [Source.ref('values', repository)] }, { sources: [source] })).toThrow('a generator\'s template: all sources are refs');
  });

  test('brings charts of its own, which are delivered as those of the template are', () => {
    const app = plainApp();
    const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
    const charts = ['web', 'web-dev'].map((id) => new ArgoChart(app, id, { namespace: 'web' }));
    for (const chart of charts) {
      new CanaryRollout(chart, 'Web', {
        containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [CanaryStep.setWeight(50)],
        metadata: { name: chart.node.id },
      });
    }
    const [all, dev] = charts.map((chart) => Source.chart(chart, repository));
    new ApplicationSet(argocd, 'Web', {
      generators: [Generator.list([{ env: 'dev' }], { template: { sources: [dev!] } }), Generator.list([{ env: 'eu' }])],
      template: (p) => ({ name: `web-${p.env}`, destination: Destination.inCluster(), sources: [all!] }),
    });
    expect(specOf(argocd.toJson(), 'ApplicationSet')).toMatchObject({ template: { spec: { ignoreDifferences: [{ name: 'web' }, { name: 'web-dev' }] } } });
  });
});
