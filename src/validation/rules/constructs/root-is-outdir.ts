import { definePassRule } from '../../rule';

export const rootIsOutdir = definePassRule({
  id: 'constructs/root-is-outdir',
  severity: 'warning',
  since: '0.1.0',
  implements: [],
  title: 'the root of the repository is the output folder',
  rationale:
    'An Application points at the root of its repository and, below it, at the folder of its chart. When the root is another folder than '
    + 'the one that the YAML is written to, the path does not exist, and Argo CD shows a comparison error instead of an Application. It is '
    + 'right when the YAML is copied elsewhere before it is committed.',
});
