import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from '../apps/application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';

const AUTOMATED = `${EXAMPLE_SOURCE}
syncPolicy:
  automated:
    selfHeal: true`;

/** Finds automatic syncs that give up after the first failure. */
export const retries = defineRule({
  id: 'practices/retries',
  severity: 'info',
  strict: true,
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['P5'],
  title: 'a sync that fails is tried again',
  rationale: 'Many syncs fail because something is not there yet: a webhook that starts, a definition that comes with the same commit, an API server that is '
    + 'busy. Argo CD tries its own syncs again five times, unless a limit of 0 is written; then the Application stays as it is until the next commit.',
  bad: exampleApplication(`${AUTOMATED}
  retry:
    limit: 0`),
  good: exampleApplication(`${AUTOMATED}
  retry:
    limit: 5`),
  check(entry, context) {
    const policy = applicationSpec(entry).at('syncPolicy');
    const limit = policy.at('retry', 'limit');
    if (limit.value !== 0 || !policy.at('automated').exists || policy.at('automated', 'enabled').value === false || isPartial(entry)) return;
    context.report(limit.pointer, 'a sync that fails once is not tried again', {
      received: 'limit: 0', expected: 'a limit above 0, or no retry, which is 5', fix: 'write limit: 5, or take retry out',
    });
  },
});
