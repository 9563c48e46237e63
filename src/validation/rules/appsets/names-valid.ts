import { isLabelKey, isLabelValue } from '../../../manifests/labels';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatedBy, knownText } from './generated';
import { isObjectName } from './object-name';

/** Finds Applications of a set whose names or labels Kubernetes refuses. */
export const namesValid = defineRule({
  id: 'appsets/names-valid',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-181'],
  title: 'the names and labels that a set makes are ones that Kubernetes takes',
  rationale: 'The API server refuses the Application: a name has small letters, digits, hyphens and dots, a label value up to 63 letters, '
    + 'digits and a few signs. The error stands in the conditions of the ApplicationSet, and nowhere else.',
  exampleClusters: [{ name: 'Production_EU', server: 'https://eu.example.com', labels: { env: 'production' }, annotations: {} }],
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${clusters()}
${exampleTemplate("'web-{{ .name }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${clusters()}
${exampleTemplate("'web-{{ .nameNormalized }}'")}`),
  check(entry, context) {
    const seen = new Set<string>();
    const report = (at: string, what: string, received: string, expected: string, fix: string): void => {
      if (seen.has(`${at}\n${received}`)) return;
      seen.add(`${at}\n${received}`);
      context.report(at, what, { received, expected, fix });
    };
    for (const { root, name } of generatedBy(entry, context.manifests)) {
      if (name !== '' && !isObjectName(name) && !name.includes('<no value>')) {
        report('/spec/template/metadata/name', `an Application would be named ${JSON.stringify(name)}, which Kubernetes refuses`, name,
          'small letters, digits, hyphens and dots', 'use nameNormalized, path.basenameNormalized, or normalize');
      }
      for (const [key, value] of root.at('metadata', 'labels').fields) {
        const text = knownText(value);
        const at = pointer('/spec/template/metadata/labels', key);
        if (!key.includes('{{') && !isLabelKey(key)) report(at, `${JSON.stringify(key)} is no label key`, key, 'a DNS prefix and a name', 'write another key');
        if (text.includes('<no value>') || isLabelValue(text)) continue;
        report(at, `the label ${key} would be ${JSON.stringify(text)}, which Kubernetes refuses`, text, 'up to 63 letters, digits, "-", "_" and "."',
          'write it as an annotation, or make it fit with slugify and trunc');
      }
    }
  },
});

function clusters(): string {
  return `generators:
  - clusters:
      selector:
        matchLabels:
          env: production`;
}
