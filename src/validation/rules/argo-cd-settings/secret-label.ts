import { isJsonObject, type JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { valueAt } from '../../../manifests/pointer';
import { readSetOnce } from '../../../manifests/read-once';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

const LABEL = 'app.kubernetes.io/part-of';

/** How each kind says the labels and the name of the Secret that it makes. */
const MAKERS: Readonly<Record<string, { readonly labels: string; readonly name?: string }>> = {
  ExternalSecret: { labels: '/spec/target/template/metadata/labels', name: '/spec/target/name' },
  SealedSecret: { labels: '/spec/template/metadata/labels' },
  Secret: { labels: '/metadata/labels' },
};

/** Finds Secrets that argocd-cm refers to and Argo CD does not see. */
export const secretLabel = defineRule({
  id: 'argo-cd-settings/secret-label',
  severity: 'error',
  kinds: ['Secret', 'external-secrets.io/ExternalSecret', 'bitnami.com/SealedSecret'],
  since: '0.1.0',
  implements: ['CD-186', 'CD-200'],
  title: 'a Secret that argocd-cm refers to has the label app.kubernetes.io/part-of: argocd',
  rationale: 'Argo CD looks for $name:key among the Secrets with this label only. It takes the text of the reference for the value where '
    + 'it finds none, with a line in its log. The label belongs to the Secret itself: into the template of an ExternalSecret or SealedSecret.',
  bad: joinDocuments(reference(), externalSecret('')),
  good: joinDocuments(reference(), externalSecret('\n    template:\n      metadata:\n        labels:\n          app.kubernetes.io/part-of: argocd')),
  check(entry, context) {
    const { manifest, id } = entry;
    const maker = MAKERS[id.kind]!;
    const named = maker.name === undefined ? undefined : valueAt(manifest, maker.name);
    const name = typeof named === 'string' ? named : id.name;
    if (!referencesIn(context.manifests).has(`${id.namespace}/${name}`)) return;
    const labels = valueAt(manifest, maker.labels);
    // An ExternalSecret without a template of its own for metadata hands its labels on.
    const own: JsonObject | undefined = isJsonObject(labels) ? labels : id.kind === 'ExternalSecret' && !hasTemplate(entry) ? manifest.metadata.labels : undefined;
    if (own?.[LABEL] === 'argocd') return;
    context.report(maker.labels, `argocd-cm refers to the Secret ${name}, and Argo CD does not see it without its label`, {
      expected: `${LABEL}: argocd`, fix: `add the label under ${maker.labels.slice(1).replaceAll('/', '.')}`,
    });
  },
});

function hasTemplate({ manifest }: ManifestEntry): boolean {
  return valueAt(manifest, '/spec/target/template') !== undefined;
}

/** `namespace/name` of the Secrets that the argocd-cm of a set name. */
const referencesIn = readSetOnce(({ entries }): ReadonlySet<string> => {
  const configs = entries.filter(({ id }) => id.kind === 'ConfigMap' && id.name === ARGO_CD_CONFIG);
  return new Set(configs.flatMap((config) => settingsIn(config, ARGO_CD_CONFIG)
    .filter(({ key }) => key === 'oidc.config' || key === 'dex.config')
    .flatMap(({ value }) => [...value.matchAll(/\$([a-z0-9][-.a-z0-9]*):[-._a-zA-Z0-9]+/g)].map(([, name]) => `${config.id.namespace}/${name!}`))));
});

function reference(): string {
  return exampleConfig(`
url: https://argo-cd.example.com
oidc.config: |
  name: Okta
  issuer: https://org.okta.example.com
  clientID: argo-cd
  clientSecret: $okta:clientSecret`);
}

function externalSecret(template: string): string {
  return `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: okta
  namespace: argocd
spec:
  secretStoreRef:
    kind: ClusterSecretStore
    name: vault
  target:
    name: okta${template}
  data:
    - secretKey: clientSecret
      remoteRef:
        key: argo-cd/okta
`;
}
