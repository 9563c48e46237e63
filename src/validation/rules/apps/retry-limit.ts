import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds retries that never happen. */
export const retryLimit = defineRule({
  id: 'apps/retry-limit',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'retry says how often',
  rationale:
    'Without retry Argo CD tries its own syncs again five times. With retry and no limit the limit is 0: nothing is tried again, however '
    + 'carefully the backoff is written.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  retry:
    backoff:
      duration: 5s
      maxDuration: 3m`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  retry:
    limit: 5
    backoff:
      duration: 5s
      maxDuration: 3m`),
  check(entry, context) {
    const retry = applicationSpec(entry).at('syncPolicy', 'retry');
    if (!retry.exists || retry.at('limit').exists || isPartial(entry)) return;
    context.report(retry.pointer, 'retry has no limit, which means that nothing is tried again', {
      fix: 'write limit: 5, or take retry out: Argo CD then tries its own syncs again five times',
    });
  },
});
