import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds Applications that keep less than no history. */
export const historyKept = defineRule({
  id: 'apps/history-kept',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'revisionHistoryLimit is not negative',
  rationale: 'Argo CD takes a negative limit for 0: it keeps no history at all, and a rollback has nowhere to go. There is no number for all of it.',
  bad: example(-1),
  good: example(3),
  check(entry, context) {
    const limit = applicationSpec(entry).at('revisionHistoryLimit');
    if (typeof limit.value !== 'number' || limit.value >= 0) return;
    context.report(limit.pointer, 'a negative limit keeps no history, so nothing can be rolled back', {
      received: String(limit.value), expected: '0 or more', fix: 'write how many deployments to keep, or leave it out for 10',
    });
  },
});

function example(limit: number): string {
  return exampleApplication(`${EXAMPLE_SOURCE}
revisionHistoryLimit: ${limit}`);
}
