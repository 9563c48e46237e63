import { definePassRule } from '../../rule';

/** Two objects of one identity in one unit. */
export const unique = definePassRule({
  id: 'manifests/unique',
  severity: 'error',
  since: '0.1.0',
  implements: ['CD-080', 'E46'],
  title: 'no two objects of a unit have the same kind, namespace and name',
  rationale:
    'Argo CD keeps the last of two objects of one identity and drops the other with a warning; kubectl applies both, one over '
    + 'the other. Which of them runs is then an accident of order, so this finding cannot be waived.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  colour: blue
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  colour: green
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-blue
data:
  colour: blue
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-green
data:
  colour: green
`,
});
