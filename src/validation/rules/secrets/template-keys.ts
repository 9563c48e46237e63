import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';

/** Finds templates of ExternalSecrets that name what is not fetched. */
export const templateKeys = defineRule({
  id: 'secrets/template-keys',
  severity: 'error',
  kinds: ['external-secrets.io/ExternalSecret'],
  since: '0.1.0',
  implements: [],
  title: 'the template of an ExternalSecret names keys that are fetched',
  rationale:
    'External Secrets fills the template in with what it has fetched, by secretKey. A name that is not among these is an error: the Secret is '
    + 'neither made nor changed, and who needs it waits, or goes on with an old password. Looked at where all keys are listed in data.',
  bad: example('pasword'),
  good: example('password'),
  check({ manifest }, context) {
    const spec = Place.root(manifest).at('spec');
    // What is fetched as a whole has keys that only the store knows.
    if (spec.at('dataFrom').items.length > 0) return;
    const keys = spec.at('data').items.map((item) => item.at('secretKey').text);
    const template = spec.at('target', 'template');
    const texts = [template.at('data'), template.at('metadata', 'annotations'), template.at('metadata', 'labels')]
      .flatMap((place) => place.fields.map(([, text]) => text));
    for (const place of [...texts, ...template.at('templateFrom').items.map((item) => item.at('literal'))]) {
      for (const name of new Set(namesIn(place.text))) {
        if (keys.includes(name)) continue;
        const near = nearest(name, keys);
        context.report(place.pointer, `the template names ${name}, which is not fetched, so the Secret is not made`, {
          received: `.${name}`, expected: keys.join(', ') || 'keys below data',
          fix: near ? `did you mean .${near}?` : `fetch it: add an entry with secretKey: ${name} to data`,
        });
      }
    }
  },
});

/** The fields of the whole that a template names. Where a block may change what the dot is, nobody asks. */
function namesIn(text: string): readonly string[] {
  const actions = [...text.matchAll(/\{\{(.*?)\}\}/gs)].map(([, action = '']) => action.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, ' '));
  if (actions.some((action) => /^-?\s*(?:range|with|define|block|template)\b/.test(action))) return [];
  return actions.flatMap((action) => [...action.matchAll(/(?:^|[\s(|,-])\.([A-Za-z_]\w*)/g)].map(([, name = '']) => name));
}

function example(name: string): string {
  return `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: registry
  namespace: argocd
spec:
  secretStoreRef:
    kind: ClusterSecretStore
    name: vault
  target:
    name: registry
    template:
      data:
        username: argocd
        password: '{{ .${name} }}'
  data:
    - secretKey: password
      remoteRef:
        key: argocd/registry
        property: password
`;
}
