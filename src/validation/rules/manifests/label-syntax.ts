import { isJsonObject } from '../../../manifests/json';
import { isLabelKey, isLabelValue } from '../../../manifests/labels';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';

/** Finds labels that Kubernetes does not allow. */
export const labelSyntax = defineRule({
  id: 'manifests/label-syntax',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'labels have keys and values that Kubernetes allows',
  rationale:
    'The API server refuses an object with any other label, and Argo CD fails the whole sync with it. Values are short names, '
    + 'not texts: a URL, a sentence or a list with commas belongs into an annotation.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels:
    owner: team shop
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels:
    owner: team-shop
data:
  colour: blue
`,
  check(entry, context) {
    const labels: unknown = entry.manifest.metadata.labels;
    if (!isJsonObject(labels)) return;
    for (const key of Object.keys(labels)) {
      const value = labels[key];
      const at = pointer('/metadata/labels', key);
      if (!isLabelKey(key)) {
        context.report(at, `${JSON.stringify(key)} is no label key`, {
          expected: 'an optional DNS prefix with "/", then up to 63 letters, digits, "-", "_" and "."',
        });
      } else if (typeof value === 'string' && !isLabelValue(value)) {
        context.report(at, `${JSON.stringify(value)} is no label value`, {
          received: value.length > 63 ? `${value.length} characters` : undefined,
          expected: 'up to 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit',
          fix: 'keep texts of other forms in an annotation',
        });
      }
    }
  },
});
