import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import type { Rule } from '../../../../src/validation/rule';
import { dataKeys } from '../../../../src/validation/rules/manifests/data-keys';
import { deploymentStrategy } from '../../../../src/validation/rules/manifests/deployment-strategy';
import { evictionBudget } from '../../../../src/validation/rules/manifests/eviction-budget';
import { networkPolicy } from '../../../../src/validation/rules/manifests/network-policy';
import { noNegativeNumbers } from '../../../../src/validation/rules/manifests/no-negative-numbers';
import { roleReference } from '../../../../src/validation/rules/manifests/role-reference';
import { pointersOf, runRule } from '../rollouts/run-rule';

/** Where a rule reports in an object with these fields. */
function found(rule: Rule, apiVersion: string, kind: string, fields: JsonObject): string[] {
  return pointersOf(rule, dump({ apiVersion, kind, metadata: { name: 'web' }, ...fields }));
}

describe('data-keys', () => {
  test.each(['a b', 'a/b', '.', '..', '..a', 'a'.repeat(254), 'ä', ''])('%j is no key', (key) => {
    expect(found(dataKeys, 'v1', 'ConfigMap', { data: { [key]: '' } })).toHaveLength(1);
  });

  test.each(['a', '.dockerconfigjson', 'a..b', '_-.', 'A'.repeat(253)])('%s is one', (key) => {
    expect(found(dataKeys, 'v1', 'Secret', { stringData: { [key]: '' } })).toEqual([]);
  });

  test('a key is in one of the two fields', () => {
    expect(found(dataKeys, 'v1', 'ConfigMap', { data: { a: 'x' }, binaryData: { a: 'eA==', b: 'eA==' } })).toEqual(['/binaryData/a']);
  });

  test('values are counted in bytes, those in base64 as what they stand for', () => {
    const over = (fields: JsonObject, kind = 'ConfigMap') => found(dataKeys, 'v1', kind, fields);
    expect(over({ data: { a: 'x'.repeat(1_048_576) } })).toEqual([]);
    expect(over({ data: { a: 'x'.repeat(1_048_577) } })).toEqual(['']);
    expect(over({ data: { a: 'ä'.repeat(600_000) } })).toEqual(['']);
    expect(over({ binaryData: { a: 'eHh4'.repeat(300_000) } })).toEqual([]);
    expect(over({ data: { a: 'eHh4'.repeat(300_000) } }, 'Secret')).toEqual([]);
    expect(over({ data: { a: 'eHh4'.repeat(360_000) } }, 'Secret')).toEqual(['']);
  });
});

test.each<[JsonObject, string[]]>([
  [{ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } }, ['/spec/strategy/rollingUpdate']],
  [{ strategy: { type: 'Recreate', rollingUpdate: null } }, []],
  [{ strategy: { type: 'Rolling' } }, ['/spec/strategy/type']],
  [{ strategy: { rollingUpdate: { maxSurge: '0%', maxUnavailable: 0 } } }, ['/spec/strategy/rollingUpdate']],
  [{ strategy: { rollingUpdate: { maxSurge: 0 } } }, []],
  [{ strategy: { rollingUpdate: { maxSurge: '2', maxUnavailable: -1 } } }, ['/spec/strategy/rollingUpdate/maxSurge', '/spec/strategy/rollingUpdate/maxUnavailable']],
  [{ minReadySeconds: 600 }, ['/spec/minReadySeconds']],
  [{ minReadySeconds: 30, progressDeadlineSeconds: 30 }, ['/spec/progressDeadlineSeconds']],
  [{ minReadySeconds: 30 }, []],
  [{}, []],
])('a Deployment with %j is wrong at %p', (spec, pointers) => {
  expect(found(deploymentStrategy, 'apps/v1', 'Deployment', { spec })).toEqual(pointers);
});

test.each<[string, string, JsonObject, string[]]>([
  ['apps/v1', 'StatefulSet', { replicas: -2 }, ['/spec/replicas']],
  ['apps/v1', 'Deployment', { replicas: 0, revisionHistoryLimit: 0 }, []],
  ['batch/v1', 'Job', { backoffLimit: -1, parallelism: 0 }, ['/spec/backoffLimit']],
  ['batch/v1', 'CronJob', { failedJobsHistoryLimit: -1, jobTemplate: { spec: { completions: -1 } } }, ['/spec/failedJobsHistoryLimit', '/spec/jobTemplate/spec/completions']],
])('%s %s with %j is wrong at %p', (apiVersion, kind, spec, pointers) => {
  expect(found(noNegativeNumbers, apiVersion, kind, { spec })).toEqual(pointers);
});

test.each<[JsonObject, string[]]>([
  [{ minAvailable: 1, maxUnavailable: 1 }, ['/spec']],
  [{ minAvailable: '110%' }, ['/spec/minAvailable']],
  [{ maxUnavailable: '1' }, ['/spec/maxUnavailable']],
  [{ maxUnavailable: -1 }, ['/spec/maxUnavailable']],
  [{ minAvailable: '100%' }, []],
  [{ maxUnavailable: 0 }, []],
  [{}, []],
])('a budget with %j is wrong at %p', (spec, pointers) => {
  expect(found(evictionBudget, 'policy/v1', 'PodDisruptionBudget', { spec })).toEqual(pointers);
});

describe('role-reference', () => {
  const RBAC = 'rbac.authorization.k8s.io/v1';

  test('a ClusterRoleBinding binds ClusterRoles alone', () => {
    expect(found(roleReference, RBAC, 'RoleBinding', { roleRef: { kind: 'Role', name: 'a' } })).toEqual([]);
    expect(found(roleReference, RBAC, 'ClusterRoleBinding', { roleRef: { kind: 'Role', name: 'a' } })).toEqual(['/roleRef/kind']);
  });

  test('a misspelt subject is nobody', () => {
    const yaml = dump({ apiVersion: RBAC, kind: 'RoleBinding', metadata: { name: 'web' }, roleRef: { kind: 'Role', name: 'a' }, subjects: [{ kind: 'User', name: 'a' }, { kind: 'Serviceaccount', name: 'b' }] });
    expect(runRule(roleReference, yaml)).toEqual([expect.objectContaining({ pointer: '/subjects/1/kind', fix: 'did you mean ServiceAccount?' })]);
  });
});

test.each<[JsonObject, string[]]>([
  [{ policyTypes: ['Egres'] }, ['/spec/policyTypes/0']],
  [{ ingress: [{ from: [{ podSelector: {} }, { ipBlock: { cidr: '1.2.3.4' } }] }] }, ['/spec/ingress/0/from/1/ipBlock/cidr']],
  [{ egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '10.0.0.0/33'] } }] }] }, ['/spec/egress/0/to/0/ipBlock/except/1']],
  [{ policyTypes: ['Ingress', 'Egress'], ingress: [{ from: [{ ipBlock: { cidr: '2001:db8::/32' } }] }], egress: [{}] }, []],
])('a network policy with %j is wrong at %p', (spec, pointers) => {
  expect(found(networkPolicy, 'networking.k8s.io/v1', 'NetworkPolicy', { spec })).toEqual(pointers);
});
