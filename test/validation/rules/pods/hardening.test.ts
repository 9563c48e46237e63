import type { Rule } from '../../../../src/validation/rule';
import { capabilityName } from '../../../../src/validation/rules/pods/capability-name';
import { dangerousCapability } from '../../../../src/validation/rules/pods/dangerous-capability';
import { dropCapabilities } from '../../../../src/validation/rules/pods/drop-capabilities';
import { type ExamplePods, examplePods } from '../../../../src/validation/rules/pods/example-pods';
import { hostNamespaces } from '../../../../src/validation/rules/pods/host-namespaces';
import { hostPath } from '../../../../src/validation/rules/pods/host-path';
import { imagePullPolicy } from '../../../../src/validation/rules/pods/image-pull-policy';
import { imageTag } from '../../../../src/validation/rules/pods/image-tag';
import { livenessProbe } from '../../../../src/validation/rules/pods/liveness-probe';
import { noHostPort } from '../../../../src/validation/rules/pods/no-host-port';
import { privilegeEscalation } from '../../../../src/validation/rules/pods/privilege-escalation';
import { privileged } from '../../../../src/validation/rules/pods/privileged';
import { privilegedPort } from '../../../../src/validation/rules/pods/privileged-port';
import { procMount } from '../../../../src/validation/rules/pods/proc-mount';
import { readOnlyRootFilesystem } from '../../../../src/validation/rules/pods/read-only-root-filesystem';
import { readinessProbe } from '../../../../src/validation/rules/pods/readiness-probe';
import { runAsNonRoot } from '../../../../src/validation/rules/pods/run-as-non-root';
import { seccompProfile } from '../../../../src/validation/rules/pods/seccomp-profile';
import { sensitiveHostPath } from '../../../../src/validation/rules/pods/sensitive-host-path';
import { serviceAccountField } from '../../../../src/validation/rules/pods/service-account-field';
import { serviceAccountToken } from '../../../../src/validation/rules/pods/service-account-token';
import { sysctls } from '../../../../src/validation/rules/pods/sysctls';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';
import { runRule } from '../rollouts/run-rule';

/** Where a rule reports, below the pod spec. */
function inPods(rule: Rule, parts: ExamplePods): string[] {
  return findingsOf(rule, examplePods(parts)).map(({ pointer }) => pointer.replace('/spec/template/spec', ''));
}

const secured = (fields: string) => ({ container: `securityContext: { ${fields} }` });
const securedPod = (fields: string) => ({ pod: `securityContext: { ${fields} }` });
const CONTAINER = '/containers/0';
const CONTEXT = `${CONTAINER}/securityContext`;

describe('rights on the node', () => {
  test.each<[Rule, ExamplePods, string[]]>([
    [privileged, secured('privileged: true'), [`${CONTEXT}/privileged`]],
    [privileged, secured('privileged: false'), []],
    [procMount, secured('procMount: Unmasked'), [`${CONTEXT}/procMount`]],
    [dangerousCapability, secured('capabilities: { add: [NET_RAW, cap_sys_admin, ALL] }'), [`${CONTEXT}/capabilities/add/1`, `${CONTEXT}/capabilities/add/2`]],
    [hostNamespaces, { pod: 'hostIPC: true\nhostNetwork: true\nhostPID: true' }, ['/hostIPC', '/hostNetwork', '/hostPID']],
    [sysctls, securedPod('sysctls: [{ name: net/core/somaxconn, value: "1" }, { name: net/ipv4/tcp_syncookies, value: "1" }]'), ['/securityContext/sysctls/0/name']],
  ])('$id: %#', (rule, parts, pointers) => {
    expect(inPods(rule, parts)).toEqual(pointers);
  });

  test('are what some DaemonSets are there for', () => {
    const agent = examplePods({ ...secured('privileged: true'), pod: 'hostPID: true' }).replace('argoproj.io/v1alpha1', 'apps/v1').replace('kind: Rollout', 'kind: DaemonSet');
    for (const rule of [privileged, hostNamespaces]) expect(runRule(rule, agent)).toEqual([]);
  });
});

