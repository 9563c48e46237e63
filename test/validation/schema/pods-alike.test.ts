import type { JsonObject, JsonValue } from '../../../src/manifests/json';
import type { Manifest } from '../../../src/manifests/manifest';
import { checkSchema } from '../../../src/validation/schema/check';
import { schemaFor } from '../../../src/validation/schema/schema-store';
import { DEFAULT_TARGETS, type Targets } from '../../../src/validation/targets';

type Path = ReadonlyArray<string | number>;

const RESOURCES: JsonObject = { requests: { cpu: '100m', memory: '1Gi' }, limits: { memory: '1Gi' } };
const PODS: JsonObject = {
  containers: [{ name: 'web', image: 'registry.example.com/web:1.0.0', resources: RESOURCES }],
  initContainers: [{ name: 'load', image: 'registry.example.com/load:1.0.0', resources: RESOURCES }],
  volumes: [
    { name: 'config', configMap: { name: 'web', defaultMode: 420, items: [{ key: 'a', path: 'b' }] } },
    { name: 'cache', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
    { name: 'data', persistentVolumeClaim: { claimName: 'web', readOnly: true } },
    { name: 'keys', secret: { secretName: 'web', optional: true } },
    { name: 'node', hostPath: { path: '/var/web', type: 'Directory' } },
    { name: 'labels', downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.labels' } }] } },
    { name: 'all', projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }, { secret: { name: 'web' } }] } },
    { name: 'driver', csi: { driver: 'csi.example.com', volumeAttributes: { a: 'b' } } },
    { name: 'share', nfs: { server: 'nfs.example.com', path: '/web' } },
    { name: 'own', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } } },
  ],
};

const DEPLOYMENT = (spec: JsonValue): JsonObject => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec } },
});
const HOLDERS: Readonly<Record<string, (spec: JsonValue) => JsonObject>> = {
  Rollout: (spec) => ({ ...DEPLOYMENT(spec), apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }),
  Experiment: (spec) => ({
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Experiment', metadata: { name: 'web' },
    spec: { templates: [{ name: 'a', selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec } }] },
  }),
  AnalysisTemplate: (spec) => ({
    apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'web' },
    spec: { metrics: [{ name: 'smoke', provider: { job: { spec: { template: { spec } } } } }] },
  }),
};

/** What the schema says of these pods, without where it says so: below the pod spec the kinds agree on that as well. */
function problemsOf(object: JsonObject, targets: Targets): string[] {
  const manifest = object as unknown as Manifest;
  return checkSchema(manifest, schemaFor(manifest.apiVersion, manifest.kind, targets)!)
    .map(({ pointer, keyword }) => `${keyword} ${pointer.slice(pointer.indexOf('/template/spec/') + 1).replace('template/spec/', '')}`);
}

/** Each place below `volumes` and `resources`. */
function placesOf(value: JsonValue, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const at = [...path, key];
    return [...(at.length > 1 && (at[0] === 'volumes' || at[2] === 'resources') ? [at] : []), ...placesOf(child as JsonValue, at)];
  });
}

/** The pods with one place changed. */
function changed(path: Path, change: (parent: Record<string, unknown>, key: string) => void): JsonObject {
  const copy = JSON.parse(JSON.stringify(PODS)) as JsonObject;
  let parent = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  change(parent, String(path.at(-1)));
  return copy;
}

const MISTAKES: Readonly<Record<string, (parent: Record<string, unknown>, key: string) => void>> = {
  misspelt: (parent, key) => {
    if (Array.isArray(parent)) return;
    parent[`${key}x`] = parent[key];
    delete parent[key];
  },
  'of another type': (parent, key) => {
    parent[key] = typeof parent[key] === 'object' ? 'text' : { a: 1 };
  },
  'left out': (parent, key) => {
    if (!Array.isArray(parent)) delete parent[key];
  },
  'no quantity': (parent, key) => {
    if (typeof parent[key] === 'string') parent[key] = 'lots';
  },
};

describe.each(['1.36', '1.27'] as const)('pods of Kubernetes %s', (kubernetes) => {
  const targets: Targets = { ...DEFAULT_TARGETS, kubernetes };

  it.each(Object.entries(HOLDERS))('%s: nothing is wrong with right ones', (_kind, holder) => {
    expect(problemsOf(holder(PODS), targets)).toEqual([]);
  });

  describe.each(Object.entries(HOLDERS))('of %s', (_kind, holder) => {
    it.each(Object.entries(MISTAKES))('fields that are %s are found as in a Deployment', (_name, mistake) => {
      const pods = placesOf(PODS).map((path) => changed(path, mistake));
      const expected = pods.map((spec) => problemsOf(DEPLOYMENT(spec), targets));
      expect(expected.flat().length).toBeGreaterThan(5);
      expect(pods.map((spec) => problemsOf(holder(spec), targets))).toEqual(expected);
    });
  });
});

it('a volume that only the newer release has is unknown in the older one', () => {
  const rollout = HOLDERS.Rollout!({ containers: PODS.containers!, volumes: [{ name: 'a', image: { reference: 'registry.example.com/data:1' } }] });
  expect(problemsOf(rollout, DEFAULT_TARGETS)).toEqual([]);
  expect(problemsOf(rollout, { ...DEFAULT_TARGETS, kubernetes: '1.27' })).toEqual(['unknown volumes/0/image']);
});
