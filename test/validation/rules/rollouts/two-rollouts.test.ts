import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { oneRolloutAService } from '../../../../src/validation/rules/references/one-rollout-a-service';
import { exampleBlueGreen, exampleCanary, exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { ownPods } from '../../../../src/validation/rules/rollouts/own-pods';
import { EXAMPLE_UNIT, exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';

const second = (yaml: string) => yaml.replace('name: web\n', 'name: api\n');

describe('own-pods', () => {
  const selecting = (selector: string) => exampleRollout({ selector });

  test('selectors are compared whatever their order', () => {
    const first = selecting('matchLabels: { app: web, tier: front }\nmatchExpressions: [{ key: a, operator: Exists }]');
    const other = selecting('matchLabels: { tier: front, app: web }\nmatchExpressions: [{ key: a, operator: Exists }]');
    expect(findingsOf(ownPods, joinDocuments(first, second(other)))).toMatchObject([{
      pointer: '/spec/selector', message: 'Rollout/shop/web selects the same pods', entry: { id: { name: 'api' } },
    }]);
  });

  test('one label more is another selector', () => {
    expect(findingsOf(ownPods, joinDocuments(selecting('matchLabels: { app: web }'), second(selecting('matchLabels: { app: web, tier: a }'))))).toEqual([]);
  });

  test('another namespace and another unit have other pods', () => {
    const other = second(exampleRollout()).replace('name: api\n', 'name: api\n  namespace: other\n');
    expect(findingsOf(ownPods, joinDocuments(exampleRollout(), other))).toEqual([]);
    const set = new ManifestSet();
    for (const id of ['staging', 'production']) {
      for (const { manifest } of exampleManifests(exampleRollout()).entries) set.add({ ...EXAMPLE_UNIT, id }, manifest);
    }
    expect(findingsOf(ownPods, set)).toEqual([]);
  });
});

describe('one-rollout-a-service', () => {
  test('roles do not matter', () => {
    const yaml = joinDocuments(exampleCanary('stableService: a\ncanaryService: b'), second(exampleBlueGreen('activeService: b\npreviewService: a')));
    expect(findingsOf(oneRolloutAService, yaml)).toMatchObject([
      { pointer: '/spec/strategy/blueGreen/activeService', message: 'Service b belongs to Rollout/shop/web already' },
      { pointer: '/spec/strategy/blueGreen/previewService' },
    ]);
  });

  test('a root service may lead to several', () => {
    const root = exampleCanary('stableService: a\ncanaryService: b\ntrafficRouting:\n  smi:\n    rootService: web');
    const other = second(root).replace('stableService: a', 'stableService: c').replace('canaryService: b', 'canaryService: d');
    expect(findingsOf(oneRolloutAService, joinDocuments(root, other))).toEqual([]);
  });
});
