import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** What Kubernetes reads as a version: two numbers or more, none of them with a zero in front. */
const KUBE_VERSION = /^\s*v?(0|[1-9]\d*)(\.(0|[1-9]\d*))+(?!\.?\d)/;

/** Finds versions that Argo CD cannot use to render a source. */
export const toolVersions = defineRule({
  id: 'apps/tool-versions',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-060', 'CD-061'],
  title: 'versions of Helm and Kubernetes are ones that Argo CD can read',
  rationale:
    'The version of Helm is v3 or v4, or is left out; that of Kubernetes has two numbers at least. With anything else Argo CD renders '
    + 'nothing, and the Application shows a ComparisonError.',
  bad: exampleSource(`
path: charts/web
helm:
  version: '3'`),
  good: exampleSource(`
path: charts/web
helm:
  version: v3
  kubeVersion: 1.36.0`),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const version = source.at('helm', 'version');
      if (literalOf(version) !== '' && !['v3', 'v4'].includes(version.text)) {
        context.report(version.pointer, 'Argo CD has no such version of Helm', { received: version.text, expected: 'v3 or v4', fix: 'leave it out, or write v3' });
      }
      for (const tool of ['helm', 'kustomize']) {
        const kubeVersion = source.at(tool, 'kubeVersion');
        if (literalOf(kubeVersion) === '' || KUBE_VERSION.test(kubeVersion.text)) continue;
        context.report(kubeVersion.pointer, 'this is no version of Kubernetes', { received: kubeVersion.text, expected: 'a version such as 1.36.0' });
      }
    }
  },
});
