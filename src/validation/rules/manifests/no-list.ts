import { defineRule } from '../../rule';

/** Finds lists of objects, in which nobody looks for objects. */
export const noList = defineRule({
  id: 'manifests/no-list',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'objects are written one by one, not in a List',
  rationale:
    'A List is a form of answers of the API server, which kubectl and Argo CD unpack. Nothing here looks into it, so the objects '
    + 'in it would reach the cluster unchecked, without a wave, and without a place in what Git shows of each object.',
  bad: `
apiVersion: v1
kind: List
metadata: {}
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata:
      name: web
    data:
      colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  colour: blue
`,
  check({ manifest }, context) {
    const { kind, items } = manifest;
    if (kind !== 'List' && !(kind.endsWith('List') && Array.isArray(items))) return;
    context.report('/items', `the objects in a ${kind} are not checked`, {
      received: Array.isArray(items) ? `a list of ${items.length}` : undefined,
      expected: 'one object a document',
      fix: 'write the objects one by one, with --- between them in a file',
    });
  },
});
