import { certainlyMeant } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { EXAMPLE_PERMISSIONS, exampleMember, exampleProject } from '../projects/example-project';
import { projectName, projectsIn } from '../projects/projects-of';

/** Finds Applications of a project that nobody declares. */
export const projectExists = defineRule({
  id: 'references/project-exists',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-028', 'CD-144', 'CD-148', 'CD-161'],
  title: 'the project of an Application exists',
  rationale:
    'An Application of a project that is not there shows InvalidSpecError and syncs nothing. Looked at where manifests declare projects at '
    + 'all: otherwise they are made elsewhere. Argo CD makes the project default itself, so a name that is nearly that is found anywhere.',
  needsCompleteSet: true,
  bad: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember({ project: 'shp' }),
  good: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember(),
  check(entry, context) {
    const { byName } = projectsIn(context.manifests);
    const name = projectName(entry);
    if (name === undefined || name === 'default' || byName.has(name)) return;
    // Where nobody declares projects, they are made elsewhere, unless the name is nearly that of the one which is always there.
    if (byName.size === 0 && certainlyMeant(name, ['default']) === undefined) return;
    if (context.manifests.isExternal(entry.unit, { group: 'argoproj.io', kind: 'AppProject', namespace: entry.id.namespace, name })) return;
    const names = [...byName.keys()].sort();
    const near = nearest(name, [...names, 'default']);
    context.report(applicationSpec(entry).at('project').pointer, `there is no project ${name}, so the Application would not sync`, {
      received: name,
      expected: names.join(', ') || 'default',
      fix: near ? `did you mean ${near}?` : 'declare the AppProject, or name one of these; if others make it, acknowledge this, or name it in elsewhere of the settings',
    });
  },
});
