import type { Rule } from '../../../../src/validation/rule';
import { accounts } from '../../../../src/validation/rules/argo-cd-settings/accounts';
import { exampleConfig, exampleMap } from '../../../../src/validation/rules/argo-cd-settings/config-maps';
import { customizationKeys } from '../../../../src/validation/rules/argo-cd-settings/customization-keys';
import { customizationValues } from '../../../../src/validation/rules/argo-cd-settings/customization-values';
import { knownSettings } from '../../../../src/validation/rules/argo-cd-settings/known-settings';
import { luaResults } from '../../../../src/validation/rules/argo-cd-settings/lua-results';
import { luaSandbox } from '../../../../src/validation/rules/argo-cd-settings/lua-sandbox';
import { luaSyntax } from '../../../../src/validation/rules/argo-cd-settings/lua-syntax';
import { needlessHealthCheck } from '../../../../src/validation/rules/argo-cd-settings/needless-health-check';
import { oidcConfig } from '../../../../src/validation/rules/argo-cd-settings/oidc-config';
import { openServer } from '../../../../src/validation/rules/argo-cd-settings/open-server';
import { partOfLabel } from '../../../../src/validation/rules/argo-cd-settings/part-of-label';
import { secretLabel } from '../../../../src/validation/rules/argo-cd-settings/secret-label';
import { settingShape } from '../../../../src/validation/rules/argo-cd-settings/setting-shape';
import { settingValues } from '../../../../src/validation/rules/argo-cd-settings/setting-values';
import { signOnSecrets } from '../../../../src/validation/rules/argo-cd-settings/sign-on-secrets';
import { signOnUrl } from '../../../../src/validation/rules/argo-cd-settings/sign-on-url';
import { urls } from '../../../../src/validation/rules/argo-cd-settings/urls';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const entry = (key: string, value: string): string => exampleConfig(`${JSON.stringify(key)}: ${JSON.stringify(value)}`);
const parameter = (key: string, value: string): string => exampleMap('argocd-cmd-params-cm', `${key}: ${JSON.stringify(value)}`);
const map = (name: string, namespace: string, data: string): string =>
  exampleMap(name, data).replace('namespace: argocd', `namespace: ${namespace}`);

const health = (script: string): string => entry('resource.customizations.health.example.com_Cache', script);

