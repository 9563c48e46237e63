import { containerPorts } from '../../../../src/validation/rules/rollouts/container-ports';
import { containers } from '../../../../src/validation/rules/rollouts/containers';
import { exampleRollout } from '../../../../src/validation/rules/rollouts/example-rollout';
import { podsRestart } from '../../../../src/validation/rules/rollouts/pods-restart';
import { probes } from '../../../../src/validation/rules/rollouts/probes';
import { selectorMatchesTemplate } from '../../../../src/validation/rules/rollouts/selector-matches-template';
import { selectorPresent } from '../../../../src/validation/rules/rollouts/selector-present';
import { selectorSyntax } from '../../../../src/validation/rules/rollouts/selector-syntax';
import { volumeMounts } from '../../../../src/validation/rules/rollouts/volume-mounts';
import { workloadRefWithoutTemplate } from '../../../../src/validation/rules/rollouts/workload-ref-without-template';
import { pointersOf, runRule } from './run-rule';

const REFERENCE = 'replicas: 4\nworkloadRef:\n  apiVersion: apps/v1\n  kind: Deployment\n  name: web';

/** A Rollout whose pod spec is this flow mapping. */
const pods = (podSpec: string) => exampleRollout({ template: `metadata:\n  labels:\n    app: web\nspec: ${podSpec}` });

describe('selector', () => {
  test.each([
    ['', ['/spec']],
    ['{}', ['/spec/selector']],
    ['matchLabels: {}', ['/spec/selector']],
    ['matchExpressions:\n  - { key: app, operator: Exists }', []],
  ])('%p is missing at %p', (selector, pointers) => {
    const yaml = selector === '{}' ? exampleRollout({ selector: '', spec: 'replicas: 4\nselector: {}' }) : exampleRollout({ selector });
    expect(pointersOf(selectorPresent, yaml)).toEqual(pointers);
  });

  test('comes from the workload that the rollout refers to', () => {
    expect(runRule(selectorPresent, exampleRollout({ selector: '', template: '', spec: REFERENCE }))).toEqual([]);
    expect(runRule(selectorMatchesTemplate, exampleRollout({ template: '', spec: REFERENCE }))).toEqual([]);
  });

  test.each([
    ['{ key: app, operator: In, values: [web, api] }', 0],
    ['{ key: app, operator: In, values: [api] }', 1],
    ['{ key: app, operator: NotIn, values: [web] }', 1],
    ['{ key: tier, operator: NotIn, values: [web] }', 0],
    ['{ key: tier, operator: Exists }', 1],
    ['{ key: app, operator: DoesNotExist }', 1],
  ])('expression %s leaves %i mismatches', (expression, count) => {
    expect(runRule(selectorMatchesTemplate, exampleRollout({ selector: `matchExpressions:\n  - ${expression}` }))).toHaveLength(count);
  });

  test.each([
    ['matchLabels:\n  "a/b/c": web', '/spec/selector/matchLabels/a~1b~1c'],
    ['matchLabels:\n  app: "-web"', '/spec/selector/matchLabels/app'],
    [`matchLabels:\n  app: ${'a'.repeat(64)}`, '/spec/selector/matchLabels/app'],
    ['matchLabels:\n  Example.com/app: web', '/spec/selector/matchLabels/Example.com~1app'],
    ['matchExpressions:\n  - { key: app, operator: In }', '/spec/selector/matchExpressions/0'],
    ['matchExpressions:\n  - { key: app, operator: Equals }', '/spec/selector/matchExpressions/0/operator'],
    ['matchExpressions:\n  - { key: app, operator: In, values: ["a b"] }', '/spec/selector/matchExpressions/0/values/0'],
  ])('%s is no selector', (selector, pointer) => {
    expect(pointersOf(selectorSyntax, exampleRollout({ selector }))).toEqual([pointer]);
    // one thing is said once
    expect(runRule(selectorMatchesTemplate, exampleRollout({ selector }))).toEqual([]);
  });

  test.each(['matchLabels:\n  app: ""', 'matchLabels:\n  app.kubernetes.io/name: web_1.0-a'])('%s is a selector', (selector) => {
    expect(runRule(selectorSyntax, exampleRollout({ selector }))).toEqual([]);
  });
});

