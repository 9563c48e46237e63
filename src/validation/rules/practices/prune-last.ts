import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from '../apps/application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';

function pruning(options: string): string {
  return exampleApplication(`${EXAMPLE_SOURCE}\nsyncPolicy:\n  automated:\n    prune: true\n    selfHeal: true${options}`);
}

/** Finds Applications that delete before what comes in the place of it works. */
export const pruneLast = defineRule({
  id: 'practices/prune-last',
  severity: 'info',
  strict: true,
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['P4'],
  title: 'what Git no longer has is deleted after everything else is healthy',
  rationale: 'Without PruneLast=true objects are pruned in their waves, while what comes in their place is being applied: a renamed Service or ConfigMap is '
    + 'gone before the new one is used. It only says when; Prune=false or Prune=confirm on an object say whether.',
  bad: pruning(''),
  good: pruning('\n  syncOptions:\n    - PruneLast=true'),
  check(entry, context) {
    const policy = applicationSpec(entry).at('syncPolicy');
    if (policy.at('automated', 'prune').value !== true || policy.at('automated', 'enabled').value === false || isPartial(entry)) return;
    if (policy.at('syncOptions').items.some(({ text }) => text === 'PruneLast=true' || text.includes('{{'))) return;
    context.report(policy.at('automated', 'prune').pointer, 'objects are deleted while what comes in their place is being applied', {
      received: 'prune: true without PruneLast=true', expected: 'PruneLast=true among the sync options', fix: 'add PruneLast=true to syncOptions',
    });
  },
});
