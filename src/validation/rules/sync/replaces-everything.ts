import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';

/** Finds Applications that replace all of their objects with every sync. */
export const replacesEverything = defineRule({
  id: 'sync/replaces-everything',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'an Application does not replace all of its objects',
  rationale:
    'Replace=true of an Application holds for every object: replicas that autoscalers chose, selectors and weights of a release and all that other '
    + 'controllers wrote are taken back with each sync, and bound volume claims cannot be replaced at all. Single objects that need it have an '
    + 'annotation for it.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - Replace=true`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - ServerSideApply=true`),
  check(entry, context) {
    for (const option of applicationSpec(entry).at('syncPolicy', 'syncOptions').items) {
      if (option.text !== 'Replace=true') continue;
      context.report(option.pointer, 'every sync replaces every object of the Application, and what controllers wrote into them is lost', {
        received: 'Replace=true',
        fix: 'annotate the objects that need it with argocd.argoproj.io/sync-options: Replace=true, or write ServerSideApply=true for large ones',
      });
    }
  },
});
