import { evictionBudget } from '../../../../src/validation/rules/manifests/eviction-budget';
import { roleReference } from '../../../../src/validation/rules/manifests/role-reference';
import { secretOfType } from '../../../../src/validation/rules/manifests/secret-type';
import { disruptionBudget } from '../../../../src/validation/rules/practices/disruption-budget';
import { type } from '../../../../src/validation/rules/services/type';
import { compareOptions } from '../../../../src/validation/rules/sync/compare-options';
import { ingressValues } from '../../../../src/validation/rules/traffic/ingress-values';
import { findingsOf } from '../findings-of';

const GROUP = 'rbac.authorization.k8s.io';
const binding = (roleRef: string, subject: string, kind = 'ClusterRoleBinding') =>
  `{ apiVersion: ${GROUP}/v1, kind: ${kind}, metadata: { name: b }, roleRef: ${roleRef}, subjects: [${subject}] }\n`;
const VIEW = `{ apiGroup: ${GROUP}, kind: ClusterRole, name: view }`;

test.each([
  ['another group of the role', binding(VIEW.replace('k8s.io', 'k8s.iox'), '{ kind: ServiceAccount, name: a, namespace: b }'), '/roleRef/apiGroup', GROUP],
  ['a group of an account', binding(VIEW, `{ kind: ServiceAccount, name: a, namespace: b, apiGroup: ${GROUP} }`), '/subjects/0/apiGroup', ''],
  ['another group of a user', binding(VIEW, '{ kind: User, name: a, apiGroup: rbac }'), '/subjects/0/apiGroup', GROUP],
])('%s is refused', (_what, yaml, pointer, value) => {
  expect(findingsOf(roleReference, yaml)).toMatchObject([{ pointer, edit: { value } }]);
});

test('an account of a cluster says its namespace, one of a namespace need not', () => {
  expect(findingsOf(roleReference, binding(VIEW, '{ kind: ServiceAccount, name: a }'))).toMatchObject([{ pointer: '/subjects/0' }]);
  expect(findingsOf(roleReference, binding(VIEW, '{ kind: ServiceAccount, name: a }', 'RoleBinding'))).toEqual([]);
});

test('groups that are left out are those that are meant', () => {
  expect(findingsOf(roleReference, binding('{ kind: ClusterRole, name: view }', '{ kind: User, name: a }'))).toEqual([]);
});

const budget = (spec: string) => `{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: web }, spec: ${spec} }\n`;

test('a policy for pods that are not ready is one that there is', () => {
  expect(findingsOf(evictionBudget, budget('{ maxUnavailable: 1, selector: {}, unhealthyPodEvictionPolicy: AlwaysAllowx }'))).toMatchObject([{ edit: { value: 'AlwaysAllow' } }]);
  expect(findingsOf(evictionBudget, budget('{ maxUnavailable: 1, selector: {}, unhealthyPodEvictionPolicy: IfHealthyBudget }'))).toEqual([]);
});

test.each([
  ['{ maxUnavailable: 1 }', 'the budget selects no pod, and so protects none'],
  ['{ selector: {} }', 'the budget names no amount, and then no pod may be evicted, so no node under one can be drained'],
])('a budget of %s is told', (spec, message) => {
  expect(findingsOf(disruptionBudget, budget(spec))).toMatchObject([{ severity: 'warning', message }]);
});

const secret = (text: string) => `{ apiVersion: v1, kind: Secret, metadata: { name: web }, ${text} }\n`;

test.each([
  ['type: kubernetes.io/tlss', 'there is no type kubernetes.io/tlss of Secrets'],
  ['type: opaque', 'there is no type opaque of Secrets'],
  ['type: kubernetes.io/docker', 'there is no type kubernetes.io/docker of Secrets'],
  ['type: kubernetes.io/tls, data: { tls.crt: eA==, tls.kye: eA== }', 'a Secret of type kubernetes.io/tls has no tls.key'],
  ['type: kubernetes.io/dockerconfigjson, stringData: { .dockerconfigjson: "{]" }', '.dockerconfigjson is no JSON'],
  ['type: kubernetes.io/basic-auth', 'a Secret of type kubernetes.io/basic-auth has no username and no password'],
])('a Secret with %s is refused', (text, message) => {
  expect(findingsOf(secretOfType, secret(text))).toMatchObject([{ message }]);
});

test.each([
  'type: Opaque', 'type: helm.sh/release.v1', 'type: example.com/token', 'type: "{{ .Values.type }}"', 'type: kubernetes.io/tls, data: { tls.crt: eA==, tls.key: eA== }',
  'type: kubernetes.io/basic-auth, stringData: { password: x }', 'type: kubernetes.io/dockerconfigjson, stringData: { .dockerconfigjson: "ENC[AES256_GCM,data:AA==]" }',
])('a Secret with %s is right', (text) => {
  expect(findingsOf(secretOfType, secret(text))).toEqual([]);
});

const ingress = (spec: string) => `{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web }${spec} }\n`;
const path = (text: string) => ingress(`, spec: { rules: [{ http: { paths: [{ path: /, ${text} }] } }] }`);
const WEB = 'backend: { service: { name: web, port: { number: 80 } } }';

test.each([
  ['no spec', ingress(''), '/spec'],
  ['a type of paths that there is not', path(`pathType: Prefixx, ${WEB}`), '/spec/rules/0/http/paths/0/pathType'],
  ['an empty backend', path('pathType: Prefix, backend: {}'), '/spec/rules/0/http/paths/0/backend'],
  ['an empty default', ingress(', spec: { defaultBackend: {} }'), '/spec/defaultBackend'],
])('an Ingress with %s is refused', (_what, yaml, pointer) => {
  expect(findingsOf(ingressValues, yaml)).toMatchObject([{ pointer }]);
});

test.each([path(`pathType: ImplementationSpecific, ${WEB}`), path('pathType: Exact, backend: { resource: { kind: Bucket, name: x } }')])('%s is right', (yaml) => {
  expect(findingsOf(ingressValues, yaml)).toEqual([]);
});

test('a Service without a spec has no port', () => {
  expect(findingsOf(type, '{ apiVersion: v1, kind: Service, metadata: { name: web } }\n')).toMatchObject([{ pointer: '/spec' }]);
});

test('compare options are judged one by one, those of Applications elsewhere', () => {
  const object = (options: string, kind = 'ConfigMap', apiVersion = 'v1') =>
    `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: web, annotations: { argocd.argoproj.io/compare-options: "${options}" } } }\n`;
  expect(findingsOf(compareOptions, object('ServerSideDiff=true, IgnoreExtraneousx'))).toMatchObject([{ edit: { value: 'ServerSideDiff=true, IgnoreExtraneous' } }]);
  expect(findingsOf(compareOptions, object('IgnoreExtraneous,ServerSideDiff=false'))).toEqual([]);
  expect(findingsOf(compareOptions, object('IgnoreExtraneousx', 'Application', 'argoproj.io/v1alpha1'))).toEqual([]);
});
