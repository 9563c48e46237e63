import { readFileSync } from 'node:fs';
import { ApiObject } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application, type ApplicationOptions } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { SyncOption } from '../../src/apps/sync-option';
import { SyncPolicy } from '../../src/apps/sync-policy';
import { Repository } from '../../src/fleet/repository';
import type { JsonObject } from '../../src/manifests/json';
import { FIELD_OWNERS } from '../../src/ownership/field-owners';
import { BlueGreenRollout } from '../../src/rollouts/blue-green-rollout';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { Promotion } from '../../src/rollouts/promotion';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { specOf, webContainer } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const serverSide = SyncPolicy.automated({ syncOptions: [SyncOption.serverSideApply()] });

function shop(): ArgoChart {
  return new ArgoChart(plainApp(), 'shop', { namespace: 'shop' });
}

function blueGreen(): ArgoChart {
  const chart = shop();
  new BlueGreenRollout(chart, 'Web', { containers: [webContainer()], promotion: Promotion.manual() });
  return chart;
}

function byIstio(): ArgoChart {
  const chart = shop();
  const trafficRouting = TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] });
  new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting, steps: [CanaryStep.setWeight(50)] });
  return chart;
}

function application(chart: ArgoChart, options: Partial<ApplicationOptions> = {}): Application {
  const argocd = new ArgoChart(chart.node.root, 'argocd', { namespace: 'argocd' });
  return new Application(argocd, 'Shop', { source: Source.chart(chart, repository), destination: Destination.inCluster(), ...options });
}

const rendered = (of: Application): JsonObject => specOf(ArgoChart.of(of).toJson(), 'Application');

describe('an Application that lets the API server merge', () => {
  test('ignores the hash in the selectors of the Services, and keeps it when it applies them', () => {
    const spec = rendered(application(blueGreen(), { syncPolicy: serverSide }));
    expect(spec).toMatchObject({
      ignoreDifferences: [
        { kind: 'Service', name: 'web', jqPathExpressions: ['.spec.selector."rollouts-pod-template-hash"'] },
        { kind: 'Service', name: 'web-preview' },
      ],
      syncPolicy: { syncOptions: ['ServerSideApply=true', 'ApplyOutOfSyncOnly=true', 'RespectIgnoreDifferences=true'] },
    });
  });

  test('does not keep ignored fields when one is in a list, which would keep the list', () => {
    expect(rendered(application(byIstio(), { syncPolicy: serverSide }))).toMatchObject({
      syncPolicy: { syncOptions: ['ServerSideApply=true', 'ApplyOutOfSyncOnly=true'] },
    });
  });
});

test('fields that the user adds are not kept unasked', () => {
  const ignoreDifferences = [{ kind: 'Service', jsonPointers: ['/spec/clusterIP'] }] as const;
  const spec = rendered(application(blueGreen(), { syncPolicy: serverSide, ignoreDifferences }));
  expect(spec).not.toMatchObject({ syncPolicy: { syncOptions: expect.arrayContaining(['RespectIgnoreDifferences=true']) as string[] } });
});

test('a kind can be left out, or everything', () => {
  expect(rendered(application(byIstio(), { deriveIgnoreDifferences: { exceptKinds: ['VirtualService'] } }))).not.toHaveProperty('ignoreDifferences');
  expect(rendered(application(byIstio(), { deriveIgnoreDifferences: false }))).not.toHaveProperty('ignoreDifferences');
});

describe('why a field is ignored', () => {
  test('is said by the Application', () => {
    expect(application(byIstio()).derivedDifferences).toEqual([{
      group: 'networking.istio.io', kind: 'VirtualService', name: 'web', namespace: 'shop', jqPathExpressions: expect.any(Array) as string[],
      controller: 'Argo Rollouts', reason: 'every setWeight step writes the weights of the routes',
    }]);
  });

  test('of a folder of somebody else nothing is known', () => {
    const chart = shop();
    new ApiObject(chart, 'Config', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(application(chart).derivedDifferences).toEqual([]);
  });

  test('stands on the page about ownership, for every field that is known', () => {
    const page = readFileSync('docs/concepts/ownership.md', 'utf8').replace(/\s+/g, ' ');
    expect(Object.values(FIELD_OWNERS).map(({ reason }) => reason).filter((reason) => !page.includes(reason))).toEqual([]);
  });
});
