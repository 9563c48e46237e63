import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { configMap } from './cluster-decision';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf } from './generator-entries';

/** Finds ConfigMaps of plugin generators that lack what is needed to ask the plugin. */
export const pluginConfig = defineRule({
  id: 'appsets/plugin-config',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-170'],
  title: 'the ConfigMap of a plugin generator says where the plugin is and which secret opens it',
  rationale: 'Without baseUrl, or with a token that is no reference to a Secret, the set is in error. Looked at only where the ConfigMap '
    + 'is among the manifests.',
  bad: joinDocuments(plugin(), config('secret-token')),
  good: joinDocuments(plugin(), config('$plugin-token:token')),
  check(entry, context) {
    for (const generator of generatorsOf(entry, 'plugin')) {
      const name = generator.at('configMapRef', 'name');
      const data = configMap(entry, name.text, context.manifests);
      if (!data) continue;
      const report = (what: string, expected: string): void => context.report(name.pointer, `the ConfigMap ${name.text} ${what}`, { expected });
      if (data.at('baseUrl').text === '') report('has no baseUrl', 'the URL of the plugin');
      const token = data.at('token').text;
      // What stands there may be the secret itself, so it is not shown.
      if (!token.startsWith('$')) report(token === '' ? 'has no token' : 'has a token that is no reference', '$<name of the Secret>:<key>');
      const timeout = data.at('requestTimeout').text;
      if (timeout !== '' && !/^[+-]?\d+$/.test(timeout)) report(`has the requestTimeout ${timeout}`, 'a number of seconds');
    }
  },
});

function plugin(): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - plugin:
      configMapRef:
        name: tenants
${exampleTemplate("'web-{{ .tenant }}'")}`);
}

function config(token: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: tenants
  namespace: argocd
data:
  baseUrl: http://tenants.argocd.svc.cluster.local
  token: ${token}
`;
}
