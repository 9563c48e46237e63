import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds orders to sync that are kept in Git. */
export const noOperation = defineRule({
  id: 'apps/no-operation',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['CD-031'],
  title: 'the manifest of an Application orders no sync',
  rationale:
    'operation is an order to sync once, and Argo CD removes it when it has begun. In Git it starts a sync with every apply, whatever the '
    + 'sync policy says; an Application that is created by the API loses it.',
  bad: `${exampleApplication(EXAMPLE_SOURCE)}operation:
  sync:
    revision: main
`,
  good: exampleApplication(EXAMPLE_SOURCE),
  check(entry, context) {
    const operation = Place.root(entry.manifest).at('operation');
    if (operation.exists) context.report(operation.pointer, 'operation syncs once, whenever somebody applies this', { fix: 'take it out, and say syncPolicy.automated for syncs' });
  },
});
