import type { JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { isSet, objectField } from '../rollouts/fields';

const MOST_BYTES = 1_048_576;
const FIELDS = ['binaryData', 'data', 'stringData'];

/** A ConfigMap with this key. */
function configMap(key: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  ${key}: blue\n`;
}

/** Finds keys of ConfigMaps and Secrets that are no file names, and more than fits into one. */
export const dataKeys = defineRule({
  id: 'manifests/data-keys',
  severity: 'error',
  kinds: ['ConfigMap', 'Secret'],
  since: '0.1.0',
  implements: [],
  title: 'keys of ConfigMaps and Secrets are file names, and values fit into 1 MiB',
  rationale: 'Each key becomes the name of a file where the object is mounted. The API server refuses any other key, a key in data and in binaryData, '
    + 'and values of more than 1 MiB together; the sync fails.',
  bad: configMap('conf/colour'),
  good: configMap('conf.colour'),
  check({ id, manifest }, context) {
    const fields = manifest as unknown as JsonObject;
    let bytes = 0;
    for (const field of FIELDS) {
      for (const [key, value] of Object.entries(objectField(fields, field) ?? {})) {
        reportKey(context, field, key);
        if (typeof value === 'string') bytes += field === 'binaryData' || (field === 'data' && id.kind === 'Secret') ? Math.max(0, Math.floor(value.length / 4) * 3 - 2) : Buffer.byteLength(value);
      }
    }
    const data = objectField(fields, 'data');
    if (id.kind === 'ConfigMap' && data) {
      for (const key of Object.keys(objectField(fields, 'binaryData') ?? {})) {
        if (isSet(data, key)) context.report(pointer('/binaryData', key), `${key} is in data as well`, { received: key, expected: 'each key once', fix: 'remove one of them' });
      }
    }
    if (bytes > MOST_BYTES) {
      context.report('', `${id.kind} holds more than 1 MiB`, { received: `${bytes} bytes`, expected: `at most ${MOST_BYTES} bytes`, fix: 'divide it, or mount the files from an image or a volume' });
    }
  },
});

function reportKey(context: RuleContext, field: string, key: string): void {
  if (/^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== '.' && !key.startsWith('..')) return;
  context.report(pointer('', field, key), `${key.length > 80 ? `${key.slice(0, 80)}...` : `"${key}"`} is no key of ${field}`, {
    expected: 'up to 253 letters, digits, "-", "_" and ".", no ".." at the beginning',
    fix: key.includes('/') ? 'write the name of the file alone; items of the volume say where it goes' : 'rename the key',
  });
}
