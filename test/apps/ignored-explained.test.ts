import { readFileSync } from 'node:fs';
import { ApiObject } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application, type ApplicationOptions } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import type { IgnoredDifference } from '../../src/apps/ignored-difference';
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
import { ObjectSyncOption } from '../../src/sync/object-sync-option';
import { ObjectSyncOptions } from '../../src/sync/object-sync-options';
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

describe('entries of the user beside those that are found', () => {
  const KEPT = 'RespectIgnoreDifferences=true';
  const optionsWith = (...entries: readonly IgnoredDifference[]): unknown =>
    (rendered(application(blueGreen(), { syncPolicy: serverSide, ignoreDifferences: entries })).syncPolicy as JsonObject).syncOptions;

  test('leave what is found to be kept, where none of their fields is in a list', () => {
    expect(optionsWith({ kind: 'ConfigMap', name: 'c', jsonPointers: ['/data/a'] })).toContain(KEPT);
    expect(optionsWith({ kind: 'ConfigMap', jqPathExpressions: ['.data."a[]"'] })).toContain(KEPT);
  });

  test.each<[string, IgnoredDifference]>([
    ['are in a list', { kind: 'Service', jqPathExpressions: ['.spec.ports[]?.nodePort'] }],
    ['are in an item of one', { kind: 'Service', jsonPointers: ['/spec/ports/0/nodePort'] }],
    ['are computed', { kind: 'Service', jqPathExpressions: ['.spec | .. | .nodePort?'] }],
    ['are those of a manager', { kind: 'Service', managedFieldsManagers: ['cloud-controller-manager'] }],
  ])('keep nothing where their fields %s', (_, entry) => {
    expect(optionsWith(entry)).toEqual(['ServerSideApply=true', 'ApplyOutOfSyncOnly=true']);
  });

  test('keep nothing unasked where nothing is found', () => {
    const ignoreDifferences = [{ kind: 'ConfigMap', jsonPointers: ['/data/a'] }] as const;
    expect(rendered(application(shop(), { ignoreDifferences }))).toMatchObject({ syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true'] } });
  });
});

test('Services that are annotated to be merged by the server need the entry, whatever the Application does', () => {
  const chart = blueGreen();
  for (const service of chart.node.findAll().filter((one) => ApiObject.isApiObject(one) && one.kind === 'Service')) {
    ObjectSyncOptions.of(service).add(ObjectSyncOption.serverSideApply());
  }
  expect(rendered(application(chart))).toMatchObject({
    ignoreDifferences: [{ kind: 'Service', name: 'web', jqPathExpressions: ['.spec.selector."rollouts-pod-template-hash"'] }, { name: 'web-preview' }],
    syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true', 'RespectIgnoreDifferences=true'] },
  });
  expect(rendered(application(blueGreen()))).not.toHaveProperty('ignoreDifferences');
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
