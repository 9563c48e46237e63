import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';

const IN_DEFAULT = exampleApplication(EXAMPLE_SOURCE);

/** Finds Applications in the project that everything is allowed in. */
export const defaultProject = defineRule({
  id: 'practices/default-project',
  severity: 'info',
  strict: true,
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['P58'],
  title: 'an Application is in the project of its team',
  rationale: 'The project default allows every repository, every cluster and every kind, unless somebody has narrowed it. Who may commit to one '
    + 'repository may then deploy anything anywhere, and roles by team have nothing to hold on to.',
  bad: IN_DEFAULT,
  good: IN_DEFAULT.replace('project: default', 'project: shop'),
  check(entry, context) {
    const project = applicationSpec(entry).at('project');
    if (project.text !== 'default') return;
    // A project default that is declared has been thought about.
    const { unit, id, manifest } = entry;
    const namespace = Place.root(manifest).at('metadata', 'namespace').text || id.namespace;
    if (context.manifests.find(unit, { group: 'argoproj.io', kind: 'AppProject', namespace, name: 'default' })) return;
    context.report(project.pointer, 'the project default allows everything everywhere', {
      received: 'default', expected: 'a project of the team', fix: 'declare an AppProject with the repositories and destinations of the team, and name it here',
    });
  },
});
