import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ArgoChart } from '../../src/app/argo-chart';
import { ObjectSyncOption } from '../../src/sync/object-sync-option';
import { ObjectSyncOptions } from '../../src/sync/object-sync-options';
import { plainApp } from '../plain-app';

function charts() {
  const chart = new ArgoChart(plainApp(), 'web', { namespace: 'shop' });
  const group = new Construct(chart, 'group');
  const [one, other] = ['one', 'other'].map((id) => new ApiObject(group, id, { apiVersion: 'v1', kind: 'ConfigMap' }));
  return { chart, group, one: one!, other: other! };
}

function optionsIn(chart: ArgoChart): unknown[] {
  return chart.toJson().map(({ metadata }: { metadata: { annotations?: Record<string, string> } }) => metadata.annotations?.['argocd.argoproj.io/sync-options']);
}

describe('ObjectSyncOptions', () => {
  test('are those of the group and those of the object, which win', () => {
    const { chart, group, one } = charts();
    ObjectSyncOptions.of(group).add(ObjectSyncOption.confirmPrune(), ObjectSyncOption.neverDelete());
    ObjectSyncOptions.of(one).add(ObjectSyncOption.neverPrune()).add(ObjectSyncOption.serverSideApply(false));
    expect(optionsIn(chart)).toEqual(['Delete=false,Prune=false,ServerSideApply=false', 'Delete=false,Prune=confirm']);
  });

  test('are written as Argo CD reads them', () => {
    const { chart, one, other } = charts();
    ObjectSyncOptions.of(one).add(ObjectSyncOption.deleteAndRecreate(), ObjectSyncOption.pruneLast(), ObjectSyncOption.skipValidation());
    ObjectSyncOptions.of(other).add(
      ObjectSyncOption.replaceInsteadOfApply(), ObjectSyncOption.skipDryRunOnMissingResource(),
      ObjectSyncOption.confirmDelete(), ObjectSyncOption.serverSideApply(),
    );
    expect(optionsIn(chart)).toEqual([
      'Force=true,PruneLast=true,Replace=true,Validate=false', 'Delete=confirm,Replace=true,ServerSideApply=true,SkipDryRunOnMissingResource=true',
    ]);
  });

  test('refuse what contradicts itself, or what an annotation says already', () => {
    const { group, one, other } = charts();
    expect(() => ObjectSyncOptions.of(one).add(ObjectSyncOption.neverPrune(), ObjectSyncOption.confirmPrune())).toThrow('say both Prune=false and Prune=confirm');
    other.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'Prune=false');
    expect(() => ObjectSyncOptions.of(group).add(ObjectSyncOption.neverDelete())).toThrow('web/group/other: the object has the annotation');
  });
});
