import type { Rule } from '../../../../src/validation/rule';
import { affinityExpressions } from '../../../../src/validation/rules/pods/affinity-expressions';
import { containerPorts } from '../../../../src/validation/rules/pods/container-ports';
import { containers } from '../../../../src/validation/rules/pods/containers';
import { ephemeralContainers } from '../../../../src/validation/rules/pods/ephemeral-containers';
import { exampleDeployment } from '../../../../src/validation/rules/pods/example-deployment';
import { type ExamplePods, examplePods } from '../../../../src/validation/rules/pods/example-pods';
import { fieldReferences } from '../../../../src/validation/rules/pods/field-references';
import { initContainers } from '../../../../src/validation/rules/pods/init-containers';
import { knownValues } from '../../../../src/validation/rules/pods/known-values';
import { resourceNames } from '../../../../src/validation/rules/pods/resource-names';
import { pointersOf, runRule } from '../rollouts/run-rule';

/** Where a rule reports in a Rollout, below the pod spec. */
function found(rule: Rule, parts: ExamplePods): string[] {
  return pointersOf(rule, examplePods(parts)).map((at) => at.replace('/spec/template/spec/', '').replace('containers/0/', ''));
}

describe('words', () => {
  test.each([
    ['securityContext: { fsGroupChangePolicy: Never }', ['securityContext/fsGroupChangePolicy']],
    ['securityContext: { fsGroupChangePolicy: OnRootMismatch, supplementalGroupsPolicy: Strict, seccompProfile: { type: Localhost, localhostProfile: a } }', []],
    ['securityContext: { seccompProfile: { type: runtime/default } }', ['securityContext/seccompProfile/type']],
    ['volumes: [{ name: a, hostPath: { path: /a, type: Dir } }]', ['volumes/0/hostPath/type']],
    ['volumes: [{ name: a, hostPath: { path: /a, type: "" } }, { name: b, emptyDir: { medium: "" } }]', []],
    ['volumes: [{ name: a, emptyDir: { medium: RAM } }]', ['volumes/0/emptyDir/medium']],
    ['volumes: [{ name: a, emptyDir: { medium: HugePages-2Mi } }]', []],
  ])('of pods: %s is wrong at %p', (pod, pointers) => {
    expect(found(knownValues, { pod })).toEqual(pointers);
  });

  test.each([
    ['livenessProbe: { httpGet: { port: 80, scheme: https } }', ['livenessProbe/httpGet/scheme']],
    ['lifecycle: { preStop: { httpGet: { port: 80, scheme: TCP } } }', ['lifecycle/preStop/httpGet/scheme']],
    ['securityContext: { seccompProfile: { type: Bogus } }', ['securityContext/seccompProfile/type']],
    ['volumeMounts: [{ name: a, mountPath: /a, mountPropagation: Shared }]', ['volumeMounts/0/mountPropagation']],
    ['restartPolicy: Sometimes', ['restartPolicy']],
    ['restartPolicy: Always', []],
  ])('of containers: %s is wrong at %p', (container, pointers) => {
    expect(found(knownValues, { container })).toEqual(pointers);
  });

  test('capitals alone are mended', () => {
    expect(runRule(knownValues, examplePods({ container: 'livenessProbe: { httpGet: { port: 80, scheme: https } }' }))).toEqual([
      expect.objectContaining({ fix: 'write HTTPS', edit: expect.objectContaining({ op: 'set', value: 'HTTPS' }) }),
    ]);
  });
});

describe('fields of the pod', () => {
  test.each([
    ['fieldRef: { fieldPath: metadata.foo }', ['fieldRef/fieldPath']],
    ['fieldRef: { fieldPath: metadata.labels }', ['fieldRef/fieldPath']],
    ['fieldRef: { fieldPath: "metadata.labels[\'app\']" }', []],
    ['fieldRef: { fieldPath: status.podIPs }', []],
    ['fieldRef: { fieldPath: status.phase }', ['fieldRef/fieldPath']],
    ['resourceFieldRef: { resource: limits.cpus }', ['resourceFieldRef/resource']],
    ['resourceFieldRef: { resource: requests.hugepages-2Mi }', []],
    ['secretKeyRef: { name: a, key: b }', []],
  ])('a variable from %s is wrong at %p', (from, pointers) => {
    expect(found(fieldReferences, { container: `env: [{ name: A, valueFrom: { ${from} } }]` })).toEqual(pointers.map((at) => `env/0/valueFrom/${at}`));
  });

  test('a file gets all labels, and no address', () => {
    const files = (path: string) => `downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: ${path} } }] }`;
    expect(found(fieldReferences, { pod: `volumes: [{ name: a, ${files('metadata.labels')} }]` })).toEqual([]);
    expect(found(fieldReferences, { pod: `volumes: [{ name: a, ${files('status.podIP')} }, { name: b, projected: { sources: [{ ${files('metadata.app')} }] } }]` }))
      .toEqual(['volumes/0/downwardAPI/items/0/fieldRef/fieldPath', 'volumes/1/projected/sources/0/downwardAPI/items/0/fieldRef/fieldPath']);
  });

  test('the nearest field is proposed', () => {
    expect(runRule(fieldReferences, examplePods({ container: 'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.nam } } }]' }))[0]?.fix).toBe('did you mean metadata.name?');
  });
});

