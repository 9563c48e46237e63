import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';

/** Finds templates with a namespace that the Applications do not get. */
export const templateNamespace = defineRule({
  id: 'appsets/template-namespace',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-180'],
  title: 'the template names no namespace but that of the set',
  rationale: 'Applications always lie in the namespace of their ApplicationSet, whatever the template says. Where they deploy to is '
    + 'spec.destination.namespace.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'{{ .app }}'", { metadata: 'namespace: shop' })}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'{{ .app }}'")}`),
  check(entry, context) {
    const namespace = Place.root(entry.manifest).at('spec', 'template', 'metadata', 'namespace');
    if (namespace.text === '' || namespace.text === entry.id.namespace) return;
    context.report(namespace.pointer, 'the namespace in the template is ignored', {
      received: namespace.text, expected: entry.id.namespace || 'the namespace of the set', fix: 'leave it out',
    });
  },
});
