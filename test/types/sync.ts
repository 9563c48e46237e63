import { SyncHook, SyncWaves } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** An order is one of constructs. */
export function orders(scope: Construct, a: Construct, b: Construct): void {
  SyncWaves.of(scope).useKindOrder().sequence(a, [a, b], b).syncAfter([a], b).pin(a, -1);
  // @ts-expect-error a name is no construct
  SyncWaves.of(scope).sequence(a, 'web');
  // @ts-expect-error lists do not hold lists
  SyncWaves.of(scope).sequence([[a], b]);
  // @ts-expect-error a wave is a number
  SyncWaves.of(scope).pin(a, '1');
  // @ts-expect-error several constructs are pinned one by one
  SyncWaves.of(scope).pin([a, b], 1);
  // @ts-expect-error there is one for each chart
  new SyncWaves(scope);
}

/** What a hook at a deletion is told is not what a hook of a sync is told. */
export function hooks(job: Construct): void {
  SyncHook.sync(job, { deletePolicies: ['HookSucceeded'] });
  SyncHook.preDelete(job, { keep: true });
  SyncHook.postDelete(job);
  SyncHook.skip(job);
  // @ts-expect-error nothing is deleted before a hook at a deletion is made
  SyncHook.preDelete(job, { deletePolicies: ['BeforeHookCreation'] });
  // @ts-expect-error no such policy
  SyncHook.sync(job, { deletePolicies: ['BeforeSyncFinished'] });
  // @ts-expect-error what is never applied is never deleted
  SyncHook.skip(job, {});
}