describe('affinities', () => {
  const nodeTerm = (expression: string) => `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [${expression}] }] } } }`;
  test.each([
    ['{ key: a, operator: Bogus, values: [b] }', ['operator']],
    ['{ key: a, operator: In, values: [] }', ['']],
    ['{ key: a, operator: NotIn, values: [b] }', []],
    ['{ key: a, operator: Exists }', []],
    ['{ key: a, operator: DoesNotExist, values: [b] }', ['values']],
    ['{ key: a, operator: Gt, values: ["4"] }', []],
    ['{ key: a, operator: Gt, values: ["4", "5"] }', ['']],
  ])('nodes with %s are wrong at %p', (expression, pointers) => {
    expect(found(affinityExpressions, { pod: nodeTerm(expression) }).map((at) => at.replace(/.*matchExpressions\/0\/?/, ''))).toEqual(pointers);
  });

  test('pods are compared as a selector does', () => {
    const term = (operator: string) => `{ topologyKey: zone, labelSelector: { matchExpressions: [{ key: a, operator: ${operator}, values: [b] }] } }`;
    const affinity = (operator: string) => `affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: ${term(operator)} }] } }`;
    expect(found(affinityExpressions, { pod: affinity('In') })).toEqual([]);
    expect(found(affinityExpressions, { pod: affinity('Gt') })).toEqual([expect.stringMatching(/podAffinityTerm\/labelSelector\/matchExpressions\/0\/operator$/)]);
    expect(found(affinityExpressions, { pod: `topologySpreadConstraints: [{ maxSkew: 1, whenUnsatisfiable: DoNotSchedule, ${term('Is').slice(1)}]` })).toHaveLength(1);
  });
});

test.each([
  ['cpu: 1.5', []],
  ['nvidia.com/gpu: 1.5', ['nvidia.com~1gpu']],
  ['nvidia.com/gpu: 500m', ['nvidia.com~1gpu']],
  ['nvidia.com/gpu: "2"', []],
  ['example.com/fpga: 1k', []],
  ['hugepages-2Mi: 80Mi', []],
  ['mem: 1Gi', ['mem']],
  ['gpu: 1', ['gpu']],
])('the limit %s is wrong at %p', (limit, pointers) => {
  expect(found(resourceNames, { container: `resources: { limits: { ${limit} } }` })).toEqual(pointers.map((name) => `resources/limits/${name}`));
});

test('init containers that end have no probes, sidecars may', () => {
  const init = (more: string) => ({ pod: `initContainers: [{ name: a, image: b, readinessProbe: { tcpSocket: { port: 80 } }, lifecycle: {}${more} }]` });
  expect(found(initContainers, init(''))).toEqual(['initContainers/0/lifecycle', 'initContainers/0/readinessProbe']);
  expect(found(initContainers, init(', restartPolicy: Always'))).toEqual([]);
  expect(found(initContainers, { container: 'livenessProbe: { tcpSocket: { port: 80 } }' })).toEqual([]);
});

test('ephemeral containers are not declared', () => {
  expect(found(ephemeralContainers, { pod: 'ephemeralContainers: [{ name: a, image: b }]' })).toEqual(['ephemeralContainers']);
  expect(found(ephemeralContainers, { pod: 'ephemeralContainers: []' })).toEqual([]);
});

describe('pods of a Deployment', () => {
  const deployed = (rule: Rule, parts: Parameters<typeof exampleDeployment>[0]) =>
    pointersOf(rule, exampleDeployment(parts)).map((at) => at.replace('/spec/template/spec/', ''));

  test.each([
    ['- containerPort: 70000', ['0/containerPort']],
    ['- { containerPort: 80, name: http }\n  - { containerPort: 81, name: http }', ['1/name']],
    ['- { containerPort: 80, name: Http }', ['0/name']],
    ['- { containerPort: 80, name: http }\n  - { containerPort: 81, name: admin }', []],
  ])('%s is wrong at %p', (ports, pointers) => {
    expect(deployed(containerPorts, { container: `ports:\n  ${ports}` })).toEqual(pointers.map((at) => `containers/0/ports/${at}`));
  });

  test.each([
    ['initContainers: [{ name: A_b, image: c }]', ['initContainers/0/name']],
    ['initContainers: [{ name: web, image: c }]', ['containers/0/name']],
    ['initContainers: [{ name: a }]', ['initContainers/0']],
    ['initContainers: [{ name: a, image: c }]', []],
  ])('%s is wrong at %p', (pod, pointers) => {
    expect(deployed(containers, { pod })).toEqual(pointers);
  });

  test('without a container there is nothing to run', () => {
    expect(pointersOf(containers, exampleDeployment().replace(/containers:[^]*/, 'containers: []\n'))).toEqual(['/spec/template/spec/containers']);
  });
});
