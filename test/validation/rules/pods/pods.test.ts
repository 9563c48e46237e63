import type { Rule } from '../../../../src/validation/rule';
import { addedLabels } from '../../../../src/validation/rules/pods/added-labels';
import { env } from '../../../../src/validation/rules/pods/env';
import { type ExamplePods, examplePods } from '../../../../src/validation/rules/pods/example-pods';
import { hostPorts } from '../../../../src/validation/rules/pods/host-ports';
import { imageVariables } from '../../../../src/validation/rules/pods/image-variables';
import { images } from '../../../../src/validation/rules/pods/images';
import { knownValues } from '../../../../src/validation/rules/pods/known-values';
import { metadata } from '../../../../src/validation/rules/pods/metadata';
import { probeHandlers } from '../../../../src/validation/rules/pods/probe-handlers';
import { probePorts } from '../../../../src/validation/rules/pods/probe-ports';
import { resources } from '../../../../src/validation/rules/pods/resources';
import { spread } from '../../../../src/validation/rules/pods/spread';
import { tolerations } from '../../../../src/validation/rules/pods/tolerations';
import { volumes } from '../../../../src/validation/rules/pods/volumes';
import { exampleBlueGreen, exampleCanary } from '../../../../src/validation/rules/rollouts/example-rollout';
import { pointersOf, runRule } from '../rollouts/run-rule';

const CONTAINER = '/spec/template/spec/containers/0';

/** Where a rule reports, below the container. */
function inContainer(rule: Rule, parts: ExamplePods): string[] {
  return pointersOf(rule, examplePods(parts)).map((at) => at.replace(`${CONTAINER}/`, ''));
}

/** The pods of an example in a Deployment. */
function deployed(parts: ExamplePods): string {
  return examplePods(parts).replace('argoproj.io/v1alpha1', 'apps/v1').replace('kind: Rollout', 'kind: Deployment');
}

describe('variables', () => {
  test.each([
    ['{ name: 1ST, value: a }', ['env/0/name']],
    ['{ name: A=B, value: a }', ['env/0/name']],
    ['{ name: ..A, value: a }', ['env/0/name']],
    ['{ name: app.log-level_1, value: a }', []],
    ['{ name: A, value: "", valueFrom: { fieldRef: { fieldPath: metadata.name } } }', []],
    ['{ name: A, value: a, valueFrom: { fieldRef: { fieldPath: metadata.name } } }', ['env/0']],
    ['{ name: A, valueFrom: {} }', ['env/0/valueFrom']],
    ['{ name: A, valueFrom: { secretKeyRef: { name: a, key: a }, configMapKeyRef: { name: a, key: a } } }', ['env/0/valueFrom']],
  ])('%s is wrong at %p', (variable, pointers) => {
    expect(inContainer(env, { container: `env: [${variable}]` })).toEqual(pointers);
  });

  test('the API server takes names that the controller of Rollouts refuses', () => {
    const parts = { container: 'env: [{ name: LOG LEVEL, value: a }]' };
    expect(inContainer(env, parts)).toEqual(['env/0/name']);
    expect(runRule(env, deployed(parts))).toEqual([]);
  });
});

