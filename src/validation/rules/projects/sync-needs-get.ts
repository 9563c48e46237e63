import { policyOf, settingsOf } from '../../../languages/rbac-policy/config-map';
import { projectPolicy } from '../../../languages/rbac-policy/project-policy';
import { syncWithoutGet } from '../../../languages/rbac-policy/sync-needs-get';
import { EntryIndex } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { rbacConfigMap } from '../rbac/rbac-config-map';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

const role = (more: string): string => exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: deployer
    policies:
      - p, proj:shop:deployer, applications, sync, shop/*, allow${more}`);

/** Finds roles of projects that may sync what they may not see. */
export const syncNeedsGet = defineRule({
  id: 'projects/sync-needs-get',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-222'],
  title: 'a role of a project that may sync an Application may also get it',
  rationale:
    'The API server looks for get before it looks for sync, and refuses without it: permission denied, for a pipeline that has the permission. '
    + 'What policy.default and the groups of argocd-rbac-cm allow counts where that ConfigMap is here.',
  bad: role(''),
  good: role('\n      - p, proj:shop:deployer, applications, get, shop/*, allow'),
  check(entry, context) {
    const places = Place.root(entry.manifest).at('spec', 'roles').items.flatMap((one) => one.at('policies').items);
    if (!places.some(({ text }) => /,\s*sync\s*,/.test(text))) return;
    const own = projectPolicy(entry.manifest);
    // A policy that cannot be read is another rule's.
    if (own.unreadable.length > 0) return;
    const data = rbacData(entry, context.manifests);
    const lines = syncWithoutGet(policyOf(data).and(own), settingsOf(data));
    for (const place of places) {
      const line = lines.find(({ text }) => text === place.text.trim());
      if (!line) continue;
      context.report(place.pointer, `${line.subject} may sync ${line.object} without seeing it, which Argo CD refuses`, {
        received: line.text, expected: `p, ${line.subject}, applications, get, ${line.object}, allow`, fix: 'add the expected policy',
      });
    }
  },
});

/** What argocd-rbac-cm says, where it is here and only one may be meant. */
function rbacData(project: ManifestEntry, manifests: ManifestSet): Readonly<Record<string, string>> {
  const maps = RBAC.find(manifests.entries, project.id.namespace).filter(({ unit }) => mayMeet(unit, project.unit));
  return maps.length === 1 ? rbacConfigMap(maps[0]!)!.data : {};
}

const RBAC = new EntryIndex((entry) => (entry.id.kind === 'ConfigMap' && rbacConfigMap(entry) ? [entry.id.namespace] : []));
