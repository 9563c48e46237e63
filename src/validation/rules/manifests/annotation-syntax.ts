import { isJsonObject } from '../../../manifests/json';
import { isLabelKey } from '../../../manifests/labels';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';

/** Keys and values of all annotations together. */
const MAX_BYTES = 256 * 1024;

/** Finds annotations that Kubernetes does not allow. */
export const annotationSyntax = defineRule({
  id: 'manifests/annotation-syntax',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'annotations have keys that Kubernetes allows and fit into 256 KiB',
  rationale:
    'The API server refuses an object with any other key, or with more than 256 KiB of annotations, and Argo CD fails the whole '
    + 'sync with it.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    example.com/docs/runbook: https://example.com/runbooks/web
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    docs.example.com/runbook: https://example.com/runbooks/web
data:
  colour: blue
`,
  check(entry, context) {
    const annotations: unknown = entry.manifest.metadata.annotations;
    if (!isJsonObject(annotations)) return;
    let bytes = 0;
    for (const key of Object.keys(annotations)) {
      const value = annotations[key];
      if (typeof value === 'string') bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
      // The server looks at the key in lower case: `Example.com/x` is allowed here, though not as a label.
      if (isLabelKey(key.toLowerCase())) continue;
      context.report(pointer('/metadata/annotations', key), `${JSON.stringify(key)} is no annotation key`, {
        expected: 'an optional DNS prefix with one "/", then up to 63 letters, digits, "-", "_" and "."',
      });
    }
    if (bytes > MAX_BYTES) {
      context.report('/metadata/annotations', 'the annotations are too large', {
        received: `${bytes} bytes`,
        expected: `at most ${MAX_BYTES} bytes of keys and values`,
        fix: 'move large texts into a ConfigMap',
      });
    }
  },
});
