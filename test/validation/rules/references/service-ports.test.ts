import { rootService } from '../../../../src/validation/rules/references/root-service';
import { servicePortNamed } from '../../../../src/validation/rules/references/service-port-named';
import { servicePortNumbered } from '../../../../src/validation/rules/references/service-port-numbered';
import { workloadRunsOnce } from '../../../../src/validation/rules/references/workload-runs-once';
import { exampleCanary, exampleRollout, exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { pointersOf, runRule } from '../rollouts/run-rule';

const PORT = '/spec/ports/0';

/** A Service of the pods of `web` with this port. */
function service(port: string, selector = 'app: web'): string {
  return `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { ${selector} }, ports: [{ ${port} }] }\n`;
}

/** Pods with these containers. */
function pods(containers: string, more = ''): string {
  return exampleRollout({ template: `metadata: { labels: { app: web, tier: front } }\nspec: { containers: [${containers}]${more} }` });
}

const WEB = '{ name: web, ports: [{ name: http, containerPort: 8080 }] }';

describe('a named port', () => {
  test.each([
    ['port: 80, targetPort: http', WEB, []],
    ['port: 80, targetPort: htpp', WEB, [`${PORT}/targetPort`]],
    ['port: 80, targetPort: http', '{ name: web }', [`${PORT}/targetPort`]],
    ['port: 80, targetPort: metrics', `${WEB}, { name: metrics, ports: [{ name: metrics, containerPort: 9090 }] }`, []],
  ])('{ %s } of %s is wrong at %p', (port, containers, pointers) => {
    expect(pointersOf(servicePortNamed, joinDocuments(pods(containers), service(port)))).toEqual(pointers);
  });

  test('may be one of a sidecar, not of a container that is gone', () => {
    const sidecar = (policy: string) => pods(WEB, `, initContainers: [{ name: proxy, ${policy}ports: [{ name: admin, containerPort: 15000 }] }]`);
    expect(runRule(servicePortNamed, joinDocuments(sidecar('restartPolicy: Always, '), service('port: 1, targetPort: admin')))).toEqual([]);
    expect(runRule(servicePortNamed, joinDocuments(sidecar(''), service('port: 1, targetPort: admin')))).toHaveLength(1);
  });

  test('is not looked for where no workload is selected', () => {
    expect(runRule(servicePortNamed, joinDocuments(pods(WEB), service('port: 80, targetPort: x', 'app: api')))).toEqual([]);
    expect(runRule(servicePortNamed, joinDocuments(pods(WEB), service('port: 80, targetPort: x', 'app: web, tier: back')))).toEqual([]);
    expect(runRule(servicePortNamed, service('port: 80, targetPort: x'))).toEqual([]);
  });

  test('is looked for behind the hash that the controller adds', () => {
    const hashed = service('port: 80, targetPort: x', 'rollouts-pod-template-hash: a, app: web');
    expect(runRule(servicePortNamed, joinDocuments(pods(WEB), hashed))).toHaveLength(1);
  });
});

test.each([
  ['port: 80, targetPort: 8080', WEB, []],
  ['port: 8080', WEB, []],
  ['port: 80', WEB, [`${PORT}/port`]],
  ['port: 80, targetPort: 8081', WEB, [`${PORT}/targetPort`]],
  // one without a list may listen anywhere
  ['port: 80, targetPort: 8081', `${WEB}, { name: sidecar }`, []],
  ['port: 80, targetPort: http', WEB, []],
])('a numbered port { %s } of %s is wrong at %p', (port, containers, pointers) => {
  expect(pointersOf(servicePortNumbered, joinDocuments(pods(containers), service(port)))).toEqual(pointers);
});

describe('a Service of both versions', () => {
  const canary = (fields: string) => exampleCanary(`${fields}\nsteps: [{ setWeight: 25 }, { pause: {} }]`);
  const pair = 'stableService: web-stable\ncanaryService: web-canary';

  test('is wanted where the two others are in sight', () => {
    expect(pointersOf(rootService, joinDocuments(canary(pair), exampleServices('web-stable', 'web-canary')))).toEqual(['/spec/strategy/canary/stableService']);
    expect(runRule(rootService, canary(pair))).toEqual([]);
    expect(runRule(rootService, joinDocuments(canary(pair), exampleServices('web-stable', 'web-canary', 'web')))).toEqual([]);
  });

  test('is not wanted with a router', () => {
    expect(runRule(rootService, joinDocuments(canary(`${pair}\ntrafficRouting: { smi: {} }`), exampleServices('web-stable', 'web-canary')))).toEqual([]);
  });
});

test.each([
  ['', '', 1], ['', 'replicas: 3', 1], ['', 'replicas: 0', 0], ['never', '', 1], ['onsuccess', '', 0], ['progressively', 'replicas: 3', 0],
])('scaleDown "%s" of a Deployment with "%s": %i findings', (scaleDown, replicas, count) => {
  const rollout = exampleRollout({
    selector: '', template: '', spec: `workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web, scaleDown: "${scaleDown}" }`,
  });
  const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { ${replicas} }\n`;
  expect(runRule(workloadRunsOnce, joinDocuments(rollout, deployment))).toHaveLength(count);
});