describe('template', () => {
  test.each([
    ['metadata:\n  labels:\n    app: web', 1],
    ['metadata:\n  annotations:\n    note: kept', 1],
    ['spec:\n  containers: []', 1],
    ['metadata: {}', 0],
    ['', 0],
  ])('%p beside workloadRef: %i findings', (template, count) => {
    expect(runRule(workloadRefWithoutTemplate, exampleRollout({ selector: '', spec: REFERENCE, template }))).toHaveLength(count);
  });

  test.each([
    ['{ containers: [] }', ['/spec/template/spec/containers']],
    ['{ containers: [{ name: web }] }', ['/spec/template/spec/containers/0']],
    ['{ containers: [{ name: web, image: "" }] }', ['/spec/template/spec/containers/0']],
    ['{ containers: [{ name: Web, image: a }] }', ['/spec/template/spec/containers/0/name']],
    ['{ containers: [{ name: web, image: a }, { name: web, image: b }] }', ['/spec/template/spec/containers/1/name']],
    // init containers come first, and share the names
    ['{ initContainers: [{ name: web, image: a }], containers: [{ name: web, image: b }] }', ['/spec/template/spec/containers/0/name']],
    ['{ containers: [{ name: web, image: a }, { name: proxy, image: b }] }', []],
  ])('%s is wrong at %p', (podSpec, pointers) => {
    expect(pointersOf(containers, pods(podSpec))).toEqual(pointers);
  });

  test('no template and no workloadRef means no container', () => {
    expect(pointersOf(containers, exampleRollout({ template: '' }))).toEqual(['/spec']);
  });

  test.each([
    ['{ name: http, containerPort: 8080 }, { name: http, containerPort: 9090 }', ['1/name']],
    ['{ name: a-very-long-port-name, containerPort: 8080 }', ['0/name']],
    ['{ name: HTTP, containerPort: 8080 }', ['0/name']],
    ['{ name: "80", containerPort: 8080 }', ['0/name']],
    ['{ name: h--p, containerPort: 8080 }', ['0/name']],
    ['{ containerPort: 0 }, { containerPort: 65536 }', ['0/containerPort', '1/containerPort']],
    ['{ containerPort: 8080 }, { containerPort: 8080, protocol: UDP }', []],
  ])('ports %s are wrong at %p', (ports, pointers) => {
    const found = pointersOf(containerPorts, pods(`{ containers: [{ name: web, image: a, ports: [${ports}] }] }`));
    expect(found).toEqual(pointers.map((pointer) => `/spec/template/spec/containers/0/ports/${pointer}`));
  });

  test('the same port name in two containers is allowed', () => {
    const yaml = pods('{ containers: [{ name: a, image: a, ports: [{ name: http, containerPort: 80 }] }, { name: b, image: b, ports: [{ name: http, containerPort: 81 }] }] }');
    expect(runRule(containerPorts, yaml)).toEqual([]);
  });

  test('volumes and mount paths are distinct', () => {
    expect(pointersOf(volumeMounts, pods(`{
      containers: [{ name: web, image: a, volumeMounts: [{ name: a, mountPath: /x }, { name: a, mountPath: /x }, { name: b, mountPath: /y }] }],
      volumes: [{ name: a }, { name: a }] }`))).toEqual([
      '/spec/template/spec/volumes/1/name',
      '/spec/template/spec/containers/0/volumeMounts/1/mountPath',
      '/spec/template/spec/containers/0/volumeMounts/2/name',
    ]);
  });

  test('pods do not end', () => {
    expect(pointersOf(podsRestart, pods('{ restartPolicy: Never, activeDeadlineSeconds: 60, containers: [] }'))).toEqual([
      '/spec/template/spec/restartPolicy', '/spec/template/spec/activeDeadlineSeconds',
    ]);
  });

  test.each([
    ['{ containers: [{ name: web, image: a }] }', ['/spec/template/spec/containers/0']],
    ['{ containers: [{ name: web, image: a, livenessProbe: { httpGet: { port: 80 } } }] }', ['/spec/template/spec/containers/0']],
    ['{ containers: [{ name: web, image: a, readinessProbe: { tcpSocket: { port: 80 } } }] }', ['/spec/template/spec/containers/0/readinessProbe']],
    // one container that asks is enough
    ['{ containers: [{ name: log, image: a }, { name: web, image: a, readinessProbe: { grpc: { port: 80 } } }] }', []],
    ['{ containers: [{ name: a, image: a, readinessProbe: { tcpSocket: { port: 1 } } }, { name: b, image: a, readinessProbe: { exec: {} } }] }', []],
  ])('probes of %s are wrong at %p', (podSpec, pointers) => {
    expect(pointersOf(probes, pods(podSpec))).toEqual(pointers);
  });
});
