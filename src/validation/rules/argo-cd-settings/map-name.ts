import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { exampleMap } from './config-maps';

/** The ConfigMaps that the programs of Argo CD and of its Image Updater read by their names. */
const NAMES = [
  'argocd-cm', 'argocd-cmd-params-cm', 'argocd-gpg-keys-cm', 'argocd-image-updater-config', 'argocd-notifications-cm', 'argocd-rbac-cm',
  'argocd-ssh-known-hosts-cm', 'argocd-tls-certs-cm',
];

/** Finds ConfigMaps that are nearly called like one of Argo CD. */
export const mapName = defineRule({
  id: 'argo-cd-settings/map-name',
  severity: 'error',
  kinds: ['ConfigMap'],
  since: '0.1.0',
  implements: [],
  title: 'a ConfigMap for Argo CD has the name that Argo CD reads',
  rationale: 'The programs of Argo CD find their ConfigMaps by name. One whose name differs by a letter is read by nobody: Argo CD goes on as if '
    + 'nothing was configured, and says nothing.',
  bad: exampleMap('argocd-cmd-param-cm', 'server.insecure: "true"'),
  good: exampleMap('argocd-cmd-params-cm', 'server.insecure: "true"'),
  check({ id }, context) {
    if (NAMES.includes(id.name) || !/rgo|cm$/i.test(id.name)) return;
    const meant = certainlyMeant(id.name, NAMES);
    if (meant === undefined) return;
    context.report('/metadata/name', `nobody reads a ConfigMap ${id.name}, and Argo CD reads ${meant}`, {
      received: id.name, expected: meant, fix: `did you mean ${meant}?`, ...corrected('/metadata/name', meant),
    });
  },
});
