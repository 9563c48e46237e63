import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleProject } from './example-project';

/** Finds projects that permit everything. */
export const wideOpen = defineRule({
  id: 'projects/wide-open',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'a project does not permit every repository and every destination',
  rationale:
    'Whoever may create an Application in such a project may apply anything anywhere, the namespace of Argo CD included, and so is an '
    + 'administrator. A denial permits everything else, so it changes little.',
  bad: exampleProject(`
sourceRepos:
  - '*'
destinations:
  - server: '*'
    namespace: '*'`),
  good: exampleProject(`
sourceRepos:
  - '*'
destinations:
  - server: https://kubernetes.default.svc
    namespace: shop`),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const repository = spec.at('sourceRepos').items.find(({ text }) => isAll(text));
    const destination = spec.at('destinations').items.find((item) => isAll(item.at('namespace').text)
      && (isAll(item.at('server').text) || isAll(item.at('name').text)));
    if (!repository || !destination) return;
    context.report(destination.pointer, `the project ${entry.id.name} permits every repository and every destination`, {
      received: `${repository.text} to ${destination.at('server').text || destination.at('name').text}, namespace ${destination.at('namespace').text}`,
      expected: 'the repositories and the namespaces of its Applications',
      fix: 'list the repositories, or the clusters and namespaces',
    });
  },
});

function isAll(pattern: string): boolean {
  return /^\*+$/.test(pattern) || pattern.startsWith('!');
}
