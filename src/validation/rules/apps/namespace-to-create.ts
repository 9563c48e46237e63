import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds namespaces that are to be made and have no name. */
export const namespaceToCreate = defineRule({
  id: 'apps/namespace-to-create',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a namespace that is to be made is named in the destination',
  rationale:
    'Argo CD makes the namespace of the destination, and no other: not those that the objects name. Without one it makes none, says nothing, and '
    + 'objects whose namespace is not there fail to be applied.',
  bad: example(EXAMPLE_SOURCE.replace('\n  namespace: shop', '')),
  good: example(EXAMPLE_SOURCE),
  check(entry, context) {
    const spec = applicationSpec(entry);
    const option = spec.at('syncPolicy', 'syncOptions').items.find(({ text }) => text === 'CreateNamespace=true');
    if (!option || isPartial(entry) || !spec.at('destination').exists || spec.at('destination', 'namespace').text !== '') return;
    context.report(option.pointer, 'the destination has no namespace, so Argo CD makes none', {
      expected: 'destination.namespace', fix: 'add the namespace to the destination, or deliver a Namespace and leave the option out',
    });
  },
});

function example(delivery: string): string {
  return exampleApplication(`${delivery}
syncPolicy:
  syncOptions:
    - CreateNamespace=true`);
}
