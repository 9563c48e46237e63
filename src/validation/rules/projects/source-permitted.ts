import { defineRule } from '../../rule';
import { APPLICATION_KINDS, isPartial } from '../apps/application-spec';
import { repositoriesOf } from './application-places';
import { EXAMPLE_PERMISSIONS, exampleMember, exampleProject } from './example-project';
import { inCode } from './in-code';
import { ProjectPermissions } from './project-permissions';
import { projectOf, projectSpec } from './projects-of';

/** Finds Applications that come from where their project does not let them. */
export const sourcePermitted = defineRule({
  id: 'projects/source-permitted',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-023', 'CD-133'],
  title: 'an Application comes from repositories that its project permits',
  rationale:
    'An Application from another repository shows InvalidSpecError and syncs nothing. URLs are compared in lower case and without .git; in '
    + 'the globs of a project * stops at a slash, and ** does not.',
  bad: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember({ repository: 'https://git.example.com/payments/manifests.git' }),
  good: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember(),
  check(entry, context) {
    const project = isPartial(entry) ? undefined : projectOf(entry, context.manifests);
    if (!project) return;
    const permissions = new ProjectPermissions(projectSpec(project));
    for (const place of repositoriesOf(entry)) {
      if (permissions.source(place.text)) continue;
      const permitted = projectSpec(project).at('sourceRepos').items.map(({ text }) => text);
      context.report(place.pointer, `the project ${project.id.name} does not permit the repository ${place.text}`, {
        received: place.text,
        expected: permitted.join(', ') || 'a project with sourceRepos: this one has none',
        fix: `add the repository to sourceRepos${inCode(project, 'sourceRepositories')} of the project, or take one that it permits`,
      });
    }
  },
});
