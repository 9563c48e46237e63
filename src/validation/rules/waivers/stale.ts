import { definePassRule } from '../../rule';

/** Acknowledgements of nothing. */
export const stale = definePassRule({
  id: 'waivers/stale',
  severity: 'warning',
  since: '0.1.0',
  implements: [],
  title: 'every acknowledgement silences something',
  rationale:
    'When an acknowledgement matches no finding, the reason for it is gone. Left in place it would silence the next finding of '
    + 'that rule without anybody having looked at it. The same goes for what the settings of lint say of objects elsewhere, of clusters and of '
    + 'folders, and nothing asks for.',
});
