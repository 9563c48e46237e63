import type { Rule } from '../../../../src/validation/rule';
import { exampleConfig } from '../../../../src/validation/rules/argo-cd-settings/config-maps';
import { customizationKeys } from '../../../../src/validation/rules/argo-cd-settings/customization-keys';
import { customizationsMapFields } from '../../../../src/validation/rules/argo-cd-settings/customizations-map';
import { globalProjects } from '../../../../src/validation/rules/argo-cd-settings/global-projects';
import { ignoredFields } from '../../../../src/validation/rules/argo-cd-settings/ignored-fields';
import { passwordPattern } from '../../../../src/validation/rules/argo-cd-settings/password-pattern';
import { resourceKinds } from '../../../../src/validation/rules/argo-cd-settings/resource-kinds';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const entry = (key: string, value: string): string => exampleConfig(`${JSON.stringify(key)}: ${JSON.stringify(value)}`);
const health = (kind: string): string => entry(`resource.customizations.health.${kind}`, 'return { status = "Healthy" }');
const ignored = (kind: string, value: string): string => entry(`resource.customizations.ignoreDifferences.${kind}`, value);
const inMap = (value: string): string => entry('resource.customizations', value);

test.each<readonly [string, Rule, string, object]>([
  ['core for a group', resourceKinds, health('core_Service'), { fix: 'write Service alone' }],
  ['a dot for a group', resourceKinds, health('._Service'), { message: 'Argo CD never finds what stands behind an empty group', fix: 'write Service alone' }],
  ['an empty group', resourceKinds, health('_Service'), { fix: 'write Service alone' }],
  ['a kind without its capital', resourceKinds, ignored('apps_deployment', 'jsonPointers: [/spec/replicas]'), { received: 'apps_deployment' }],
  ['core in the map', resourceKinds, inMap('core/Service: {health.lua: "return {}"}'), { fix: 'write Service alone' }],
  ['a version in a list of groups', resourceKinds, entry('resource.exclusions', '[{apiGroups: [cilium.io/v2], kinds: ["*"]}]'), { fix: 'write cilium.io' }],
  ['a pattern in a list of kinds', resourceKinds, entry('resource.exclusions', '[{kinds: ["Cilium*"]}]'), { fix: 'write each kind, or * alone for all of them' }],
  ['an underscore in the map', customizationsMapFields, inMap('example.com_Foo: {health.lua: "return {}"}'), { fix: 'write example.com/Foo' }],
  ['an underscore and a core group in the map', customizationsMapFields, inMap('core_Service: {health.lua: "return {}"}'), { fix: 'write Service' }],
  ['health in the map', customizationsMapFields, inMap('example.com/Foo: {health: "return {}"}'), { fix: 'did you mean health.lua?' }],
  ['health as a map', customizationsMapFields, inMap('example.com/Foo: {health: {lua: "return {}"}}'), { fix: 'did you mean health.lua?' }],
  ['ignored fields as a map', customizationsMapFields, inMap('example.com/Foo: {ignoreDifferences: {jsonPointers: [/a]}}'),
    { fix: 'put a | behind ignoreDifferences, so that what follows is a text' }],
  ['a switch in quotes', customizationsMapFields, inMap('example.com/Foo: {health.lua.useOpenLibs: "true"}'), { received: '"true"', expected: 'true or false' }],
  ['an operator without its capital', globalProjects,
    entry('globalProjects', '[{projectName: all, labelSelector: {matchExpressions: [{key: team, operator: in, values: [a]}]}}]'), { received: expect.stringContaining('in') }],
  ['a slash in an ignored key', ignoredFields, ignored('apps_Deployment', 'jsonPointers: [/metadata/labels/example.com/a]'),
    { fix: 'write /metadata/labels/example.com~1a' }],
  ['a star in a pointer', ignoredFields, inMap('apps/Deployment: {ignoreDifferences: "jsonPointers: [/spec/*/a]"}'), { received: '/spec/*/a' }],
  ['managers of the core group', ignoredFields, ignored('Service', 'managedFieldsManagers: [kube-controller-manager]'), { fix: 'write _Service' }],
  ['managers of the core group in the map', ignoredFields, inMap('Service: {ignoreDifferences: "managedFieldsManagers: [a]"}'), { fix: 'write /Service' }],
  ['a lookahead', passwordPattern, entry('passwordPattern', '(?=.*[A-Z]).{12,}'), { message: expect.stringContaining('have no lookaround') }],
])('%s is found', (_, rule, manifests, finding) => {
  expect(findingsOf(rule, manifests)).toEqual([expect.objectContaining(finding)]);
});

test.each<readonly [string, Rule, string]>([
  ['a kind of the core group', resourceKinds, health('Service')],
  ['every kind', resourceKinds, ignored('all', 'jsonPointers: [/spec/replicas]')],
  ['an empty group where Argo CD takes the key apart', resourceKinds, ignored('_Service', 'managedFieldsManagers: [a]')],
  ['a key that customization-keys is about', resourceKinds, health('example.com.Cache')],
  ['patterns in the map', resourceKinds, inMap('"*.example.com/*": {health.lua: "return {}"}')],
  ['globs of groups, and all kinds', resourceKinds, entry('resource.exclusions', '[{apiGroups: ["*.cilium.io", ""], kinds: ["*"]}]')],
  ['a list that is none', resourceKinds, entry('resource.inclusions', 'apiGroups: [core]')],
  ['an entry with all of its fields', customizationsMapFields,
    inMap('example.com/Foo: {health.lua: "return {}", health.lua.useOpenLibs: true, actions: "{}", ignoreDifferences: "{}", knownTypeFields: []}')],
  ['patterns and nothing', customizationsMapFields, inMap('"*/*_*": null')],
  ['a selector of labels', globalProjects, entry('globalProjects', '[{projectName: all, labelSelector: {matchLabels: {team: shop}}}]')],
  ['managers of another group', ignoredFields, ignored('apps_Deployment', 'managedFieldsManagers: [a]')],
  ['managers of every kind', ignoredFields, ignored('all', 'managedFieldsManagers: [a]')],
  ['a length', passwordPattern, entry('passwordPattern', '^.{12,64}$')],
])('%s is no finding', (_, rule, manifests) => {
  expect(findingsOf(rule, manifests)).toEqual([]);
});

test('an empty group has its parts, so customization-keys is silent about it', () => {
  expect(findingsOf(customizationKeys, health('_Service'))).toEqual([]);
});

test('a custom resource may be called anything', () => {
  const custom = 'apiVersion: example.com/v1\nkind: cache\nmetadata: {name: web, namespace: shop}\n';
  expect(findingsOf(resourceKinds, joinDocuments(health('example.com_cache'), custom))).toEqual([]);
});
