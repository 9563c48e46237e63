import { monitorPort } from '../../../../src/validation/rules/references/monitor-port';
import { selectorFits } from '../../../../src/validation/rules/references/selector-fits';
import { serviceFitsWorkload } from '../../../../src/validation/rules/references/service-fits-workload';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const workload = (name: string, labels: string, ports = '[{ name: http, containerPort: 8080 }]', kind = 'Deployment') =>
  `{ apiVersion: apps/v1, kind: ${kind}, metadata: { name: ${name} }, spec: { template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: web, ports: ${ports} }] } } } }\n`;
const service = (labels: string, selector = '{ app: web }') =>
  `{ apiVersion: v1, kind: Service, metadata: { name: mailer, labels: ${labels} }, spec: { selector: ${selector}, ports: [{ name: metrics, port: 80 }] } }\n`;
const budget = (selector: string) => `{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: budget }, spec: { selector: ${selector} } }\n`;
const podMonitor = (spec: string) => `{ apiVersion: monitoring.coreos.com/v1, kind: PodMonitor, metadata: { name: web }, spec: ${spec} }\n`;
const serviceMonitor = (spec: string) => `{ apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: { name: web }, spec: ${spec} }\n`;
const policy = (spec: string) => `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: web }, spec: ${spec} }\n`;

const WEB = workload('web', '{ app.kubernetes.io/name: web, tier: front }');

describe('a selector that picks nothing', () => {
  test.each([
    ['a letter too many in a value', budget('{ matchLabels: { app.kubernetes.io/name: webx } }'), '/spec/selector/matchLabels/app.kubernetes.io~1name', 'app.kubernetes.io/name=web'],
    ['a letter too many in a key', budget('{ matchLabels: { app.kubernetes.io/namex: web } }'), '/spec/selector/matchLabels/app.kubernetes.io~1namex', 'app.kubernetes.io/name=web'],
    ['a slip in one of two labels', budget('{ matchLabels: { app.kubernetes.io/name: web, tier: fornt } }'), '/spec/selector/matchLabels/tier', 'tier=front'],
    ['a slip in a monitor', podMonitor('{ selector: { matchLabels: { tier: fron } }, podMetricsEndpoints: [] }'), '/spec/selector/matchLabels/tier', 'tier=front'],
    ['a slip in a policy', policy('{ podSelector: { matchLabels: { tier: fron } } }'), '/spec/podSelector/matchLabels/tier', 'tier=front'],
    [
      'a slip in whom a policy lets in', policy('{ podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { tier: fron } } }] }] }'),
      '/spec/ingress/0/from/0/podSelector/matchLabels/tier', 'tier=front',
    ],
  ])('by %s is an error, which a person mends', (_what, yaml, pointer, expected) => {
    const [finding, ...others] = findingsOf(selectorFits, joinDocuments(yaml, WEB));
    expect(finding).toMatchObject({ severity: 'error', pointer, expected });
    expect([finding!.edit, others]).toEqual([undefined, []]);
  });

  test('is told with what was most likely meant', () => {
    const [finding] = findingsOf(selectorFits, joinDocuments(serviceMonitor('{ selector: { matchLabels: { service-monitor: mailr } } }'), service('{ service-monitor: mailer }')));
    expect(finding).toMatchObject({
      message: 'no Service has service-monitor=mailr, and so nothing is selected. Service/shop/mailer has service-monitor=mailer',
      fix: 'did you mean mailer? otherwise acknowledge this when somebody else makes what it selects',
    });
  });

  test.each([
    ['pods of an operator', budget('{ matchLabels: { cnpg.io/cluster: orders } }')],
    ['pods of another component', budget('{ matchLabels: { app.kubernetes.io/name: api } }')],
    ['pods of another number', budget('{ matchLabels: { app.kubernetes.io/name: web2 } }')],
    ['every pod', budget('{}')],
    ['what is there', budget('{ matchLabels: { tier: front } }')],
    ['pods of any namespace', podMonitor('{ namespaceSelector: { any: true }, selector: { matchLabels: { tier: fron } } }')],
    ['pods of another namespace', podMonitor('{ namespaceSelector: { matchNames: [other] }, selector: { matchLabels: { tier: fron } } }')],
    ['pods of other namespaces in a policy', policy('{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { tier: fron } } }] }] }')],
    ['a template', budget('{ matchLabels: { tier: "{{ .Values.tier }}" } }')],
  ])('because it means %s is none', (_what, yaml) => {
    expect(findingsOf(selectorFits, joinDocuments(yaml, WEB))).toEqual([]);
  });
});

test('a Service that misses the one label of a workload of another name by a letter is found', () => {
  expect(findingsOf(serviceFitsWorkload, joinDocuments(WEB, service('{}', '{ tier: fornt }')))).toMatchObject([{ pointer: '/spec/selector/tier' }]);
});

describe('ports of monitors', () => {
  const pods = (port: string) => podMonitor(`{ selector: { matchLabels: { tier: front } }, podMetricsEndpoints: [{ port: ${port} }] }`);

  test('a name that no container has is an error', () => {
    expect(findingsOf(monitorPort, joinDocuments(WEB, pods('htpp')))).toMatchObject([{
      pointer: '/spec/podMetricsEndpoints/0/port', message: 'no container of the pods that the monitor selects has a port named htpp', fix: 'did you mean http?', edit: { value: 'http' },
    }]);
  });

  test('a ServiceMonitor means the ports of Services', () => {
    const monitor = serviceMonitor('{ selector: { matchLabels: { app: mailer } }, endpoints: [{ port: http }, { port: metrics }] }');
    expect(findingsOf(monitorPort, joinDocuments(WEB, service('{ app: mailer }'), monitor))).toMatchObject([{ pointer: '/spec/endpoints/0/port', expected: 'metrics' }]);
  });

  test.each([
    ['the port of one of several workloads', joinDocuments(WEB, workload('api', '{ tier: front }', '[{ name: admin, containerPort: 9090 }]'), pods('admin'))],
    ['nothing that is here', joinDocuments(workload('web', '{ tier: back }'), pods('htpp'))],
    ['pods that are written elsewhere', joinDocuments(WEB, '{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: { name: r }, spec: { workloadRef: { kind: Deployment, name: x } } }\n', pods('htpp'))],
    ['a number', joinDocuments(WEB, podMonitor('{ selector: { matchLabels: { tier: front } }, podMetricsEndpoints: [{ portNumber: 9 }] }'))],
  ])('%s is right', (_what, yaml) => {
    expect(findingsOf(monitorPort, yaml)).toEqual([]);
  });
});
