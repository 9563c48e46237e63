import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds labels for a namespace that Argo CD does not touch. */
export const namespaceMetadataUsed = defineRule({
  id: 'apps/namespace-metadata-used',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'labels and annotations of the namespace come with CreateNamespace=true',
  rationale:
    'Argo CD writes managedNamespaceMetadata only when it is told to make the namespace. Without that the labels are not set, and what they '
    + 'switch on, such as a mesh or a pod security level, stays off.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  managedNamespaceMetadata:
    labels:
      istio-injection: enabled`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  managedNamespaceMetadata:
    labels:
      istio-injection: enabled
  syncOptions:
    - CreateNamespace=true`),
  check(entry, context) {
    const policy = applicationSpec(entry).at('syncPolicy');
    const metadata = policy.at('managedNamespaceMetadata');
    const options = policy.at('syncOptions').items.map(({ text }) => text);
    if (!metadata.exists || isPartial(entry) || options.some((option) => option === 'CreateNamespace=true' || option.includes('{{'))) return;
    context.report(metadata.pointer, 'Argo CD does not make the namespace, so it does not set these either', { fix: 'add CreateNamespace=true to syncOptions' });
  },
});