describe('what a container may do', () => {
  test.each<[Rule, ExamplePods, string[]]>([
    [runAsNonRoot, {}, [CONTAINER]],
    [runAsNonRoot, securedPod('runAsNonRoot: true'), []],
    [runAsNonRoot, securedPod('runAsUser: 1000'), []],
    [runAsNonRoot, { ...securedPod('runAsNonRoot: true'), ...secured('runAsNonRoot: false') }, [`${CONTEXT}/runAsNonRoot`]],
    [runAsNonRoot, { ...securedPod('runAsUser: 1000'), ...secured('runAsUser: 0') }, [`${CONTEXT}/runAsUser`]],
    [privilegeEscalation, {}, [CONTAINER]],
    [privilegeEscalation, secured('allowPrivilegeEscalation: true'), [`${CONTEXT}/allowPrivilegeEscalation`]],
    [privilegeEscalation, secured('privileged: true'), []],
    [readOnlyRootFilesystem, secured('readOnlyRootFilesystem: false'), [`${CONTEXT}/readOnlyRootFilesystem`]],
    [dropCapabilities, secured('capabilities: { drop: [NET_RAW] }'), [`${CONTEXT}/capabilities`]],
    [dropCapabilities, secured('capabilities: { drop: [all] }'), []],
    [seccompProfile, secured('seccompProfile: { type: Localhost, localhostProfile: web.json }'), []],
    [seccompProfile, { ...securedPod('seccompProfile: { type: RuntimeDefault }'), ...secured('seccompProfile: { type: Unconfined }') }, [`${CONTEXT}/seccompProfile`]],
  ])('$id: %#', (rule, parts, pointers) => {
    expect(inPods(rule, parts)).toEqual(pointers);
  });

  test('is said in other fields on Windows', () => {
    for (const rule of [runAsNonRoot, privilegeEscalation, readOnlyRootFilesystem, dropCapabilities, seccompProfile]) {
      expect(inPods(rule, { pod: 'os: { name: windows }' })).toEqual([]);
    }
  });
});

test('capabilities are renamed where nothing can break', () => {
  const found = findingsOf(capabilityName, examplePods(secured('capabilities: { add: [CAP_CHOWN, KILL], drop: [CAP_ALL] }')));
  expect(found.map(({ edit }) => edit)).toEqual([
    { op: 'set', pointer: `/spec/template/spec${CONTEXT}/capabilities/add/0`, value: 'CHOWN' },
    undefined,
  ]);
});

describe('volumes of the node', () => {
  const volume = (path: string) => ({ pod: `volumes: [{ name: node, hostPath: { path: ${path} } }]` });
  const at = ['/volumes/0/hostPath/path'];

  test.each(['/', '/etc', '/etc/', '/run/containerd/containerd.sock', '/var/run/docker.sock', '/var/lib/kubelet/pods', '/etc/kubernetes/pki'])('%s is the node', (path) => {
    expect(inPods(sensitiveHostPath, volume(path))).toEqual(at);
  });

  test.each(['/etc/ssl/certs', '/srv/cache', '/var/log', '/dev/shm', '/usr/share/zoneinfo'])('%s is only on the node', (path) => {
    expect(inPods(sensitiveHostPath, volume(path))).toEqual([]);
    expect(inPods(hostPath, volume(path))).toEqual(at);
  });

  test('are written to unless a mount says otherwise', () => {
    const mounted = (more: string) => findingsOf(hostPath, examplePods({ ...volume('/srv'), container: `volumeMounts: [{ name: node, mountPath: /srv${more} }]` }));
    expect(mounted('')).toMatchObject([{ message: 'volume node is /srv of whatever node the pod is on, and web can write to it' }]);
    expect(mounted(', readOnly: true')).toMatchObject([{ message: 'volume node is /srv of whatever node the pod is on' }]);
  });
});

