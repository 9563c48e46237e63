import { goMatches } from '../../../languages/conditions/go-regexp';
import { matchesGlob } from '../../../languages/globs';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleMember, exampleProject } from './example-project';
import { projectOf, projectSpec } from './projects-of';

/** Finds Applications in a namespace that their project does not take Applications from. */
export const applicationNamespace = defineRule({
  id: 'projects/application-namespace',
  severity: 'error',
  // The Applications of an ApplicationSet stand in its own namespace.
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-029'],
  title: 'an Application outside of the namespace of Argo CD is in one that its project takes Applications from',
  rationale:
    'Projects are read from the namespace of Argo CD. An Application in another one may use a project only if sourceNamespaces of the '
    + 'project lists that namespace; otherwise the controller refuses it. application.namespaces of argocd-cmd-params-cm has to list it too.',
  bad: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember({ namespace: 'team-shop' }),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
sourceNamespaces:
  - team-*`) + exampleMember({ namespace: 'team-shop' }),
  check(entry, context) {
    const project = projectOf(entry, context.manifests);
    const { namespace } = entry.id;
    if (!project || namespace === '' || project.id.namespace === '' || namespace === project.id.namespace) return;
    const permitted = projectSpec(project).at('sourceNamespaces').items.map(({ text }) => text);
    if (permitted.some((pattern) => fits(pattern, namespace))) return;
    context.report('/metadata/namespace', `the project ${project.id.name} takes no Applications from the namespace ${namespace}`, {
      received: namespace,
      expected: [project.id.namespace, ...permitted].join(', '),
      fix: `move the Application to ${project.id.namespace}, or add ${namespace} to sourceNamespaces of the project`,
    });
  },
});

/** A glob, or a regular expression between slashes. */
function fits(pattern: string, namespace: string): boolean {
  const [, source] = /^\/(.*)\/$/.exec(pattern) ?? [];
  // What JavaScript cannot read, or not in good time, Go may.
  return source === undefined ? matchesGlob(pattern, namespace) : goMatches(source, namespace) !== false;
}
