import { ApiObject, type Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { SyncHook } from '../../src/sync/sync-hook';
import { shopChart, theObject } from '../shop';

const HOOK = 'argocd.argoproj.io/hook';
const POLICY = 'argocd.argoproj.io/hook-delete-policy';

function withJob() {
  const chart = shopChart();
  const job = new kplus.Job(chart, 'Job', { containers: [{ image: 'registry.example.com/job:1' }] });
  return { chart, job, annotations: () => theObject(chart.toJson(), 'Job').metadata.annotations };
}

describe('SyncHook', () => {
  test('makes every object of a construct a hook', () => {
    const { job, annotations } = withJob();
    SyncHook.preSync(job, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });
    expect(annotations()).toEqual({ [HOOK]: 'PreSync', [POLICY]: 'BeforeHookCreation,HookSucceeded' });
  });

  test.each([
    ['Sync', (job: kplus.Job) => SyncHook.sync(job)],
    ['PostSync', (job: kplus.Job) => SyncHook.postSync(job)],
    ['SyncFail', (job: kplus.Job) => SyncHook.syncFail(job)],
    ['Skip', (job: kplus.Job) => SyncHook.skip(job)],
    ['PreDelete', (job: kplus.Job) => SyncHook.preDelete(job, { keep: true })],
  ])('can run at %s', (phase, declare) => {
    const { job, annotations } = withJob();
    declare(job);
    expect(annotations()).toEqual({ [HOOK]: phase });
  });

  // A Job that is left over would count as one that has run, the next time.
  test.each([
    ['PreDelete', (job: kplus.Job) => SyncHook.preDelete(job)],
    ['PostDelete', (job: kplus.Job) => SyncHook.postDelete(job)],
  ])('at %s goes when it has succeeded', (phase, declare) => {
    const { job, annotations } = withJob();
    declare(job);
    expect(annotations()).toEqual({ [HOOK]: phase, [POLICY]: 'HookSucceeded' });
  });

  test('at PostDelete says that it is to stay', () => {
    const { job, annotations } = withJob();
    SyncHook.postDelete(job, { keep: true });
    expect(annotations()).toEqual({ [HOOK]: 'PostDelete', [POLICY]: 'BeforeHookCreation' });
  });

  test('is one hook, not two', () => {
    const { job } = withJob();
    SyncHook.preSync(job);
    expect(() => SyncHook.postSync(job)).toThrow('web/Job: the construct is a PreSync hook already, so it cannot become a PostSync hook');
  });

  test('is no other one than the annotation says', () => {
    const { job } = withJob();
    job.metadata.addAnnotation(HOOK, 'PostSync');
    expect(() => SyncHook.preSync(job)).toThrow('the object has the annotation argocd.argoproj.io/hook (PostSync) already, which would win');
  });

  test.each([
    ['v1', 'Namespace', 'everything in it goes with it'],
    ['v1', 'PersistentVolumeClaim', 'its data goes with it'],
    ['v1', 'Service', 'its address changes, and requests fail until it is back'],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', 'requests fail until it is back'],
  ])('is no %s %s, which holds more than itself', (apiVersion, kind, loss) => {
    const { chart } = withJob();
    const object = new ApiObject(chart, 'Holder', { apiVersion, kind });
    expect(() => SyncHook.preSync(object)).toThrow(`${kind}/holder as a hook would be deleted and made again with every sync: ${loss}. make a hook of`);
    expect(() => SyncHook.postDelete(object)).toThrow(`${kind}/holder as a PostDelete hook would be there only once the Application is deleted. make a hook of`);
  });

  test('may be skipped whatever it holds', () => {
    const { chart } = withJob();
    SyncHook.skip(new ApiObject(chart, 'Holder', { apiVersion: 'v1', kind: 'Namespace' }));
    expect(theObject(chart.toJson(), 'Namespace').metadata.annotations).toEqual({ [HOOK]: 'Skip' });
  });

  test.each([
    ['is added below it later', (chart: Chart) => {
      const group = new Construct(chart, 'Group');
      SyncHook.preSync(group);
      new ApiObject(group, 'Data', CLAIM);
    }],
    ['is patched to be one', (chart: Chart) => {
      new ApiObject(chart, 'Data', CLAIM).addJsonPatch(JsonPatch.add('/metadata/annotations', { [HOOK]: 'PreSync' }));
    }],
  ])('what holds data and %s is found in what is rendered', (_, declare) => {
    const { chart } = withJob();
    declare(chart);
    expect(() => chart.toJson()).toThrow('this PersistentVolumeClaim is a hook, and every sync deletes it and makes it again: its data goes with it');
  });
});

const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
