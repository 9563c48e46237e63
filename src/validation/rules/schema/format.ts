import { definePassRule } from '../../rule';

/** Texts of the wrong form. */
export const format = definePassRule({
  id: 'schema/format',
  severity: 'error',
  since: '0.1.0',
  implements: ['CD-003'],
  title: 'a text has the form that the schema asks for',
  rationale: 'The API server refuses a text that does not match the pattern or format of its field, such as a date or a path.',
  bad: `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
spec:
  project: default
  sourceHydrator:
    drySource:
      repoURL: https://git.example.com/org/manifests.git
      targetRevision: main
      path: web
    syncSource:
      targetBranch: environments/production
      path: .
  destination:
    name: in-cluster
`,
  good: `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
spec:
  project: default
  sourceHydrator:
    drySource:
      repoURL: https://git.example.com/org/manifests.git
      targetRevision: main
      path: web
    syncSource:
      targetBranch: environments/production
      path: web
  destination:
    name: in-cluster
`,
});
