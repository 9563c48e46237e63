import { definePassRule } from '../../rule';

/** Acknowledgements of rules that do not exist. */
export const knownRule = definePassRule({
  id: 'waivers/known-rule',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'every acknowledgement names a rule that exists',
  rationale:
    'An acknowledgement of a misspelt rule silences nothing: its author believes that somebody has answered for a finding that '
    + 'nobody has looked at.',
});
