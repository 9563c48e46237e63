import { definePassRule } from '../../rule';

/** Missing fields. */
export const required = definePassRule({
  id: 'schema/required',
  severity: 'error',
  since: '0.1.0',
  implements: ['CD-001', 'CD-002', 'CD-004'],
  title: 'every field that the kind requires is there',
  rationale: 'The API server refuses an object that lacks a required field, and Argo CD fails the whole sync with it.',
  bad: `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
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
    - name: http
      port: 80
`,
});
