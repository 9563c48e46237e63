import { definePassRule } from '../../rule';

/** Values of the wrong type. */
export const type = definePassRule({
  id: 'schema/type',
  severity: 'error',
  since: '0.1.0',
  implements: ['CD-006'],
  title: 'every value has the type of its field',
  rationale:
    'The API server refuses an object with a number where a text is wanted, and Argo CD fails the whole sync with it. The usual '
    + 'cause is YAML itself: an unquoted 8080, true or 1.10 is no text.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  port: 8080
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  port: '8080'
`,
});
