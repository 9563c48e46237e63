import { definePassRule } from '../../rule';

export const chartDelivered = definePassRule({
  id: 'fleet/chart-delivered',
  severity: 'warning',
  since: '0.1.0',
  implements: [],
  title: 'a chart for an environment or a cluster is delivered there',
  rationale:
    'A chart that was declared for an environment is written to its folder, and nothing happens until an Application reads the folder. A '
    + 'chart that was added for a new environment and forgotten in the list of Applications stays in Git. Looked at where the app has '
    + 'Applications at all; paths with parameters and globs may be any folder that fits.',
});
