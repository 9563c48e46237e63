import path from 'node:path';
import { App } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import type { SourceChoice } from '../../src/apps/source-choice';
import { ApplicationSet } from '../../src/appsets/application-set';
import { Generator } from '../../src/appsets/generator';
import { Repository } from '../../src/fleet/repository';
import type { JsonObject } from '../../src/manifests/json';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf, webContainer } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const others = Repository.git({ url: 'https://git.example.com/org/others.git', revision: 'main', root: 'manifests' });
const hydrated = { drySource: { repository, path: 'apps/web' }, syncSource: { targetBranch: 'env/prod', path: 'web' } };

/** The chart of Argo CD in an app that has a canary of Istio in apps/web. */
function argocd(): ArgoChart {
  const app = new App({ outdir: path.join(__dirname, '..', '..', '.tmp', 'own-folders', 'dist') });
  const chart = new ArgoChart(app, 'web', { namespace: 'shop', folder: 'apps/web' });
  new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [CanaryStep.setWeight(50)] });
  return new ArgoChart(app, 'argocd', { namespace: 'argocd' });
}

function application(choice: SourceChoice): JsonObject {
  const chart = argocd();
  new Application(chart, 'Web', { ...choice, destination: Destination.inCluster('shop') });
  return specOf(chart.toJson(), 'Application');
}

const DERIVED = { ignoreDifferences: [{ kind: 'VirtualService', name: 'web' }], syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true'] } };

describe('what controllers write is ignored where an Application delivers the folder of a chart', () => {
  test.each<[string, SourceChoice]>([
    ['by its path', { source: Source.git({ repository, path: 'apps/web' }) }],
    ['as one of several sources', { sources: [Source.git({ repository: others, path: 'x' }), Source.git({ repository, path: './apps/web/' })] }],
    ['with images of Kustomize', { source: Source.git({ repository, path: 'apps/web', kustomize: { images: { 'registry.example.com/web': { tag: '2.0.0' } } } }) }],
    ['among those below another folder', { source: Source.git({ repository, path: 'apps', directory: { recurse: true } }) }],
    ['with all the others', { source: Source.git({ repository, path: '.', directory: { recurse: true } }) }],
    ['that is hydrated', { sourceHydrator: hydrated }],
  ])('%s', (_, choice) => {
    expect(application(choice)).toMatchObject(DERIVED);
  });

  test('that a template hydrates', () => {
    const chart = argocd();
    new ApplicationSet(chart, 'Web', {
      generators: [Generator.list([{ env: 'prod' }])],
      template: (p) => ({ name: `web-${p.env}`, sourceHydrator: hydrated, destination: Destination.inCluster('shop') }),
    });
    expect(specOf(chart.toJson(), 'ApplicationSet')).toMatchObject({ template: { spec: DERIVED } });
  });
});

test.each<[string, SourceChoice]>([
  ['a folder of that name in another repository', { source: Source.git({ repository: others, path: 'apps/web' }) }],
  ['a folder above, whose files alone are read', { source: Source.git({ repository, path: 'apps' }) }],
  ['the folder as a Helm chart', { source: Source.git({ repository, path: 'apps/web', helm: {} }) }],
  ['objects of other names', { source: Source.git({ repository, path: 'apps/web', kustomize: { namePrefix: 'x-' } }) }],
  ['some of the files', { source: Source.git({ repository, path: 'apps/web', directory: { include: '*.yaml' } }) }],
])('nothing is found in %s', (_, choice) => {
  expect(application(choice)).not.toHaveProperty('ignoreDifferences');
});
