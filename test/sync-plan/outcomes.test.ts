import type { Manifest } from '../../src/manifests/manifest';
import { SyncPlan } from '../../src/sync-plan/sync-plan';
import { syncTasks } from '../../src/sync-plan/sync-task';
import recorded from './outcomes.json';

// What the engine of Argo CD itself does with some objects: test/oracles/sync-engine/plan_oracle_test.go.
const cases = (recorded as unknown as ReadonlyArray<{
  readonly objects: readonly Manifest[];
  readonly createNamespace: boolean;
  readonly tasks: readonly string[];
  /** Those without whose health a sync does not end. Missing where no sync was run. */
  readonly waits?: readonly string[];
}>);

test(`the tasks of ${cases.length} syncs come in the order of Argo CD, each in its phase and wave`, () => {
  const different = cases.filter(({ objects, createNamespace, tasks }) => {
    const ours = syncTasks(objects, { namespace: 'shop', createsNamespace: createNamespace })
      .map(({ phase, wave, manifest }) => `${phase} ${wave} ${manifest.kind}/${manifest.metadata.name!}`);
    return ours.join('\n') !== tasks.join('\n');
  });
  expect(different).toEqual([]);
});

const ran = cases.filter(({ waits }) => waits !== undefined);

test(`in ${ran.length} syncs that were run, the same objects are waited for`, () => {
  const different = ran.filter(({ objects, waits }) => {
    const ours = SyncPlan.of(objects, { namespace: 'shop' }).applications.flatMap((application) =>
      application.waves.flatMap(({ waitsFor }) => waitsFor.map(({ object }) => `${object.kind}/${object.name}`)));
    return ours.sort().join('\n') !== waits!.join('\n');
  });
  expect(different).toEqual([]);
});
