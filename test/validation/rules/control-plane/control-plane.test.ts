import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { pluginListed } from '../../../../src/validation/rules/control-plane/plugin-listed';
import { subscriptionServed } from '../../../../src/validation/rules/control-plane/subscription-served';
import { subscriptionSyntax } from '../../../../src/validation/rules/control-plane/subscription-syntax';
import { subscribedRollout } from '../../../../src/validation/rules/control-plane/subscriptions';
import { exampleCanary, exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { EXAMPLE_UNIT, exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';

function configMap(name: string, data: Record<string, string>): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: argo-rollouts}\ndata: ${JSON.stringify(data)}\n`;
}

describe('plugins', () => {
  const router = exampleCanary('trafficRouting: {plugins: {argoproj-labs/gatewayAPI: {httpRoute: web}}}');
  const metric = `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: check}
spec: {metrics: [{name: a, provider: {plugin: {example/metrics: {}}}}]}
`;
  const config = (data: Record<string, string>) => configMap('argo-rollouts-config', data);

  test.each([
    ['block style', { trafficRouterPlugins: '- name: "argoproj-labs/gatewayAPI"\n  location: file:///a\n', metricProviderPlugins: "- 'name': example/metrics\n" }],
    ['flow style', { trafficRouterPlugins: '[{name: argoproj-labs/gatewayAPI, location: file:///a}]', metricProviderPlugins: '[{"name":"example/metrics"}]' }],
  ])('are found in %s', (_style, data) => {
    expect(findingsOf(pluginListed, joinDocuments(router, metric, config(data)))).toEqual([]);
  });

  test('that are listed for another use are not known', () => {
    const data = { stepPlugins: '- name: argoproj-labs/gatewayAPI\n', metricProviderPlugins: '- name: example/metric\n' };
    expect(findingsOf(pluginListed, joinDocuments(router, metric, config(data)))).toMatchObject([
      { pointer: '/spec/metrics/0/provider/plugin/example~1metrics', fix: 'did you mean example/metric?' },
      { message: 'the plugin argoproj-labs/gatewayAPI is not in trafficRouterPlugins of argo-rollouts-config, so the controller does not know it' },
    ]);
  });

  test('are left alone where the configuration is not in sight, or is of another cluster', () => {
    expect(findingsOf(pluginListed, router)).toEqual([]);
    const set = new ManifestSet();
    for (const { manifest } of exampleManifests(router).entries) set.add(EXAMPLE_UNIT, manifest);
    for (const { manifest } of exampleManifests(config({})).entries) set.add({ id: 'other', namespace: 'argo-rollouts', destination: { cluster: 'other' } }, manifest);
    expect(findingsOf(pluginListed, set)).toEqual([]);
  });
});

describe('subscriptions', () => {
  const subscribed = (annotation: string) => subscribedRollout(exampleRollout(), annotation);
  const notifications = configMap('argo-rollouts-notification-configmap', { 'service.slack': '', 'service.slack.on-call': '', 'trigger.on-rollout-aborted': '' });

  test.each(['on-rollout-aborted.slack: a', 'on-rollout-aborted.on-call: a', 'slack: a'])('%s is served', (annotation) => {
    expect(findingsOf(subscriptionServed, joinDocuments(subscribed(annotation), notifications))).toEqual([]);
  });

  test.each([
    ['on-rollout-paused.slack: a', 'no trigger on-rollout-paused is configured in argo-rollouts-notification-configmap, so nothing is sent'],
    ['on-rollout-aborted.email: a', 'no service email is configured in argo-rollouts-notification-configmap, so nothing is sent'],
  ])('%s is not served', (annotation, message) => {
    expect(findingsOf(subscriptionServed, joinDocuments(subscribed(annotation), notifications))).toMatchObject([{ severity: 'warning', message }]);
    expect(findingsOf(subscriptionServed, subscribed(annotation))).toEqual([]);
  });

  test.each([
    ['on-rollout-aborted.slack.on-call: a', 'the subscription is read as trigger on-rollout-aborted and service slack'],
    ['on-rollout-aborted.slack: " ; "', 'nobody is subscribed'],
    ['on-rollout-complete.slack: a', 'no event of a Rollout is called on-rollout-complete, so nothing is ever sent'],
  ])('%s is not read as it is written', (annotation, message) => {
    expect(findingsOf(subscriptionSyntax, subscribed(annotation))).toMatchObject([{ message }]);
  });

  // A webhook has no recipients; a newer controller may have events that are not known here.
  test.each(['on-rollout-aborted.dashboard: ""', 'on-something-else.slack: a', 'slack: a;b'])('%s is right', (annotation) => {
    expect(findingsOf(subscriptionSyntax, subscribed(annotation))).toEqual([]);
  });
});
