import { pointer, readable, segmentsOf, valueAt } from '../../src/manifests/pointer';

describe('pointer', () => {
  test('escapes what RFC 6901 reserves and splits back', () => {
    const path = pointer('/metadata/annotations', 'argocd.argoproj.io/sync-wave', 'a~b', 3);
    expect(path).toBe('/metadata/annotations/argocd.argoproj.io~1sync-wave/a~0b/3');
    expect(segmentsOf(path)).toEqual(['metadata', 'annotations', 'argocd.argoproj.io/sync-wave', 'a~b', '3']);
    expect(segmentsOf('')).toEqual([]);
  });

  test('unescapes in the order that keeps a literal ~1', () => {
    expect(segmentsOf(pointer('', '~1'))).toEqual(['~1']);
  });

  test('finds values in objects and lists, and nothing past the end', () => {
    const root = { spec: { steps: [{ setWeight: 5 }, { pause: null }] } };
    expect(valueAt(root, '/spec/steps/0/setWeight')).toBe(5);
    expect(valueAt(root, '/spec/steps/1/pause')).toBeNull();
    expect(valueAt(root, '/spec/steps/7/pause')).toBeUndefined();
    expect(valueAt(root, '/spec/steps/0/setWeight/deeper')).toBeUndefined();
    expect(valueAt(root, '')).toBe(root);
  });

  test('reads as people write it', () => {
    expect(readable('/spec/strategy/canary/steps/0/setWeight')).toBe('spec.strategy.canary.steps[0].setWeight');
    expect(readable('/metadata/annotations/argocd.argoproj.io~1hook')).toBe('metadata.annotations["argocd.argoproj.io/hook"]');
    expect(readable('')).toBe('');
  });
});
