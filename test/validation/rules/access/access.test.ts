import { completeRule } from '../../../../src/validation/rules/access/complete-rule';
import { knownGroup } from '../../../../src/validation/rules/access/known-group';
import { knownResource } from '../../../../src/validation/rules/access/known-resource';
import { knownVerb } from '../../../../src/validation/rules/access/known-verb';
import { roleExists } from '../../../../src/validation/rules/access/role-exists';
import { subjectExists } from '../../../../src/validation/rules/access/subject-exists';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const role = (rule: string, kind = 'ClusterRole', name = 'deployer') =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ${kind}, metadata: { name: ${name} }, rules: [${rule}] }\n`;
const rule = (groups: string, resources: string, verbs = 'get') => role(`{ apiGroups: [${groups}], resources: [${resources}], verbs: [${verbs}] }`);
const binding = (roleRef: string, subjects = '[]', kind = 'RoleBinding') =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ${kind}, metadata: { name: b }, roleRef: ${roleRef}, subjects: ${subjects} }\n`;
const account = (name: string, namespace: string) => `{ apiVersion: v1, kind: ServiceAccount, metadata: { name: ${name}, namespace: ${namespace} } }\n`;

describe('groups', () => {
  test.each([
    ['apps/v1', 'apps'], ['v1', ''], ['core', ''], ['aps', 'apps'], ['argoprojio', 'argoproj.io'], ['gateway.networking.k8s.iox', 'gateway.networking.k8s.io'],
    ['atch', 'batch'],
  ])('%s is most likely %j', (group, meant) => {
    expect(findingsOf(knownGroup, rule(group, 'things'))).toMatchObject([{ pointer: '/rules/0/apiGroups/0', edit: { op: 'set', value: meant } }]);
  });

  test('a group without a dot that nobody has is told without an edit', () => {
    expect(findingsOf(knownGroup, rule('x', 'services'))).toMatchObject([{ message: 'there is no group "x", so the rule grants nothing of it', expected: "the group of an apiVersion, '' for Pods, Services and ConfigMaps" }]);
  });

  test.each(["''", "'*'", 'apps', 'rules.example.com', 'kafka.strimzi.io', "'{{ .Values.group }}'"])('%s may be', (group) => {
    expect(findingsOf(knownGroup, rule(group, 'things'))).toEqual([]);
  });
});

describe('resources', () => {
  test.each([
    ["''", 'pod', 'pods'], ['apps', 'Deployment', 'deployments'], ['networking.k8s.io', 'ingress', 'ingresses'], ["''", 'pods/logs', 'pods/log'],
    ['argoproj.io', 'rolouts', 'rollouts'], ['gateway.networking.k8s.io', 'httproute', 'httproutes'], ['networking.k8s.io', 'networkpolicy', 'networkpolicies'],
  ])('in %s %s is most likely %s', (group, resource, meant) => {
    expect(findingsOf(knownResource, rule(group, resource))).toMatchObject([{ pointer: '/rules/0/resources/0', edit: { value: meant } }]);
  });

  test('a resource of another group is told with that group', () => {
    expect(findingsOf(knownResource, rule("''", 'deployments'))).toMatchObject([{
      message: "the group '' has no deployments, so the role grants nothing of it", expected: 'apiGroups with apps', fix: 'write a rule with that group',
    }]);
  });

  test.each([
    rule("''", "pods, 'pods/log', 'pods/exec', services, 'serviceaccounts/token', 'pods/finalizers'"),
    rule("'', apps", "pods, deployments, 'deployments/scale', '*', '*/scale'"),
    rule("'*'", 'anything'),
    rule('example.com', 'widgets'),
    rule("'', example.com", 'pods, widgets'),
    rule('argoproj.io', "rollouts, 'rollouts/scale', 'rollouts/finalizers', workflowtasksets"),
    rule('metrics.k8s.io', 'pods, nodes'),
    rule('extensions', 'ingresses, deployments'),
    rule("''", 'users, groups', 'impersonate'),
    rule('rbac.authorization.k8s.io', 'clusterroles', 'bind, escalate'),
    rule("''", "'{{ .resource }}'"),
  ])('%s is right', (yaml) => {
    expect(findingsOf(knownResource, yaml)).toEqual([]);
  });
});

