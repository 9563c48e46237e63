import { definePassRule } from '../../rule';

/** Kinds and versions that do not exist. */
export const knownKind = definePassRule({
  id: 'schema/known-kind',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'the kind of an object is one that its group serves in this version',
  rationale:
    'Argo CD cannot apply an object of a kind that the cluster does not serve, and fails the whole sync with it. The usual causes '
    + 'are a misspelt kind and a version that is long removed, such as extensions/v1beta1. Kinds that may come with an add-on '
    + 'are passed over.',
  bad: `
apiVersion: extensions/v1beta1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
`,
});
