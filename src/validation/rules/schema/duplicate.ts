import { definePassRule } from '../../rule';

/** Items that the schema wants to differ and that do not. */
export const duplicate = definePassRule({
  id: 'schema/duplicate',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'items of a list differ in what identifies them',
  rationale:
    'Many lists of Kubernetes are maps in disguise: their items are told apart by a name or a port. The API server refuses two '
    + 'of one identity, or keeps one of them when it merges.',
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
      port: 80
    - name: metrics
      port: 80
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
    - name: metrics
      port: 9090
`,
});