describe('probes and hooks', () => {
  test.each([
    ['livenessProbe: { tcpSocket: { port: 80 }, exec: { command: [a] } }', ['livenessProbe']],
    ['livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }', ['livenessProbe/successThreshold']],
    ['livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 1, terminationGracePeriodSeconds: 5 }', []],
    ['livenessProbe: { tcpSocket: { port: "80" } }', ['livenessProbe/tcpSocket/port']],
    ['livenessProbe: { grpc: { port: 70000 } }', ['livenessProbe/grpc/port']],
    ['livenessProbe: { exec: { command: [] } }', ['livenessProbe/exec']],
    ['livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: -1 }', ['livenessProbe/periodSeconds']],
    ['lifecycle: { preStop: {} }', ['lifecycle/preStop']],
    ['lifecycle: { preStop: { sleep: { seconds: 5 } } }', []],
    ['lifecycle: { postStart: { exec: { command: [a] } } }', []],
  ])('%s is wrong at %p', (container, pointers) => {
    expect(inContainer(probeHandlers, { container })).toEqual(pointers);
  });

  test('readiness may ask for several successes, and has no grace period', () => {
    expect(inContainer(probeHandlers, { readinessProbe: 'tcpSocket: { port: 80 }\nsuccessThreshold: 2' })).toEqual([]);
    expect(inContainer(probeHandlers, { readinessProbe: 'tcpSocket: { port: 80 }\nterminationGracePeriodSeconds: 5' }))
      .toEqual(['readinessProbe/terminationGracePeriodSeconds']);
  });

  test('a port by name is one of the container, not of its neighbour', () => {
    const parts = { pod: 'initContainers: [{ name: proxy, image: a, restartPolicy: Always, ports: [{ name: proxy, containerPort: 1 }] }]' };
    expect(inContainer(probePorts, { ...parts, readinessProbe: 'tcpSocket: { port: proxy }' })).toEqual(['readinessProbe/tcpSocket/port']);
    expect(inContainer(probePorts, { ...parts, container: 'lifecycle: { preStop: { httpGet: { port: http } } }' })).toEqual([]);
  });
});

describe('resources', () => {
  test.each([
    ['{ requests: { cpu: 1500m }, limits: { cpu: 1 } }', ['resources/requests/cpu']],
    ['{ requests: { cpu: 1000m }, limits: { cpu: 1 } }', []],
    ['{ requests: { memory: 1Gi }, limits: { memory: 1G } }', ['resources/requests/memory']],
    ['{ requests: { memory: 1e3 }, limits: { memory: 1k } }', []],
    ['{ limits: { cpu: -1 } }', ['resources/limits/cpu']],
    ['{ requests: { memory: 1Gi } }', []],
  ])('%s is wrong at %p', (text, pointers) => {
    expect(inContainer(resources, { container: `resources: ${text}` })).toEqual(pointers);
  });
});

