import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { SyncPlan } from '../../src/sync-plan/sync-plan';
import { LaterObjects } from '../../src/validation/rules/sync/later-objects';
import { firstMoment } from '../../src/validation/rules/sync/moments';

const COUNT = 5000;

const inWaves = (apiVersion: string, kind: string): Manifest[] => Array.from({ length: COUNT }, (_, wave) => ({
  apiVersion, kind, metadata: { name: `object-${wave}`, annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } },
}));

// With the square of the waves these take minutes; they take less than a second.
describe('thousands of waves', () => {
  test.each([
    ['v1', 'ConfigMap'],
    ['argoproj.io/v1alpha1', 'Application'],
    ['v1', 'PersistentVolumeClaim'],
  ])('of %s %s are planned', (apiVersion, kind) => {
    const plan = SyncPlan.of(inWaves(apiVersion, kind));
    expect(plan.applications[0]!.waves).toHaveLength(COUNT);
    expect(plan.toString()).toContain(`wave ${COUNT - 1}`);
  }, 30_000);

  test('of Applications wait for each other', () => {
    const later = new LaterObjects(({ manifest }) => firstMoment(manifest), ({ id }) => id.name);
    const set = new ManifestSet();
    const unit = { id: 'root', namespace: 'argocd', destination: { cluster: 'in-cluster' } };
    for (const manifest of inWaves('argoproj.io/v1alpha1', 'Application')) set.add(unit, manifest);
    const counts = Array.from({ length: COUNT }, (_, wave) => later.after(set.of(unit), { phase: 'Sync', wave }).count);
    expect(counts).toEqual(Array.from({ length: COUNT }, (_, wave) => COUNT - 1 - wave));
    expect(later.after(set.of(unit), { phase: 'Sync', wave: 9 }).first).toEqual([
      'object-10', 'object-100', 'object-1000',
    ]);
  }, 30_000);

  test('are not all named by what may hold them up', () => {
    const spec = { strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } } };
    const rollout: Manifest = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec };
    const plan = SyncPlan.of([rollout, ...inWaves('v1', 'ConfigMap').slice(1, 9)]);
    expect(plan.toString()).toContain('wave 1 and the 7 after it wait');
    expect(plan.applications[0]!.waves[0]!.holds[0]!.holds).toHaveLength(8);
  });
});
