import { definePassRule } from '../../rule';

/** Rules over several fields that do not hold. */
export const expression = definePassRule({
  id: 'schema/expression',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'the validation expressions of a schema hold',
  rationale:
    'Newer definitions carry rules over several fields, as CEL expressions or as combinations of which one must hold. The API '
    + 'server evaluates them when the object is written and refuses it when one is false.',
  bad: `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs:
    - name: public
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: web
      backendRefs:
        - name: web
          port: 80
`,
  good: `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs:
    - name: public
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /web
      backendRefs:
        - name: web
          port: 80
`,
});
