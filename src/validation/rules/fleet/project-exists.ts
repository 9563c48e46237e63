import { certainlyMeant } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleProject, EXAMPLE_PERMISSIONS } from '../projects/example-project';
import { projectsIn } from '../projects/projects-of';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleCluster } from './example-registration';
import { registrationOfType, SECRET_KINDS, writtenTexts } from './registrations';

/** Finds clusters and repositories of a project that nobody declares. */
export const registrationProjectExists = defineRule({
  id: 'fleet/project-exists',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the project of a cluster or a repository exists',
  rationale:
    'A repository of a project serves the Applications of that project alone, and Argo CD fails those that others have on a cluster of it. '
    + 'With the name of a project that is not there, the credentials are for nobody. Looked at where manifests declare projects at all.',
  needsCompleteSet: true,
  bad: joinDocuments(exampleProject(EXAMPLE_PERMISSIONS), exampleCluster({ project: 'shpo' })),
  good: joinDocuments(exampleProject(EXAMPLE_PERMISSIONS), exampleCluster({ project: 'shop' })),
  check(entry, context) {
    const registration = registrationOfType(entry, 'cluster', 'repository', 'repository-write');
    const [project] = registration ? writtenTexts(registration, 'project') : [];
    if (!project || project.text.includes('{{')) return;
    const name = project.text;
    const { byName } = projectsIn(context.manifests);
    if (name === 'default' || byName.has(name)) return;
    if (byName.size === 0 && certainlyMeant(name, ['default']) === undefined) return;
    if (context.manifests.isExternal(entry.unit, { group: 'argoproj.io', kind: 'AppProject', namespace: entry.id.namespace, name })) return;
    const near = nearest(name, [...byName.keys(), 'default']);
    context.report(project.pointer, `there is no project ${name}, so no Application may use this`, {
      received: name,
      expected: [...byName.keys()].sort().join(', ') || 'default',
      fix: near ? `did you mean ${near}?` : 'declare the AppProject, or name one of these; if others make it, acknowledge this, or name it in elsewhere of the settings',
    });
  },
});
