import { matchesGlob } from '../../../languages/globs';
import { clusterOf } from '../../../manifests/cluster-facts';
import type { ManifestSet } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { IN_CLUSTER } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { exampleMember } from './example-project';
import { membersOf } from './members';
import { exampleWindow, syncWindowsOf } from './sync-windows';
import { comparedWith, mayMatch } from './window-fit';

const window = (clusters: string): string => exampleWindow(`
kind: deny
schedule: 0 22 * * *
duration: 8h
applications: [ledger]
clusters: [${clusters}]`) + exampleMember() + exampleMember({ path: 'ledger' }).replace('name: web', 'name: ledger');

/** Finds sync windows that miss Applications of a cluster which they name. */
export const syncWindowClusters = defineRule({
  id: 'projects/sync-window-clusters',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'a sync window names a cluster as the Applications do',
  rationale:
    'Argo CD compares the clusters of a window with what the Application says of its destination, the name or the URL of the server, and looks '
    + 'nothing up. A window for a name misses the Applications that give the URL, which sync when they should not. Where a window matches no '
    + 'Application at all, projects/sync-window-matches says so.',
  bad: window('in-cluster'),
  good: window('in-cluster, "https://kubernetes.default.svc"'),
  check(entry, context) {
    const windows = syncWindowsOf(entry).filter((one) => one.at('clusters').items.length > 0);
    if (windows.length === 0) return;
    const { applications, isKnown } = membersOf(entry, context.manifests);
    for (const one of windows) {
      const missed = applications.filter((application) => !mayMatch(one, application) && mayMatchElsewhere(one, application));
      if (isKnown && !applications.some((application) => mayMatch(one, application))) continue;
      for (const cluster of one.at('clusters').items) {
        const first = missed.find((application) =>
          otherNames(application, context.manifests).some((name) => matchesGlob(cluster.text, name)));
        if (!first) continue;
        const said = comparedWith(first, 'clusters').join(' and ');
        context.report(cluster.pointer, `the window misses ${first.at('metadata', 'name').text}, which goes to this cluster and says ${said}`, {
          received: cluster.text,
          fix: `add ${said} to the clusters of the window`,
        });
      }
    }
  },
});

/** Whether the window would be for the Application if its cluster fitted. */
function mayMatchElsewhere(window: Place, application: Place): boolean {
  return window.at('andOperator').value !== true || mayMatch(window, application, ['applications', 'namespaces']);
}

/** What the cluster of an Application is called beside what it says: of a name its URL, and of a URL its name. */
function otherNames(application: Place, manifests: ManifestSet): string[] {
  const said = comparedWith(application, 'clusters');
  const known = said.map((text) => clusterOf(manifests.clusters, text) ?? OWN.find(({ name, server }) => text === name || text === server));
  return known.flatMap((cluster) => [cluster?.name ?? [], cluster?.server ?? []].flat()).filter((name) => !said.includes(name));
}

/** What every Argo CD knows. */
const OWN = [{ name: 'in-cluster', server: IN_CLUSTER }];
