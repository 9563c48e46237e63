import { comparableServer } from '../../../manifests/cluster-facts';
import { isJsonObject } from '../../../manifests/json';
import { IN_CLUSTER } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { exampleConfig } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleRegistration } from './example-registration';
import { fieldText, registrationOfType, SECRET_KINDS } from './registrations';

const HUB = exampleRegistration('cluster', 'hub', { name: 'hub', server: IN_CLUSTER });

const example = (enabled: string): string => joinDocuments(HUB, exampleConfig(`cluster.inClusterEnabled: "${enabled}"`));

/** Finds a registration of the cluster that Argo CD runs in, where that is switched off. */
export const inClusterEnabled = defineRule({
  id: 'fleet/in-cluster-enabled',
  severity: 'warning',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-249'],
  title: 'the cluster of Argo CD itself is registered only where it may be used',
  rationale: 'With cluster.inClusterEnabled: "false" in argocd-cm Argo CD passes over a Secret for https://kubernetes.default.svc: no Application may go '
    + 'there, and no generator selects it.',
  bad: example('false'),
  good: example('true'),
  check(entry, context) {
    const registration = registrationOfType(entry, 'cluster');
    if (!registration || comparableServer(fieldText(registration, 'server')) !== IN_CLUSTER) return;
    const config = context.manifests.find(entry.unit, { group: '', kind: 'ConfigMap', namespace: entry.id.namespace, name: 'argocd-cm' });
    const data = config?.manifest.data;
    if (!isJsonObject(data) || data['cluster.inClusterEnabled'] !== 'false') return;
    context.report(registration.fields.get('server')!.pointer, 'argocd-cm switches the cluster that Argo CD runs in off, so this Secret is ignored', {
      fix: 'take the Secret out, or leave out cluster.inClusterEnabled',
    });
  },
});
