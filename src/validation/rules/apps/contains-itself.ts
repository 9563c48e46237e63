import { defineRule } from '../../rule';
import { deliveredObjects } from '../projects/delivered-objects';
import { sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds Applications that deliver themselves. */
export const containsItself = defineRule({
  id: 'apps/contains-itself',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['E53'],
  title: 'an Application does not lie in the folder that it delivers',
  rationale:
    'An Application that delivers itself is deleted by its own pruning when somebody moves its file, takes its objects with it if it has the '
    + 'finalizer, and waits for itself once Applications have a health check. A root belongs beside the folder of its children.',
  bad: exampleSource('path: shop'),
  good: exampleSource('path: shop/children'),
  check(entry, context) {
    if (!deliveredObjects(entry, context.manifests).includes(entry)) return;
    const source = sourcesOf(entry)[0]!.at('path');
    context.report(source.pointer, 'the Application lies in the folder that it delivers, and so delivers itself', {
      received: source.text,
      expected: 'a folder of the children alone',
      fix: 'move the Application to another folder, or its children into one of their own',
    });
  },
});
