import { describe } from '../../../manifests/manifest';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { destinationOf, destinationText } from './application-places';
import { deliveredObjects } from './delivered-objects';
import { EXAMPLE_PERMISSIONS, exampleMember, exampleProject } from './example-project';
import { ProjectPermissions } from './project-permissions';
import { projectOf, projectSpec } from './projects-of';

const OBJECT = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: dashboard
  namespace: monitoring
data:
  web: '{}'
`;

function example(namespaces: string): string {
  const permissions = EXAMPLE_PERMISSIONS.replace('namespace: shop', `namespace: '${namespaces}'`);
  return exampleProject(permissions) + exampleMember({ path: 'shop' }) + OBJECT;
}

/** Finds objects of an Application in a namespace that its project does not permit. */
export const namespacesPermitted = defineRule({
  id: 'projects/namespaces-permitted',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-087'],
  title: 'the project of an Application permits the namespaces of its objects',
  rationale:
    'An object may name a namespace of its own. If the destinations of the project do not have it on that cluster, the whole sync fails '
    + 'before anything is applied.',
  bad: example('{shop,argocd}'),
  good: example('{shop,argocd,monitoring}'),
  check(entry, context) {
    const project = projectOf(entry, context.manifests);
    if (!project) return;
    const permissions = new ProjectPermissions(projectSpec(project));
    const destination = destinationOf(entry, context.manifests);
    // Where the Application itself may not go, that is said.
    if (!permissions.destination(destination)) return;
    const said = new Set<string>();
    for (const { id, manifest } of deliveredObjects(entry, context.manifests)) {
      const namespace = id.namespace === '' ? undefined : manifest.metadata.namespace;
      if (typeof namespace !== 'string' || namespace === '' || said.has(namespace)) continue;
      said.add(namespace);
      if (permissions.destination({ ...destination, namespace })) continue;
      context.report(applicationSpec(entry).at('project').pointer, `the project ${project.id.name} does not permit the namespace ${namespace} of ${describe(id)}`, {
        received: destinationText({ ...destination, namespace }),
        expected: projectSpec(project).at('destinations').items.map((item) => item.at('namespace').text || 'none').join(', '),
        fix: 'add the destination to the project, or move the object',
      });
    }
  },
});
