import { compareByApplyOrder, HOOK_ANNOTATION, WAVE_ANNOTATION, waveOf } from '../manifests/apply-order';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { describe, idOf, type Manifest } from '../manifests/manifest';
import { yamlOf } from '../manifests/yaml';
import { SyncPlan } from '../sync-plan/sync-plan';
import { Manifests } from './manifests';

// cdk8s-plus selects pods by the path of a construct, with a hash: two places that always say the same.
const ADDRESS = 'cdk8s.io/metadata.addr';

/** A serializer for `expect.addSnapshotSerializer`, of jest and of vitest. */
export interface SnapshotSerializer {
  /** Whether it knows how to show a value. */
  test(value: unknown): boolean;
  /** The value as it stands in the snapshot. */
  serialize(value: unknown): string;
}

/**
 * Shows `Manifests`, lists of manifests and single ones as YAML that people review: in the order in which Argo CD applies them, each
 * below a line with its kind, namespace, name, wave and hook; none of that is said again, and `cdk8s.io/metadata.addr` is left out. A
 * `SyncPlan` is shown as its text.
 *
 * @example
 *   expect.addSnapshotSerializer(manifestsSerializer);
 *   expect(Manifests.fromChart(chart).findAll('Rollout')).toMatchInlineSnapshot();
 */
export const manifestsSerializer: SnapshotSerializer = {
  test: (value) => value instanceof Manifests || value instanceof SyncPlan || isManifest(value)
    || (Array.isArray(value) && value.length > 0 && value.every(isManifest)),
  serialize: (value) => {
    if (value instanceof SyncPlan) return value.toString().trimEnd();
    const manifests = value instanceof Manifests ? value.all : isManifest(value) ? [value] : value as readonly Manifest[];
    return [...manifests].sort(compareByApplyOrder).map(documentOf).join('\n').replace(/\n$/, '');
  },
};

function documentOf(manifest: Manifest): string {
  const { apiVersion, kind: _, metadata, ...rest } = manifest;
  const { name: __, namespace: ___, annotations = {}, ...others } = metadata;
  const { [WAVE_ANNOTATION]: wave, [HOOK_ANNOTATION]: hook, ...notes } = annotations;
  const order = [hook === undefined ? undefined : `${hook} hook`, wave === undefined ? undefined : `wave ${waveText(wave, manifest)}`];
  const head = [describe(idOf(manifest)), apiVersion, ...order.filter((part) => part !== undefined)];
  const body = withoutAddress({ metadata: { ...others, ...Object.keys(notes).length > 0 && { annotations: notes } }, ...rest });
  const { metadata: left, ...fields } = body as { readonly metadata?: JsonObject };
  const shown: JsonObject = { ...isJsonObject(left) && Object.keys(left).length > 0 && { metadata: left }, ...fields };
  return `# ${head.join(', ')}\n${Object.keys(shown).length === 0 ? '' : yamlOf(shown)}`;
}

// What is no whole number counts as 0, and is not the same.
function waveText(written: string, manifest: Manifest): string {
  const wave = String(waveOf(manifest));
  return written === wave ? wave : JSON.stringify(written);
}

// A map that has nothing else goes with it.
function withoutAddress(value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((item: JsonValue) => withoutAddress(item) ?? {});
  if (!isJsonObject(value)) return value;
  const fields = Object.entries(value).filter(([key, field]) => field !== undefined && key !== ADDRESS)
    .map(([key, field]) => [key, withoutAddress(field!)] as const)
    .filter(([, field]) => field !== undefined);
  return fields.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(fields);
}

function isManifest(value: unknown): value is Manifest {
  return isJsonObject(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string' && isJsonObject(value.metadata);
}
