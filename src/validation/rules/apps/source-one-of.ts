import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial, literalOf } from './application-spec';
import { exampleApplication } from './example-application';

const TOOLS = ['helm', 'kustomize', 'directory', 'plugin'];

/** Finds sources that say two things at once, or nothing. */
export const sourceOneOf = defineRule({
  id: 'apps/source-one-of',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-015', 'CD-017', 'CD-018', 'CD-019'],
  title: 'every source of an Application says once what to deploy and how to render it',
  rationale:
    'A source needs a path or a chart, a chart needs a revision, and one tool renders it. Otherwise the Application shows '
    + 'InvalidSpecError or ComparisonError and nothing is synced. Argo CD ignores source without a word when sources is there too.',
  bad: exampleApplication(`
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: web
  helm:
    releaseName: web
  kustomize:
    namePrefix: shop-
destination:
  name: in-cluster
  namespace: shop`),
  good: exampleApplication(`
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: web
  kustomize:
    namePrefix: shop-
destination:
  name: in-cluster
  namespace: shop`),
  check(entry, context) {
    const spec = applicationSpec(entry);
    const partial = isPartial(entry);
    const several = spec.at('sources').items;
    const one = spec.at('source');
    if (spec.at('sourceHydrator').exists) {
      for (const field of ['source', 'sources']) {
        if (spec.at(field).exists) context.report(spec.at(field).pointer, `${field} is ignored, as sourceHydrator is there`, { fix: `remove ${field}` });
      }
      checkTools(spec.at('sourceHydrator', 'drySource'), context);
      return;
    }
    if (several.length > 0) {
      if (one.exists) context.report(one.pointer, 'source is ignored, as sources is there', { fix: 'move it into sources' });
      for (const source of several) checkSource(source, ['path', 'chart', 'ref'], partial, context);
    } else if (one.exists) {
      checkSource(one, ['path', 'chart'], partial, context);
    } else if (spec.exists && !partial) {
      context.report(spec.pointer, 'the Application has no source, so there is nothing to deploy', { expected: 'source, sources or sourceHydrator' });
    }
  },
});

function checkTools(source: Place, context: RuleContext): void {
  const tools = TOOLS.filter((tool) => Object.keys(source.at(tool).object).length > 0);
  if (tools.length > 1) {
    context.report(source.pointer, `${tools.join(' and ')} would both render the source`, {
      received: tools.join(', '),
      expected: `at most one of ${TOOLS.join(', ')}`,
      fix: 'split it into two sources, or keep one',
    });
  }
}

function checkSource(source: Place, places: readonly string[], partial: boolean, context: RuleContext): void {
  checkTools(source, context);
  const isThere = (field: string): boolean => source.at(field).text !== '';
  if (!partial && !places.some(isThere)) {
    context.report(source.pointer, 'the source does not say what to deploy', { expected: places.join(' or '), fix: 'write path: . for the root of the repository' });
  }
  if (!partial && source.at('repoURL').value === '') {
    context.report(source.at('repoURL').pointer, 'the repository of the source is empty', { expected: 'a URL such as https://git.example.com/org/manifests.git' });
  }
  if (literalOf(source.at('chart')) !== '' && !['', '.'].includes(literalOf(source.at('path'))) && !source.at('repoURL').text.startsWith('oci:')) {
    context.report(source.at('path').pointer, `the path is ignored, as the chart ${source.at('chart').text} is there`, { fix: 'keep one of the two: a chart of a Helm repository, or a folder in Git' });
  }
  if (!partial && isThere('chart') && !isThere('targetRevision')) {
    context.report(source.at('chart').pointer, `the revision of chart ${source.at('chart').text} is open`, {
      expected: 'targetRevision, a version or a range of versions',
      fix: 'pin targetRevision to a version of the chart',
    });
  }
}
