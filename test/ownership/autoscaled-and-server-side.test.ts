import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';
import { leadsThroughList } from '../../src/ownership/ignore-difference';
import { ignoredIn } from './ignored';

const unit: Unit = { id: 'web', namespace: 'shop', destination: { cluster: '' } };

function rollout(spec: JsonObject): Manifest {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web', namespace: 'shop' }, spec };
}

function autoscaler(apiVersion: string, kind: string): Manifest {
  const scaleTargetRef = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' };
  return { apiVersion, kind, metadata: { name: 'web', namespace: 'shop' }, spec: { scaleTargetRef } };
}

function ignoredOf(manifests: readonly Manifest[], serverSide = false): unknown {
  const set = new ManifestSet();
  for (const manifest of manifests) set.add(unit, manifest);
  return ignoredIn(set, [], serverSide).get('web') ?? [];
}

describe('replicas that an autoscaler writes', () => {
  test.each([['autoscaling/v2', 'HorizontalPodAutoscaler'], ['keda.sh/v1alpha1', 'ScaledObject']])('are ignored when Git says a number: %s %s', (...of) => {
    expect(ignoredOf([rollout({ replicas: 3 }), autoscaler(...of)])).toEqual([
      { group: 'argoproj.io', kind: 'Rollout', name: 'web', namespace: 'shop', jqPathExpressions: ['.spec.replicas'] },
    ]);
  });

  test('need nothing when Git says none, or when nothing scales', () => {
    expect(ignoredOf([rollout({}), autoscaler('autoscaling/v2', 'HorizontalPodAutoscaler')])).toEqual([]);
    expect(ignoredOf([rollout({ replicas: 3 })])).toEqual([]);
  });
});

describe('the Services of a rollout', () => {
  const blueGreen = rollout({ strategy: { blueGreen: { activeService: 'web', previewService: 'web-preview' } } });

  test('are left alone by a client-side apply, so nothing is ignored', () => {
    expect(ignoredOf([blueGreen])).toEqual([]);
  });

  test('keep the hash of their selector, and nothing else, when the API server merges', () => {
    expect(ignoredOf([blueGreen], true)).toEqual(['web', 'web-preview'].map((name) =>
      ({ kind: 'Service', name, namespace: 'shop', jqPathExpressions: ['.spec.selector."rollouts-pod-template-hash"'] })));
  });

  test('are those that the controller switches: a root service is not', () => {
    const routed = rollout({ strategy: { canary: { stableService: 'web-stable', trafficRouting: { alb: { rootService: 'web-root' } } } } });
    expect(ignoredOf([routed], true)).toEqual([expect.objectContaining({ name: 'web-stable' })]);
  });
});

test.each([
  ['.spec.replicas', false], ['.spec.selector."a[]"', false], ['/spec/replicas', false], ['.metadata.annotations["a/b"]', false],
  ['.spec.http[]?.route', true], ['.spec.http[0]', true], ['.spec.http[1:]', true], ['/spec/http/0/route', true],
])('%s goes through a list: %s', (path, expected) => {
  expect(leadsThroughList(path)).toBe(expected);
});
