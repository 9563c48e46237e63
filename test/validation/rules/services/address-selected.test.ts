import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { dump } from 'js-yaml';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { addressSelected } from '../../../../src/validation/rules/services/address-selected';
import { findingsOf } from '../findings-of';

/** What cdk8s-plus makes of a Deployment that keeps its labels, or not, and of its Service. */
function made(select: boolean, expose: (deployment: kplus.Deployment) => void): string {
  const chart = new Chart(Testing.app(), 'shop');
  const deployment = new kplus.Deployment(chart, 'Web', {
    select, podMetadata: { labels: { app: 'web' } }, containers: [{ image: 'registry.example.com/web:1.4.2', portNumber: 8080 }],
  });
  if (!select) deployment.select(kplus.LabelSelector.of({ labels: { app: 'web' } }));
  expose(deployment);
  return joinDocuments(...(Testing.synth(chart) as unknown[]).map((manifest) => dump(manifest)));
}

test('a Service of cdk8s-plus in front of labels that were kept is found', () => {
  expect(findingsOf(addressSelected, made(false, (deployment) => deployment.exposeViaService()))).toMatchObject([{
    pointer: '/spec/selector/cdk8s.io~1metadata.addr',
    message: expect.stringMatching(/^Deployment\/shop\/shop-web-\w+ does not select this label, so pods of it may run without it$/),
    expected: 'app=web',
    fix: "make it with new kplus.Service(...) and service.selectLabel('app', 'web') instead of exposeViaService",
  }]);
});

test('what the message says to do is right', () => {
  const yaml = made(false, (deployment) => new kplus.Service(deployment, 'Service', { ports: [{ port: 8080 }] }).selectLabel('app', 'web'));
  expect(yaml).toMatch(/kind: Service[^]*selector:\n +app: web\n/);
  expect(findingsOf(addressSelected, yaml)).toEqual([]);
});

test('a Deployment that selects the address itself is right', () => {
  expect(findingsOf(addressSelected, made(true, (deployment) => deployment.exposeViaService()))).toEqual([]);
});
