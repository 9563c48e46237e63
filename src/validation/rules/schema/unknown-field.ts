import { definePassRule } from '../../rule';

/** Fields that do not exist. */
export const unknownField = definePassRule({
  id: 'schema/unknown-field',
  severity: 'error',
  since: '0.1.0',
  implements: ['CD-005'],
  title: 'every field is one that the schema of the kind knows',
  rationale:
    'The API server drops a field that it does not know, mostly without a word: the object is accepted and the setting is gone. '
    + 'A misspelt or invented field is therefore an error here, with the nearest field that exists.',
  bad: `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selectors:
    app: web
  ports:
    - port: 80
`,
  good: `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
`,
});
