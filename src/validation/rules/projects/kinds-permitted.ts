import { isClusterScoped } from '../../../manifests/cluster-scoped';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { deliveredObjects } from './delivered-objects';
import { EXAMPLE_PERMISSIONS, exampleMember, exampleProject } from './example-project';
import { inCode } from './in-code';
import { type PermittedObject, ProjectPermissions } from './project-permissions';
import { projectOf, projectSpec } from './projects-of';

const CREATE_NAMESPACE = `
  syncPolicy:
    syncOptions:
      - CreateNamespace=true
`;

/** Finds objects of an Application whose kind its project does not permit. */
export const kindsPermitted = defineRule({
  id: 'projects/kinds-permitted',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-086'],
  title: 'the project of an Application permits the kinds of its objects',
  rationale:
    'One object that the project does not permit, and the whole sync fails before anything is applied. Nothing outside of namespaces is '
    + 'permitted unless clusterResourceWhitelist lists it, and the namespace that CreateNamespace=true makes is such an object.',
  bad: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember({ more: CREATE_NAMESPACE.slice(1) }),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
clusterResourceWhitelist:
  - group: ''
    kind: Namespace
    name: shop`) + exampleMember({ more: CREATE_NAMESPACE.slice(1) }),
  check(entry, context) {
    const project = projectOf(entry, context.manifests);
    if (!project) return;
    const permissions = new ProjectPermissions(projectSpec(project));
    const spec = applicationSpec(entry);
    const clusterList = `clusterResourceWhitelist${inCode(project, 'clusterResources')}`;
    const option = spec.at('syncPolicy', 'syncOptions').items.find(({ value }) => value === 'CreateNamespace=true');
    const namespace = spec.at('destination', 'namespace').text;
    if (option && namespace !== '' && !namespace.includes('{{') && !permissions.clusterObject({ group: '', kind: 'Namespace', name: namespace })) {
      context.report(option.pointer, `the project ${project.id.name} does not permit the Namespace ${namespace} that this option makes`, {
        fix: `add { group: "", kind: "Namespace" } to ${clusterList} of the project, or take out the option${inCode(entry, 'createNamespace')}`,
      });
    }
    const forbidden = new Map<string, ManifestEntry[]>();
    for (const object of deliveredObjects(entry, context.manifests)) {
      if (isPermitted(object.id, permissions)) continue;
      const kind = `${object.id.group}/${object.id.kind}`;
      const others = forbidden.get(kind);
      if (others) others.push(object);
      else forbidden.set(kind, [object]);
    }
    for (const [first, ...more] of forbidden.values()) {
      const { id } = first!;
      const others = more.length > 0 ? ` and ${more.length} more` : '';
      context.report(spec.at('project').pointer, `the project ${project.id.name} does not permit ${describe(id)}${others}, so the sync would fail`, {
        received: `${id.kind} of ${id.group || 'the core group'}`,
        expected: 'a kind that the project permits',
        fix: isClusterScoped(id.group, id.kind)
          ? `add { group: ${JSON.stringify(id.group)}, kind: ${JSON.stringify(id.kind)} } to ${clusterList} of the project`
          : `add it to namespaceResourceWhitelist${inCode(project, 'namespaceResources')} of the project, `
            + `or take it out of namespaceResourceBlacklist${inCode(project, 'deniedNamespaceResources')}`,
      });
    }
  },
});

function isPermitted(object: PermittedObject, permissions: ProjectPermissions): boolean {
  if (isClusterScoped(object.group, object.kind)) return permissions.clusterObject(object);
  // Custom kinds that nobody has listed may be outside of namespaces.
  return permissions.namespacedObject(object) || permissions.clusterObject(object);
}
