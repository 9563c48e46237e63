import { definePassRule } from '../../rule';

/** Acknowledgements of nothing. */
export const stale = definePassRule({
  id: 'waivers/stale',
  severity: 'warning',
  since: '0.1.0',
  implements: [],
  title: 'every acknowledgement silences something',
  rationale:
    'An acknowledgement that matches no finding is either misspelt, and protects nothing, or the reason for it is gone. Left in '
    + 'place it would silence the next finding of that rule without anybody having looked at it.',
});