describe('images', () => {
  test.each([
    ['example.com/web', 1], ['example.com:5000/web', 1], ['web:latest', 1], ['web:1.4.2', 0], ['example.com:5000/web:1.4.2', 0],
    ['web@sha256:0000000000000000000000000000000000000000000000000000000000000000', 0], ['web:${TAG}', 0], ['"{{ .Values.image }}"', 0],
  ])('%s', (image, count) => {
    expect(inPods(imageTag, { image })).toHaveLength(count);
  });

  test.each([
    ['web:1.4.2', 'Never', 1], ['web:1.4.2', 'IfNotPresent', 0], ['web:latest', 'IfNotPresent', 1], ['web', 'IfNotPresent', 1], ['web', 'Always', 0],
  ])('%s with %s', (image, policy, count) => {
    expect(inPods(imagePullPolicy, { image, container: `imagePullPolicy: ${policy}` })).toHaveLength(count);
  });
});

describe('ports', () => {
  test.each<[Rule, ExamplePods, string[]]>([
    [noHostPort, { ports: '- { containerPort: 8080, hostPort: 8080 }' }, [`${CONTAINER}/ports/0/hostPort`]],
    [noHostPort, { ports: '- { containerPort: 8080, hostPort: 8080 }', pod: 'hostNetwork: true' }, []],
    [noHostPort, { ports: '- { containerPort: 8080, hostPort: 0 }' }, []],
    [privilegedPort, { ports: '- { containerPort: 1023 }\n- { containerPort: 1024 }' }, [`${CONTAINER}/ports/0/containerPort`]],
  ])('$id: %#', (rule, parts, pointers) => {
    expect(inPods(rule, parts)).toEqual(pointers);
  });
});

describe('probes', () => {
  const deployment = (container: string) => examplePods({ container }).replace('argoproj.io/v1alpha1', 'apps/v1').replace('kind: Rollout', 'kind: Deployment');

  test('one container of several says whether the pod lives', () => {
    expect(inPods(livenessProbe, {})).toEqual([CONTAINER]);
    expect(inPods(livenessProbe, { container: 'livenessProbe: { tcpSocket: { port: 80 } }' })).toEqual([]);
  });

  test('of Deployments', () => {
    expect(runRule(readinessProbe, deployment(''))).toEqual([]);
    expect(runRule(readinessProbe, deployment('').replace('readinessProbe', 'startupProbe'))).toMatchObject([{ pointer: `/spec/template/spec${CONTAINER}` }]);
  });
});

describe('accounts', () => {
  const account = (mount: boolean) => `{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}, automountServiceAccountToken: ${mount}}`;

  test.each([
    ['', 1],
    ['automountServiceAccountToken: true', 1],
    ['automountServiceAccountToken: false', 0],
    ['serviceAccountName: default', 1],
    ['serviceAccountName: web', 0],
    ['serviceAccount: web', 0],
  ])('"%s" mounts the token of default %i times', (pod, count) => {
    expect(inPods(serviceAccountToken, { pod })).toHaveLength(count);
  });

  test('default itself may say that its token stays away', () => {
    expect(findingsOf(serviceAccountToken, joinDocuments(examplePods(), account(false)))).toEqual([]);
    expect(findingsOf(serviceAccountToken, joinDocuments(examplePods(), account(true)))).toHaveLength(1);
    expect(findingsOf(serviceAccountToken, joinDocuments(examplePods({ pod: 'automountServiceAccountToken: true' }), account(false)))).toHaveLength(1);
  });

  test('the old field is renamed, or removed where the new one is there', () => {
    const pointer = '/spec/template/spec/serviceAccount';
    expect(findingsOf(serviceAccountField, examplePods({ pod: 'serviceAccount: web' }))).toMatchObject([{ edit: { op: 'rename', pointer, value: 'serviceAccountName' } }]);
    expect(findingsOf(serviceAccountField, examplePods({ pod: 'serviceAccount: web\nserviceAccountName: api' }))).toMatchObject([{ edit: { op: 'remove', pointer } }]);
  });
});
