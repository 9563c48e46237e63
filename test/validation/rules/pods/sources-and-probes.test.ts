import { containers } from '../../../../src/validation/rules/pods/containers';
import { probePortListed } from '../../../../src/validation/rules/pods/probe-port-listed';
import { sourceNames } from '../../../../src/validation/rules/pods/source-names';
import { findingsOf } from '../findings-of';

const pods = (spec: string, kind = 'Deployment') => `{ apiVersion: apps/v1, kind: ${kind}, metadata: { name: web }, spec: { template: { ${spec} } } }\n`;
const at = '/spec/template/spec';

test.each([
  ['containers: [{ envFrom: [{ secretRef: {} }] }]', `${at}/containers/0/envFrom/0/secretRef`],
  ['containers: [{ env: [{ name: X, valueFrom: { configMapKeyRef: { key: x } } }] }]', `${at}/containers/0/env/0/valueFrom/configMapKeyRef`],
  ['volumes: [{ name: v, secret: {} }]', `${at}/volumes/0/secret`],
  ['volumes: [{ name: v, configMap: { name: "" } }]', `${at}/volumes/0/configMap`],
  ['volumes: [{ name: v, projected: { sources: [{ secret: {} }] } }]', `${at}/volumes/0/projected/sources/0/secret`],
])('%s does not say which object is meant', (spec, pointer) => {
  expect(findingsOf(sourceNames, pods(`spec: { ${spec} }`))).toMatchObject([{ pointer }]);
});

test.each([
  'containers: [{ envFrom: [{ secretRef: { name: x } }], env: [{ name: X, valueFrom: { fieldRef: { fieldPath: metadata.name } } }] }]',
  'volumes: [{ name: a, secret: { secretName: x } }, { name: b, projected: { sources: [{ secret: { name: x } }, { serviceAccountToken: { path: t } }] } }, { name: c, emptyDir: {} }]',
])('%s does', (spec) => {
  expect(findingsOf(sourceNames, pods(`spec: { ${spec} }`))).toEqual([]);
});

test('a template without a spec has no container', () => {
  expect(findingsOf(containers, pods('metadata: {}'))).toMatchObject([{ pointer: `${at}/containers` }]);
});

describe('ports of probes', () => {
  const PORTS = 'ports: [{ containerPort: 8080 }]';
  const probe = (port: number, more = '') => `readinessProbe: { httpGet: { port: ${port}${more} } }`;

  test('a number that no container lists is told', () => {
    expect(findingsOf(probePortListed, pods(`spec: { containers: [{ name: web, ${PORTS}, ${probe(8081)} }] }`))).toMatchObject([{
      pointer: `${at}/containers/0/readinessProbe/httpGet/port`, message: 'readinessProbe of container web asks port 8081, which no container of the pod lists', expected: '8080',
    }]);
  });

  test.each([
    ['listed', `containers: [{ ${PORTS}, ${probe(8080)} }]`],
    ['of a container that lists none', `containers: [{ ${probe(8081)} }]`],
    ['of another container, which answers for it', `containers: [{ ${PORTS}, ${probe(15021)} }, { ports: [{ containerPort: 15021 }] }]`],
    ['of a sidecar', `initContainers: [{ restartPolicy: Always, ports: [{ containerPort: 9000 }] }], containers: [{ ${PORTS}, ${probe(9000)} }]`],
    ['perhaps of a container that lists none', `containers: [{ ${PORTS}, ${probe(8081)} }, { name: proxy }]`],
    ['of another host', `containers: [{ ${PORTS}, ${probe(8081, ', host: example.com')} }]`],
  ])('one that is %s is not', (_what, spec) => {
    expect(findingsOf(probePortListed, pods(`spec: { ${spec} }`))).toEqual([]);
  });
});
