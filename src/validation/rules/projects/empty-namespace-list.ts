import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds projects that permit no object in any namespace. */
export const emptyNamespaceList = defineRule({
  id: 'projects/empty-namespace-list',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'the list of kinds that a project permits in namespaces is not empty',
  rationale:
    'Without namespaceResourceWhitelist every kind in a namespace is permitted. With an empty one none is, and every sync fails.',
  bad: exampleProject(`${EXAMPLE_PERMISSIONS}
namespaceResourceWhitelist: []`),
  good: exampleProject(EXAMPLE_PERMISSIONS),
  check(entry, context) {
    const list = Place.root(entry.manifest).at('spec', 'namespaceResourceWhitelist');
    if (!Array.isArray(list.value) || list.value.length > 0) return;
    context.report(list.pointer, 'an empty list permits no kind in any namespace', {
      received: '[]',
      fix: 'take out namespaceResourceWhitelist to permit all kinds, or list some',
    });
  },
});
