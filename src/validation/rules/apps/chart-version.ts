import { isVersionOrRange } from '../../../languages/semver';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleApplication } from './example-application';

/** Finds charts of Helm whose version is none. */
export const chartVersion = defineRule({
  id: 'apps/chart-version',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-075'],
  title: 'the revision of a chart is a version, or a range of versions',
  rationale:
    'A Helm repository has no branches: Argo CD and Helm find a chart by a version or by a range of them. For any other text, such as main, nothing '
    + 'is rendered, and the Application shows a ComparisonError.',
  bad: example('main'),
  good: example('1.16.x'),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const [revision, chart, url] = ['targetRevision', 'chart', 'repoURL'].map((field) => source.at(field));
      const text = literalOf(revision!);
      // What oci:// begins is an artifact, and its tag may be any text.
      if (text === '' || literalOf(chart!) === '' || url!.text.startsWith('oci:') || isVersionOrRange(text)) continue;
      context.report(revision!.pointer, `the revision of chart ${chart!.text} is no version and no range of versions`, {
        received: text, expected: 'a version such as 1.16.2, or a range such as 1.16.x or >=1.16.0 <2.0.0', fix: 'name a version of the chart',
      });
    }
  },
});

function example(revision: string): string {
  return exampleApplication(`
source:
  repoURL: https://charts.example.com
  chart: web
  targetRevision: ${revision}
destination:
  name: in-cluster
  namespace: shop`);
}
