import { readYaml } from '../../../languages/yaml-text';
import type { JsonValue } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { eachText } from '../secrets/texts';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

// Fields of Dex and its connectors that hold a secret, and those of oidc.config.
const SECRET_FIELDS: ReadonlySet<string> = new Set(['bindpw', 'clientsecret', 'keystonepassword', 'secret']);

/** Finds secrets of single sign-on in plain text, and Dex configuration that cannot be read. */
export const signOnSecrets = defineRule({
  id: 'argo-cd-settings/sign-on-secrets',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-199', 'CD-200'],
  title: 'secrets of single sign-on are references',
  rationale: 'argocd-cm is committed and can be read by many. A value that starts with a dollar sign is taken from a Secret: $key from '
    + 'argocd-secret, $name:key from another one with the label app.kubernetes.io/part-of: argocd. A dex.config that is no YAML is ignored.',
  bad: dex('hunter2'),
  good: dex('$dex.github.clientSecret'),
  check(entry, context) {
    for (const { key, value: text, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      if (key !== 'oidc.config' && key !== 'dex.config') continue;
      const { value, problem } = readYaml(text);
      if (problem !== undefined) {
        if (key === 'dex.config') context.report(pointer, 'Argo CD ignores dex.config: it is no YAML', { received: problem, fix: 'mend the text' });
        continue;
      }
      eachText(value as JsonValue, (secret, path) => {
        const field = String(path.at(-1));
        if (!SECRET_FIELDS.has(field.toLowerCase()) || secret === '' || secret.startsWith('$')) return;
        context.report(pointer, `${path.join('.')} of ${key} is a secret in plain text`, {
          expected: 'a reference to a Secret: $key of argocd-secret, or $name:key',
          fix: 'put the value into a Secret that is not committed, write the reference here, and rotate what was committed',
        });
      });
    }
  },
});

function dex(secret: string): string {
  return exampleConfig(`
url: https://argo-cd.example.com
dex.config: |
  connectors:
  - type: github
    id: github
    name: GitHub
    config:
      clientID: argo-cd
      clientSecret: ${secret}`);
}
