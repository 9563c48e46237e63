import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';
import { spelledDefault } from './sync-options';

/** Finds sync options that say what is so anyway. */
export const syncOptionDefault = defineRule({
  id: 'apps/sync-option-default',
  severity: 'info',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the sync options of an Application change something',
  rationale: 'Argo CD only reads the value that differs from the default: CreateNamespace=false is ignored as any text is that it does not know, '
    + 'and no namespace is made, which is what it says.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - CreateNamespace=false`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - CreateNamespace=true`),
  check(entry, context) {
    const { items } = applicationSpec(entry).at('syncPolicy', 'syncOptions');
    for (const option of items) {
      if (typeof option.value !== 'string' || !spelledDefault(option.text, items)) continue;
      context.report(option.pointer, `sync option ${option.text} says what is so anyway`, {
        received: option.text, fix: 'leave it out, or keep it for its readers',
      });
    }
  },
});
