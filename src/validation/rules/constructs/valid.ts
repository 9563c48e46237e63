import { definePassRule } from '../../rule';

export const valid = definePassRule({
  id: 'constructs/valid',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'constructs pass their own validation',
  rationale:
    'Constructs of cdk8s-plus and of this library check what no single manifest shows, such as an order that goes round in a circle. '
    + 'They are reported together with everything else instead of one at a time.',
});
