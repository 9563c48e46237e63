import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';

const NEED_LABEL: ReadonlySet<string> = new Set(['argocd-cm', 'argocd-gpg-keys-cm', 'argocd-ssh-known-hosts-cm', 'argocd-tls-certs-cm']);

/** Finds configuration that Argo CD does not see. */
export const partOfLabel = defineRule({
  id: 'argo-cd-settings/part-of-label',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-186'],
  title: 'a ConfigMap of Argo CD has the label app.kubernetes.io/part-of: argocd',
  rationale: 'Argo CD lists only ConfigMaps with this label, so one without it is as good as not there. Applied over the one of the '
    + 'installation it takes the label away, and Argo CD goes on as if nothing was configured, or does not start.',
  bad: config(''),
  good: config('\n  labels:\n    app.kubernetes.io/part-of: argocd'),
  check({ id, manifest }, context) {
    if (!NEED_LABEL.has(id.name)) return;
    const label = manifest.metadata.labels?.['app.kubernetes.io/part-of'];
    if (label === 'argocd') return;
    context.report(pointer('/metadata/labels', 'app.kubernetes.io/part-of'), `Argo CD does not see ${id.name} without its label`, {
      received: label === undefined ? 'no such label' : JSON.stringify(label),
      expected: 'app.kubernetes.io/part-of: argocd',
      fix: 'add the label',
    });
  },
});

function config(labels: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: argocd-cm
  namespace: argocd${labels}
data:
  admin.enabled: "false"
`;
}