test.each<readonly [string, Rule, string, object]>([
  ['a kind without a key', customizationKeys, entry('resource.customizations.health', 'x'), { message: 'the key names no kind, so Argo CD passes it over' }],
  ['two underscores', customizationKeys, entry('resource.customizations.health.a_b_C', 'x'), { fix: 'put one underscore between group and kind' }],
  ['no underscore', customizationKeys, entry('resource.customizations.health.example.com.Cache', 'x'), { fix: 'put an underscore between group and kind' }],
  ['a star', customizationKeys, entry('resource.customizations.health.*_Cache', 'x'), { message: expect.stringContaining('the API server refuses') }],
  ['a boolean in words', customizationValues, entry('resource.customizations.useOpenLibs.example.com_Cache', 'yes'), { received: '"yes"' }],
  ['a type of nobody', customizationValues, entry('resource.customizations.knownTypeFields.example.com_Cache', '[{field: a, type: core/v2/X}]'), {}],
  ['a field of another list', customizationValues, entry('resource.customizations.ignoreDifferences.all', 'jsonPointer: [/a]'), { received: 'jsonPointer: ["/a"]' }],
  ['a jq path of all Applications that does not compile', customizationValues,
    entry('resource.customizations.ignoreDifferences.apps_Deployment', 'jqPathExpressions: [".spec["]'), { received: expect.stringContaining('.spec[: ') }],
  ['a pointer without its slash', customizationValues,
    entry('resource.customizations.ignoreResourceUpdates.apps_Deployment', 'jsonPointers: [spec/replicas]'), { received: 'spec/replicas' }],
  ['a policy of nobody', settingValues, parameter('applicationsetcontroller.policy', 'create-updates'), { fix: 'did you mean create-update?' }],
  ['a level of logs that ends the controller', settingValues, parameter('controller.log.level', 'verbose'), { expected: expect.stringContaining('debug') }],
  ['actions in a list', customizationValues, entry('resource.customizations.actions.apps_Deployment', '- a'), { received: 'a list' }],
  ['Lua under the single key', luaSyntax, entry('resource.customizations', '"*.example.com/*": {health.lua: "if"}'), { message: 'the health check of *.example.com/* is not Lua 5.1' }],
  ['Lua of an action', luaSyntax, entry('resource.customizations.actions.Pod', 'definitions: [{name: stop, action.lua: "if"}]'), { message: 'the action stop of Pod is not Lua 5.1' }],
  ['libraries in an action', luaSandbox, entry('resource.customizations.actions.Pod', 'discovery.lua: "return string.upper(1)"'), { fix: 'do without: actions never get them' }],
  ['a legacy group', needlessHealthCheck, entry('resource.customizations.health.certmanager.k8s.io_Certificate', 'return {}'), { expected: 'cert-manager.io' }],
  ['a status of nobody', luaResults, health('return { status = "Ok" }'), { received: 'line 1 says the status "Ok", which Argo CD does not know' }],
  ['an account with a password', accounts, entry('accounts.ci.password', 'x'), { fix: expect.stringContaining('argocd-secret') }],
  ['an enabled in words', accounts, entry('accounts.ci.enabled', 'on'), { expected: 'true or false' }],
  ['a misspelt parameter', knownSettings, parameter('applicationsetcontroller.enable.progressive.sync', 'true'), { fix: 'did you mean applicationsetcontroller.enable.progressive.syncs?' }],
  ['a parameter in argocd-cm', knownSettings, entry('server.insecure', 'true'), { fix: 'put it into argocd-cmd-params-cm' }],
  ['a setting among parameters', knownSettings, parameter('timeout.reconciliation', '3m'), { fix: 'put it into argocd-cm' }],
  ['a boolean parameter in words', settingValues, parameter('server.insecure', 'yes'), { received: '"yes"' }],
  ['a number with a unit', settingValues, parameter('controller.status.processors', '50x'), { expected: 'a whole number' }],
  ['a word of no list', settingValues, entry('resource.respectRBAC', 'on'), { expected: 'normal, strict' }],
  ['a status field of nobody', settingValues, entry('resource.compareoptions', 'ignoreResourceStatusField: crds'), { received: 'crds' }],
  ['a switch in capitals', settingValues, entry('exec.enabled', 'True'), { expected: 'true or false, in lower case' }],
  ['a filter without lists', settingShape, entry('resource.inclusions', '[{kinds: Pod}]'), { received: 'kinds: "Pod"' }],
  ['a misspelt filter', settingShape, entry('resource.exclusions', '[{apiGroup: [x]}]'), { fix: 'did you mean apiGroups?' }],
  ['a link without a title', settingShape, entry('application.links', '[{url: "https://x.example.com"}]'), { received: 'an entry without title' }],
  ['broken YAML', settingShape, entry('globalProjects', '[{'), { fix: 'mend the text' }],
  ['OIDC that is no map', oidcConfig, entry('oidc.config', '- a'), { message: expect.stringContaining('nobody can sign in') }],
  ['an issuer without a scheme', oidcConfig, entry('oidc.config', 'issuer: org.example.com'), { received: '"org.example.com"' }],
  ['a misspelt OIDC field', oidcConfig, entry('oidc.config', 'clientSecrt: $x'), { fix: 'did you mean clientSecret?' }],
  ['a graph of nobody', oidcConfig, entry('oidc.config', 'azure: {graphApiEndpoint: "https://graph.example.com"}'), { received: '"https://graph.example.com"' }],
  ['Dex that is no YAML', signOnSecrets, entry('dex.config', 'a: ['), { fix: 'mend the text' }],
  ['a secret of a static client', signOnSecrets, entry('dex.config', 'staticClients: [{id: a, secret: b}]'), { message: 'staticClients.0.secret of dex.config is a secret in plain text' }],
  ['Dex without url', signOnUrl, entry('dex.config', 'connectors: []'), {}],
  ['one URL of several', urls, entry('additionalUrls', '[https://a.example.com, b.example.com]'), { received: 'b.example.com' }],
  ['a provider that may pretend', openServer, entry('oidc.tls.insecure.skip.verify', 'true'), {}],
  ['known hosts without the label', partOfLabel, exampleMap('argocd-ssh-known-hosts-cm', 'ssh_known_hosts: x').replace(/ {2}labels:\n.*\n/, ''), {}],
])('%s is found', (_, rule, manifests, finding) => {
  expect(findingsOf(rule, manifests)).toEqual([expect.objectContaining(finding)]);
});

