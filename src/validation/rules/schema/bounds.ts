import { definePassRule } from '../../rule';

/** Values out of bounds. */
export const bounds = definePassRule({
  id: 'schema/bounds',
  severity: 'error',
  since: '0.1.0',
  implements: ['CD-106'],
  title: 'numbers, texts and lists are as large as the schema allows',
  rationale: 'The API server refuses an object with a number out of range, a text too long or a list too short.',
  bad: `
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: web
spec:
  description: ${'a description that does not end '.repeat(9).trim()}
`,
  good: `
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: web
spec:
  description: the shop and all that it needs
`,
});
