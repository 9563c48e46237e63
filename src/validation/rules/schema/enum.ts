import { definePassRule } from '../../rule';

/** Values that are not in a closed list. */
export const enumValue = definePassRule({
  id: 'schema/enum',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'a field of a closed list has one of its values',
  rationale: 'The API server refuses any other value, in any other spelling: these words are case-sensitive.',
  bad: `
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
spec:
  generators:
    - list:
        elements:
          - name: web
  syncPolicy:
    applicationsSync: create-and-update
  template:
    metadata:
      name: '{{name}}'
    spec:
      project: default
      source:
        repoURL: https://git.example.com/org/manifests.git
        path: web
      destination:
        name: in-cluster
`,
  good: `
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
spec:
  generators:
    - list:
        elements:
          - name: web
  syncPolicy:
    applicationsSync: create-update
  template:
    metadata:
      name: '{{name}}'
    spec:
      project: default
      source:
        repoURL: https://git.example.com/org/manifests.git
        path: web
      destination:
        name: in-cluster
`,
});
