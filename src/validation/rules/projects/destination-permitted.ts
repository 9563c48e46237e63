import { clusterOf } from '../../../manifests/cluster-facts';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from '../apps/application-spec';
import { destinationOf, destinationText } from './application-places';
import { EXAMPLE_PERMISSIONS, exampleMember, exampleProject } from './example-project';
import { ProjectPermissions } from './project-permissions';
import { projectOf, projectSpec } from './projects-of';

/** Finds Applications that go where their project does not let them. */
export const destinationPermitted = defineRule({
  id: 'projects/destination-permitted',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-024', 'CD-133'],
  title: 'an Application goes where its project permits',
  rationale:
    'An Application with another destination shows InvalidSpecError and syncs nothing. A destination of a project without namespace permits '
    + 'Applications without namespace alone. With permitOnlyProjectScopedClusters the cluster has to be registered for the project.',
  bad: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember({ destination: 'payments' }),
  good: exampleProject(EXAMPLE_PERMISSIONS) + exampleMember(),
  check(entry, context) {
    const project = isPartial(entry) ? undefined : projectOf(entry, context.manifests);
    const place = applicationSpec(entry).at('destination');
    if (!project || (place.at('server').text === '' && place.at('name').text === '')) return;
    const destination = destinationOf(entry, context.manifests);
    const permitted = projectSpec(project).at('destinations').items;
    if (!new ProjectPermissions(projectSpec(project)).destination(destination)) {
      context.report(place.pointer, `the project ${project.id.name} does not permit ${destinationText(destination)}`, {
        received: destinationText(destination),
        expected: permitted.map((item) => `${item.at('name').text || item.at('server').text}, namespace ${item.at('namespace').text || 'none'}`).join('; ')
          || 'a project with destinations: this one has none',
        fix: 'add the destination to the project, or take one that it permits',
      });
      return;
    }
    const stranger = strangerTo(project, destination.name ?? destination.server, context.manifests);
    if (stranger === undefined) return;
    context.report(place.pointer, `the project ${project.id.name} permits clusters of its own alone, and ${stranger} is not registered for it`, {
      expected: `a cluster with project: ${project.id.name}`,
      fix: 'register the cluster for the project, or take out permitOnlyProjectScopedClusters',
    });
  },
});

/** The name of a cluster that is registered here, for another project or for all. */
function strangerTo(project: ManifestEntry, cluster: string | undefined, manifests: ManifestSet): string | undefined {
  if (cluster === undefined || projectSpec(project).at('permitOnlyProjectScopedClusters').value !== true) return undefined;
  const facts = clusterOf(manifests.clusters, cluster);
  // Of a cluster whose labels nobody has said the registration is elsewhere, and its project too.
  return facts?.labels !== undefined && facts.project !== project.id.name ? facts.name : undefined;
}
