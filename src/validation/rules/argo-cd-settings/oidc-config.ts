import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

const FIELDS: readonly string[] = [
  'allowedAudiences', 'azure', 'cliClientID', 'clientID', 'clientSecret', 'domainHint', 'enablePKCEAuthentication', 'enableUserInfoGroups',
  'issuer', 'logoutURL', 'name', 'refreshTokenThreshold', 'requestedIDTokenClaims', 'requestedScopes', 'rootCA',
  'skipAudienceCheckWhenTokenHasNoAudience', 'userInfoBaseURL', 'userInfoCacheExpiration', 'userInfoPath',
];

const GRAPH_HOSTS: readonly string[] = ['graph.microsoft.com', 'graph.microsoft.us', 'graph.microsoft.de', 'microsoftgraph.chinacloudapi.cn'];

/** Finds an OIDC configuration that is not read as it is written. */
export const oidcConfig = defineRule({
  id: 'argo-cd-settings/oidc-config',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-199', 'E11'],
  title: 'oidc.config has the fields that Argo CD reads',
  rationale: 'Argo CD passes over fields that it does not know, and signs nobody in when the text is no YAML. Which claim holds the groups '
    + 'is said by scopes in argocd-rbac-cm; that the provider sends it, by requestedScopes and requestedIDTokenClaims.',
  bad: config('claimsMapping:\n    groups: groups'),
  good: config('requestedIDTokenClaims:\n    groups:\n      essential: true'),
  check(entry, context) {
    for (const { key, value: text, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      if (key !== 'oidc.config' || text.trim() === '') continue;
      const { value, problem } = readYaml(text);
      if (problem !== undefined || !isJsonObject(value)) {
        context.report(pointer, 'nobody can sign in: oidc.config cannot be read', { received: problem ?? typeof value, expected: 'a map in YAML', fix: 'mend the text' });
        continue;
      }
      for (const field of Object.keys(value)) {
        // Go takes a field in any case.
        if (FIELDS.some((known) => known.toLowerCase() === field.toLowerCase())) continue;
        context.report(pointer, `oidc.config has no field ${field}, so it does nothing`, { received: field, ...adviceFor(field) });
      }
      for (const [field, wanted] of addressProblems(value)) {
        context.report(pointer, `${field} of oidc.config is no address that Argo CD accepts`, { received: JSON.stringify(at(value, field)), expected: wanted, fix: 'write the whole URL' });
      }
    }
  },
});

function adviceFor(field: string): { readonly expected: string; readonly fix: string } {
  const near = nearest(field, FIELDS);
  if (/claim/i.test(field)) {
    return {
      expected: 'requestedScopes and requestedIDTokenClaims',
      fix: 'name the claim that holds the groups in scopes of argocd-rbac-cm, and ask for it with requestedIDTokenClaims: {groups: {essential: true}}',
    };
  }
  return { expected: FIELDS.join(', '), fix: near ? `did you mean ${near}?` : 'take it out' };
}

function addressProblems(value: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  const problems: (readonly [string, string])[] = [];
  for (const field of ['issuer', 'userInfoBaseURL']) {
    const text = at(value, field);
    if (typeof text === 'string' && text !== '' && !/^(https?:\/\/|\$)/i.test(text)) problems.push([field, 'https://...']);
  }
  const endpoint = at(value, 'azure.graphApiEndpoint');
  if (typeof endpoint === 'string' && endpoint !== '' && !GRAPH_HOSTS.some((host) => new RegExp(`^https://${host.replaceAll('.', '\\.')}(:\\d+)?(/|$)`).test(endpoint))) {
    problems.push(['azure.graphApiEndpoint', `https:// and one of ${GRAPH_HOSTS.join(', ')}`]);
  }
  return problems;
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), value);
}

function config(more: string): string {
  return exampleConfig(`
url: https://argo-cd.example.com
oidc.config: |
  name: Okta
  issuer: https://org.okta.example.com
  clientID: argo-cd
  ${more}`);
}