test.each<readonly [string, Rule, string]>([
  ['a kind of the core group', customizationKeys, entry('resource.customizations.health.Service', 'x')],
  ['every kind', customizationKeys, entry('resource.customizations.ignoreDifferences.all', 'jsonPointers: []')],
  ['the single key', customizationKeys, entry('resource.customizations', '{}')],
  ['keys of other ConfigMaps', customizationKeys, exampleMap('web', 'resource.customizations.x: y')],
  ['an empty customization', customizationValues, entry('resource.customizations.ignoreDifferences.all', '')],
  ['a known type', customizationValues, entry('resource.customizations.knownTypeFields.example.com_Cache', '[{field: a, type: core/Quantity}]')],
  ['libraries that were asked for under the single key', luaSandbox,
    entry('resource.customizations', '"example.com/*": {health.lua: "return {status = string.upper(1)}", health.lua.useOpenLibs: true}')],
  ['actions without a status', luaResults, entry('resource.customizations.actions.Pod', 'discovery.lua: "return {}"')],
  ['a check for Applications', needlessHealthCheck, entry('resource.customizations.health.argoproj.io_Application', 'return {}')],
  ['a setting with a name in it', knownSettings, entry('kustomize.path.v5.4.1', '/x')],
  ['days', settingValues, entry('users.session.duration', '7d')],
  ['an empty value', settingValues, parameter('applicationsetcontroller.enable.policy.override', '')],
  ['status that is off', settingValues, entry('resource.compareoptions', 'ignoreResourceStatusField: off')],
  ['an empty list', settingShape, entry('resource.exclusions', '')],
  ['a reference to an issuer', oidcConfig, entry('oidc.config', 'issuer: $issuer')],
  ['an empty OIDC configuration', signOnUrl, entry('oidc.config', '')],
  ['a banner without link', urls, entry('ui.bannerurl', '')],
  ['RBAC without the label, which is read otherwise', partOfLabel, exampleMap('argocd-rbac-cm', 'policy.default: ""').replace(/ {2}labels:\n.*\n/, '')],
])('%s is no finding', (_, rule, manifests) => {
  expect(findingsOf(rule, manifests)).toEqual([]);
});

describe('Secrets that argocd-cm refers to', () => {
  const config = entry('oidc.config', 'clientSecret: $okta:clientSecret');
  const sealed = (labels: string): string => `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: okta, namespace: argocd}
spec: {encryptedData: {clientSecret: AgA}${labels}}
`;

  test.each([
    ['without the label is found', sealed(''), 1],
    ['with the label in its template is not', sealed(', template: {metadata: {labels: {app.kubernetes.io/part-of: argocd}}}'), 0],
    ['of another namespace is not', sealed('').replace('namespace: argocd', 'namespace: shop'), 0],
    ['of another name is not', sealed('').replace('name: okta', 'name: other'), 0],
  ])('one %s', (_, secret, count) => {
    expect(findingsOf(secretLabel, joinDocuments(config, secret))).toHaveLength(count);
  });
});

test('the ConfigMaps of another namespace are looked at by themselves', () => {
  expect(findingsOf(urls, joinDocuments(map('argocd-cm', 'one', 'url: a'), map('argocd-cm', 'two', 'url: https://b.example.com')))).toHaveLength(1);
});
