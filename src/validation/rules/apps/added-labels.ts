import { isLabelKey, isLabelValue } from '../../../manifests/labels';
import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, sourcesOf } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds labels and annotations that Argo CD or Kustomize would add, and Kubernetes refuse. */
export const addedLabels = defineRule({
  id: 'apps/added-labels',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-066'],
  title: 'labels and annotations that an Application adds are ones that Kubernetes takes',
  rationale:
    'managedNamespaceMetadata is written to the namespace, commonLabels and commonAnnotations to every object. With a key or a label that Kubernetes '
    + 'refuses the sync fails, and the namespace or the objects are not applied.',
  bad: example('my team'),
  good: example('my-team'),
  check(entry, context) {
    const metadata = applicationSpec(entry).at('syncPolicy', 'managedNamespaceMetadata');
    checkLabels(metadata.at('labels'), context);
    checkAnnotations(metadata.at('annotations'), context);
    for (const source of sourcesOf(entry)) {
      checkLabels(source.at('kustomize', 'commonLabels'), context);
      checkAnnotations(source.at('kustomize', 'commonAnnotations'), context);
    }
  },
});

function checkLabels(labels: Place, context: RuleContext): void {
  for (const [key, place] of labels.fields) {
    // Parameters of an ApplicationSet and variables of Argo CD may stand for anything.
    const isOpen = /\{\{|\$/.test(place.text);
    if (key.includes('{{') || (isLabelKey(key) && (isOpen || isLabelValue(place.text)))) continue;
    context.report(place.pointer, isLabelKey(key) ? `Kubernetes refuses the value of the label ${key}` : `Kubernetes refuses the label ${JSON.stringify(key)}`, {
      received: `${key}: ${place.text}`, expected: 'up to 63 letters, digits, -, _ and .', fix: 'take out blanks and other signs, or write an annotation',
    });
  }
}

function checkAnnotations(annotations: Place, context: RuleContext): void {
  for (const [key, place] of annotations.fields) {
    if (key.includes('{{') || isLabelKey(key.toLowerCase())) continue;
    context.report(place.pointer, `Kubernetes refuses the annotation ${JSON.stringify(key)}`, {
      received: key, expected: 'a name such as example.com/owner', fix: 'take out blanks and other signs',
    });
  }
}

function example(team: string): string {
  return exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  managedNamespaceMetadata:
    labels:
      team: ${team}
  syncOptions:
    - CreateNamespace=true`);
}
