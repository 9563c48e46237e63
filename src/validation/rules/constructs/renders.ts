import { definePassRule } from '../../rule';

export const renders = definePassRule({
  id: 'constructs/renders',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'every construct can be turned into a manifest',
  rationale:
    'An object that cannot be rendered would be missing in Git without a trace. Reported are also nulls, and undefined items of lists: '
    + 'cdk8s drops them, so the cluster would get something else than the code says. That is why nobody can answer for it.',
});