describe('pods', () => {
  test.each<[Rule, string, string[]]>([
    [volumes, 'volumes: [{ name: a }]', []],
    [volumes, 'volumes: [{ name: A_b, emptyDir: {} }]', ['volumes/0/name']],
    [tolerations, 'tolerations: [{ operator: Exists }]', []],
    [tolerations, 'tolerations: [{ value: a }]', ['tolerations/0']],
    [tolerations, 'tolerations: [{ key: a, operator: Exists, effect: NoSchedule, tolerationSeconds: 5 }]', ['tolerations/0/tolerationSeconds']],
    [tolerations, 'tolerations: [{ key: a, operator: Gt, value: "5" }]', ['tolerations/0/operator']],
    [spread, 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "", whenUnsatisfiable: DoNotSchedule }]', ['topologySpreadConstraints/0/topologyKey']],
    [spread, 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: 2 }]', []],
    [spread, 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: Never }]', ['topologySpreadConstraints/0/whenUnsatisfiable']],
    [knownValues, 'dnsPolicy: None', ['dnsPolicy']],
    [knownValues, 'dnsPolicy: None\ndnsConfig: { nameservers: [192.0.2.1] }', []],
    [knownValues, 'dnsPolicy: ""', []],
  ])('%# are wrong where Kubernetes says so', (rule, pod, pointers) => {
    expect(pointersOf(rule, examplePods({ pod })).map((at) => at.replace('/spec/template/spec/', ''))).toEqual(pointers);
  });

  test('newer clusters compare taints by number, and the controller of Rollouts does not', () => {
    expect(runRule(tolerations, deployed({ pod: 'tolerations: [{ key: a, operator: Gt, value: "5" }]' }))).toEqual([]);
  });

  test('mounts stay in their volume', () => {
    const mounts = '{ name: a, mountPath: "" }, { name: a, mountPath: /x, subPath: ../y }, { name: a, mountPath: /y, subPath: a..b/c }';
    expect(inContainer(volumes, { container: `volumeMounts: [${mounts}]`, pod: 'volumes: [{ name: a }]' }))
      .toEqual(['volumeMounts/0/mountPath', 'volumeMounts/1/subPath']);
  });

  test('a port of the node may be another one where pods have a network of their own', () => {
    const ports = '- { containerPort: 8080, hostPort: 80 }';
    expect(inContainer(hostPorts, { ports })).toEqual([]);
    expect(inContainer(hostPorts, { ports: `${ports}\n- { containerPort: 8081, hostPort: 80 }` })).toEqual(['ports/1/hostPort']);
    expect(inContainer(hostPorts, { ports: `${ports}\n- { containerPort: 8081, hostPort: 80, protocol: UDP }` })).toEqual([]);
  });

  test.each([
    ['web', []], ['localhost:5000/web', []], ['example.com/Team/web:1', ['image']], ['example.com/web:V1', []],
    ['example.com/web@sha256:0A', ['image']], [`example.com/web:1@sha256:${'0a'.repeat(32)}`, []], ['Web:1', ['image']], ['"web:"', ['image']],
    ['web:1+2', ['image']], ['web:-1', ['image']], ['web:1:2', ['image']], ['example.com//web', ['image']], ['https://example.com/web:1', ['image']],
    ['localhost/web_a__b-c.d', []], ['"[::1]:5000/web"', []], [`web:${'1'.repeat(129)}`, ['image']], ['"web "', ['image']], ['example.com/${NAME}:1', []], ['sha256:0a', ['image']], ['example.com/sha256:0a', []],
  ])('image %s is wrong at %p', (image, pointers) => {
    expect(inContainer(images, { image })).toEqual(pointers);
  });

  test.each([
    ['web:1.0+build.5', 'write the tag with letters, digits, and . _ - after the first of at most 128; a build of semver after + mostly follows a _ or - in registries'],
    ['"web:"', 'write the tag after the colon, or leave the colon out'],
    ['https://example.com/web:1', 'leave out https://'],
    ['example.com/web@sha256:0a', 'write the whole digest: sha256: and 64 digits from 0 to 9 and a to f'],
    ['example.com/Web:1', 'write the repository in lower case'],
    ['example.com//web:1', 'write registry/repository:tag, such as registry.example.com/shop/web:1.4.2'],
  ])('for image %s it is said: %s', (image, fix) => {
    expect(runRule(images, deployed({ image }))).toMatchObject([{ fix }]);
  });

  test('an image that is empty is refused by the API server; for Rollouts another rule says so', () => {
    expect(runRule(images, deployed({ image: '""' }))).toMatchObject([{ message: 'image of web is empty' }]);
    expect(runRule(images, deployed({ image: '" "' }))).toEqual([]);
    expect(inContainer(images, { image: '""' })).toEqual([]);
  });

  test.each([['web:$TAG', 1], ['web:${TAG:-v1}', 1], ['$(IMAGE)', 1], ['web:v1', 0], ['"{{ $image }}"', 0]])('variables in the image %s: %i', (image, count) => {
    expect(inContainer(imageVariables, { image })).toHaveLength(count);
  });
});

describe('metadata of pods', () => {
  test('is checked in each place that the controller writes to pods', () => {
    expect(pointersOf(metadata, exampleCanary('canaryMetadata: { labels: { role: the canary } }\nstableMetadata: { annotations: { a/b/c: x } }')))
      .toEqual(['/spec/strategy/canary/canaryMetadata/labels/role', '/spec/strategy/canary/stableMetadata/annotations/a~1b~1c']);
    expect(pointersOf(metadata, exampleBlueGreen('activeService: web\nprePromotionAnalysis: { analysisRunMetadata: { labels: { a b: c } } }')))
      .toEqual(['/spec/strategy/blueGreen/prePromotionAnalysis/analysisRunMetadata/labels/a b']);
  });

  test('annotations may have texts and capitals', () => {
    expect(runRule(metadata, examplePods({ metadata: 'annotations: { Example.com/note: "any, text!" }' }))).toEqual([]);
  });

  test.each([
    ['{ app: web }', []],
    ['{ rollouts-pod-template-hash: abc }', ['rollouts-pod-template-hash']],
    ['{ app: api }', ['app']],
  ])('stable pods with labels %s', (labels, wrong) => {
    const yaml = exampleCanary(`stableMetadata: { labels: ${labels} }`);
    expect(pointersOf(addedLabels, yaml)).toEqual(wrong.map((label) => `/spec/strategy/canary/stableMetadata/labels/${label}`));
  });
});
