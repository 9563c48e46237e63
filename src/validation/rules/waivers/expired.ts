import { definePassRule } from '../../rule';

/** Acknowledgements past their date. */
export const expired = definePassRule({
  id: 'waivers/expired',
  severity: 'warning',
  since: '0.1.0',
  implements: [],
  title: 'no acknowledgement is past its date',
  rationale:
    'An acknowledgement with a date holds up to and including that day. Afterwards the finding that it silenced is reported '
    + 'again, and this one says why it came back.',
});
