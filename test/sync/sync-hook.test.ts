import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
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

  test.each(['Namespace', 'PersistentVolumeClaim'])('is no %s, which holds more than itself', (kind) => {
    const { chart } = withJob();
    const object = new ApiObject(chart, 'Holder', { apiVersion: 'v1', kind });
    expect(() => SyncHook.preSync(object)).toThrow(`${kind}/holder as a hook would be deleted and made again, with everything that it holds`);
    SyncHook.skip(object);
    expect(theObject(chart.toJson(), kind).metadata.annotations).toEqual({ [HOOK]: 'Skip' });
  });
});
