import { definePassRule } from '../../rule';

export const rootHasChildren = definePassRule({
  id: 'constructs/root-has-children',
  severity: 'warning',
  since: '0.1.0',
  implements: ['CD-049'],
  title: 'an app of apps has children',
  rationale:
    'Git knows no empty folders, so that of a root without children is not there, and the root shows a ComparisonError: the path does not exist. '
    + 'When the last child of a root is taken away, the root stays as it was, with the child that nobody wants any more.',
});
