import { credentialForm } from '../../../languages/credentials/credential-forms';
import { isCredentialName, isCredentialValue, writtenCredential } from '../../../languages/credentials/credential-name';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { templateHoldsCredentials } from './cluster-credentials';

/** Credentials of repositories that are not told by their names alone. */
const REGISTRATION_KEYS: ReadonlySet<string> = new Set(['gcpServiceAccountKey', 'tlsClientCertKey']);

/** Finds secrets in what makes a Secret out of secrets. */
export const plainTemplate = defineRule({
  id: 'secrets/plain-template',
  severity: 'error',
  kinds: ['bitnami.com/SealedSecret', 'external-secrets.io/ExternalSecret'],
  since: '0.1.0',
  implements: ['P31'],
  title: 'the template of a sealed or external Secret holds no credential itself',
  rationale:
    'Only what is sealed, or kept in the store, is hidden: the template is committed as it is, and its texts go into the Secret. A credential '
    + 'belongs into encryptedData or the store, and the template names it: {{ .password }}. Rotate what was committed already.',
  bad: example('hunter2-of-the-shop'),
  good: example('"{{ .password }}"'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const template = entry.id.kind === 'SealedSecret' ? spec.at('template') : spec.at('target', 'template');
    const isRegistration = template.at('metadata', 'labels', 'argocd.argoproj.io/secret-type').exists;
    const texts = [
      ...template.at('data').fields.map(([key, place]) => ({ key, place, name: credentialIn(key, place.text, isRegistration) })),
      ...template.at('templateFrom').items.map((item) => item.at('literal')).map((place) => ({ key: '', place, name: writtenCredential(place.text) })),
    ];
    for (const { key, place, name } of texts) {
      // A text with a form of its own is an error already.
      if (name === undefined || credentialForm(place.text) !== undefined) continue;
      context.report(place.pointer, `${name} stands in the template in plain text`, {
        received: 'text',
        expected: `the name of a value that is ${entry.id.kind === 'SealedSecret' ? 'sealed' : 'in the store'}, such as {{ .${name === key && /^[A-Za-z]\w*$/.test(key) ? key : 'password'} }}`,
        fix: 'keep the value where only the controller reads it, name it here, and rotate what was committed',
      });
    }
  },
});

/** The name of the credential that a text of the template is, or holds. */
function credentialIn(key: string, text: string, isRegistration: boolean): string | undefined {
  if (isRegistration && key === 'config') return text !== '' && templateHoldsCredentials(text) ? 'a credential of the config' : undefined;
  const isCredential = isRegistration && (REGISTRATION_KEYS.has(key) || isCredentialName(key))
    ? text.trim() !== '' && !/\{\{|\$\{/.test(text)
    : isCredentialName(key) && isCredentialValue(key, text);
  return isCredential ? key : writtenCredential(text);
}

function example(password: string): string {
  return `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
spec:
  secretStoreRef:
    kind: ClusterSecretStore
    name: vault
  target:
    template:
      data:
        username: web
        password: ${password}
  data:
    - secretKey: password
      remoteRef:
        key: shop/database
`;
}
