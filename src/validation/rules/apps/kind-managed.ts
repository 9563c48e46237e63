import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { exampleConfig } from '../argo-cd-settings/config-maps';
import { destinationOf } from '../projects/application-places';
import { deliveredObjects } from '../projects/delivered-objects';
import { APPLICATION_KINDS, applicationSpec, sourcesOf } from './application-spec';
import { argoCdConfigOf } from './argo-cd-config';
import { exampleSource } from './example-application';
import { ResourceFilter } from './resource-filter';

const MONITOR = `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  podMetricsEndpoints:
    - port: metrics
`;

const example = (kind: string): string =>
  [exampleSource('path: shop'), MONITOR, exampleConfig(`resource.exclusions: "[{apiGroups: [monitoring.coreos.com], kinds: [${kind}]}]"`)].join('---\n');

/** Finds objects of an Application that Argo CD leaves alone. */
export const kindManaged = defineRule({
  id: 'apps/kind-managed',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-081'],
  title: 'an Application delivers kinds that Argo CD manages',
  rationale:
    'Objects that resource.exclusions of argocd-cm lists, or that resource.inclusions does not list, are taken out before the sync: they are never '
    + 'applied, and the Application is Synced all the same. Events, Leases and metrics are left alone always.',
  bad: example('PodMonitor'),
  good: example('ServiceMonitor'),
  check(entry, context) {
    const objects = deliveredObjects(entry, context.manifests).filter((object) => object !== entry);
    if (objects.length === 0) return;
    const filter = new ResourceFilter(argoCdConfigOf(entry, context.manifests));
    const { server } = destinationOf(entry, context.manifests);
    const byKind = new Map<string, ManifestEntry[]>();
    for (const object of objects) {
      const kind = `${object.id.group}/${object.id.kind}`;
      const others = byKind.get(kind);
      if (others) others.push(object);
      else byKind.set(kind, [object]);
    }
    const at = sourcesOf(entry)[0] ?? applicationSpec(entry);
    for (const [first, ...more] of byKind.values()) {
      const { id } = first!;
      const exclusion = filter.exclusionOf(id.group, id.kind, server);
      if (exclusion === undefined) continue;
      context.report(at.pointer, `${describe(id)}${more.length > 0 ? ` and ${more.length} more` : ''} would never be applied: ${exclusion}`, {
        received: `${id.kind} of ${id.group || 'the core group'}`,
        fix: exclusion === 'Argo CD never manages it' ? 'take it out of the folder' : 'take it out of the folder, or change the setting',
      });
    }
  },
});