describe('verbs', () => {
  test.each([['Get', 'get'], ['lists', 'list'], ['wacth', 'watch'], ['delet', 'delete']])('%s is most likely %s', (verb, meant) => {
    expect(findingsOf(knownVerb, rule('apps', 'deployments', verb))).toMatchObject([{ pointer: '/rules/0/verbs/0', edit: { value: meant } }]);
  });

  test('the word of another product is told with those of Kubernetes', () => {
    expect(findingsOf(knownVerb, rule("''", 'pods', 'read'))).toMatchObject([{ fix: 'did you mean get, list and watch?' }]);
  });

  test.each([
    rule("''", 'pods', "'*'"), rule('example.com', 'widgets', 'spin'), rule("'*'", "'*'", 'spin'), rule('policy', 'podsecuritypolicies', 'use'),
    rule('certificates.k8s.io', 'signers', 'approve, sign, attest'), rule('resource.k8s.io', 'resourceclaims', "'associated-node:update'"),
  ])('%s is right', (yaml) => {
    expect(findingsOf(knownVerb, yaml)).toEqual([]);
  });

  test('a slip is one in rules of others too', () => {
    expect(findingsOf(knownVerb, rule('example.com', 'widgets', 'gett'))).toMatchObject([{ edit: { value: 'get' } }]);
  });
});

test.each([
  ['no groups', '{ resources: [pods], verbs: [get] }', ['/rules/0']],
  ['no verbs', "{ apiGroups: [''], resources: [pods], verbs: [] }", ['/rules/0/verbs']],
  ['nothing but verbs', '{ verbs: [get] }', ['/rules/0', '/rules/0']],
  ['paths and resources', "{ apiGroups: [''], resources: [pods], nonResourceURLs: [/metrics], verbs: [get] }", ['/rules/0']],
])('a rule with %s is refused', (_what, text, pointers) => {
  expect(findingsOf(completeRule, role(text)).map(({ pointer }) => pointer)).toEqual(pointers);
});

test('paths are for a ClusterRole', () => {
  const paths = '{ nonResourceURLs: [/metrics], verbs: [get] }';
  expect(findingsOf(completeRule, role(paths))).toEqual([]);
  expect(findingsOf(completeRule, role(paths, 'Role'))).toMatchObject([{ pointer: '/rules/0/nonResourceURLs' }]);
});

describe('roles of bindings', () => {
  test.each([
    ['a ClusterRole that is there', '{ kind: ClusterRole, name: deployr }', 'deployer'],
    ['one of each cluster', '{ kind: ClusterRole, name: veiw }', 'view'],
  ])('%s is meant by a slip', (_what, roleRef, meant) => {
    expect(findingsOf(roleExists, joinDocuments(rule("''", 'pods'), binding(roleRef)))).toMatchObject([{ pointer: '/roleRef/name', expected: meant }]);
  });

  test.each([
    ['one of each cluster', '{ kind: ClusterRole, name: cluster-admin }'], ['one of the system', '{ kind: ClusterRole, name: "system:auth-delegator" }'],
    ['one of others', '{ kind: ClusterRole, name: gateway-plugin }'], ['a Role of others', '{ kind: Role, name: deployer-1 }'], ['another kind', '{ kind: Role, name: deployr }'],
  ])('%s is no slip', (_what, roleRef) => {
    expect(findingsOf(roleExists, joinDocuments(rule("''", 'pods'), binding(roleRef)))).toEqual([]);
  });

  test('among some files of a folder it is a warning', () => {
    expect(findingsOf(roleExists, joinDocuments(rule("''", 'pods'), binding('{ kind: ClusterRole, name: deployr }')), { complete: false })).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('accounts of bindings', () => {
  const to = (name: string, namespace: string) => binding('{ kind: ClusterRole, name: view }', `[{ kind: ServiceAccount, name: ${name}, namespace: ${namespace} }]`);

  test.each([['deployr', 'shop', '/subjects/0/name', 'deployer'], ['deployer', 'shopp', '/subjects/0/namespace', 'shop']])(
    '%s in %s is a slip', (name, namespace, pointer, value) => {
      expect(findingsOf(subjectExists, joinDocuments(account('deployer', 'shop'), to(name, namespace)))).toMatchObject([{ pointer, expected: value }]);
    });

  test.each([['deployer', 'shop'], ['default', 'shop'], ['runner', 'shop'], ['deployer', 'platform'], ['deployer2', 'shop']])('%s in %s is right, or of others', (name, namespace) => {
    expect(findingsOf(subjectExists, joinDocuments(account('deployer', 'shop'), to(name, namespace)))).toEqual([]);
  });
});
