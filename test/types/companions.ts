import {
  type DeploymentRollout, DisruptionBudget, HashedConfigMap, KedaScaledObject, KedaTrigger, NotificationService, NotificationSubscription,
  PodMonitor, RollOnChange, type Rollout, RolloutsNotifications, RolloutsPlugin, ServiceMonitor, SmokeCheck,
} from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** A budget says one of two things. */
export function budgets(scope: Construct, rollout: Rollout): void {
  new DisruptionBudget(scope, 'Count', { rollout, maxUnavailable: 1 });
  new DisruptionBudget(scope, 'Share', { rollout, minAvailable: '75%' });
  // @ts-expect-error how many
  new DisruptionBudget(scope, 'Neither', { rollout });
  // @ts-expect-error the API server refuses both
  new DisruptionBudget(scope, 'Both', { rollout, minAvailable: 2, maxUnavailable: 1 });
  // @ts-expect-error a share is written 75%
  new DisruptionBudget(scope, 'Text', { rollout, minAvailable: '3' });
}

/** KEDA would scale to zero unless it is told. */
export function scaling(scope: Construct, target: Rollout): void {
  const triggers = [KedaTrigger.cpuUtilization(70)] as const;
  new KedaScaledObject(scope, 'Scaling', { target, minReplicaCount: 2, maxReplicaCount: 9, triggers });
  // @ts-expect-error the fewest pods have to be said
  new KedaScaledObject(scope, 'NoMinimum', { target, maxReplicaCount: 9, triggers });
  // @ts-expect-error nothing to scale by
  new KedaScaledObject(scope, 'NoTriggers', { target, minReplicaCount: 2, maxReplicaCount: 9, triggers: [] });
  // @ts-expect-error a trigger in wire form is no trigger
  new KedaScaledObject(scope, 'Wire', { target, minReplicaCount: 2, maxReplicaCount: 9, triggers: [{ type: 'cpu', metadata: { value: '70' } }] });
  // @ts-expect-error only resource scalers know utilization
  KedaTrigger.ofType('kafka', { metadata: {}, metricType: 'Utilization' });
}

/** A rollout of a Deployment's pods is a rollout, the Deployment itself is not. */
export function pods(scope: Construct, rollout: DeploymentRollout, deployment: kplus.Deployment): void {
  new DisruptionBudget(scope, 'Budget', { rollout, maxUnavailable: 1 });
  new PodMonitor(scope, 'Pods', { rollout, port: 8080 });
  RollOnChange.ofSecret(deployment, kplus.Secret.fromSecretName(scope, 'Database', 'database'), '2026-04');
  // @ts-expect-error the Deployment may have no pods of its own left
  new DisruptionBudget(scope, 'DeploymentBudget', { rollout: deployment, maxUnavailable: 1 });
  // @ts-expect-error the Rollout is scaled
  new KedaScaledObject(scope, 'Scaling', { target: deployment, minReplicaCount: 2, maxReplicaCount: 9, triggers: [KedaTrigger.cpuUtilization(70)] });
  // @ts-expect-error the pod template is the Deployment's
  RollOnChange.ofSecret(rollout, kplus.Secret.fromSecretName(scope, 'Queue', 'queue'), '2026-04');
}

/** Monitors and checks know what they ask. */
export function asking(scope: Construct, rollout: Rollout, service: kplus.Service): void {
  new PodMonitor(scope, 'Pods', { rollout, port: 8080, interval: '30s' });
  // @ts-expect-error an interval has a unit
  new PodMonitor(scope, 'Interval', { rollout, port: 8080, interval: 30 });
  // @ts-expect-error a ServiceMonitor names a port, it does not number it
  new ServiceMonitor(scope, 'Number', { service, port: 8080 });
  // @ts-expect-error one Service, not the rollout with all of its Services
  new ServiceMonitor(scope, 'Rollout', { service: rollout, port: 'http' });
  // @ts-expect-error with what image
  new SmokeCheck(scope, 'NoImage', { service });
}

/** A ConfigMap whose name is its content takes no more of it. */
export function configuration(scope: Construct): void {
  const settings = new HashedConfigMap(scope, 'Settings', { data: { colour: 'blue' } });
  // @ts-expect-error it takes no more: the name would no longer be right
  void settings.addData;
  // @ts-expect-error values of a ConfigMap are texts
  new HashedConfigMap(scope, 'Number', { data: { port: 8080 } });
}

/** Subscriptions are to events that there are, by somebody. */
export function subscriptions(): void {
  NotificationSubscription.on('on-rollout-aborted', 'on-rollout-paused').slack('releases');
  // @ts-expect-error the event is on-rollout-aborted
  NotificationSubscription.on('on-rollout-abort').slack('releases');
  // @ts-expect-error who is told
  NotificationSubscription.on('on-rollout-aborted').slack();
  // @ts-expect-error an address has an @
  NotificationSubscription.on('on-rollout-aborted').email('shop');
  // @ts-expect-error nobody is told yet
  const nobody: NotificationSubscription = NotificationSubscription.on('on-rollout-aborted');
  void nobody;
}

/** What is sent is there, and secrets are only named. */
export function notifications(scope: Construct): void {
  const services = [NotificationService.slack({ token: '$slack-token' })] as const;
  const templates = { aborted: { message: 'aborted' } };
  new RolloutsNotifications(scope, 'Notifications', { services, templates, triggers: { 'on-rollout-aborted': [{ send: ['aborted'] }] } });
  // @ts-expect-error the template is called aborted
  new RolloutsNotifications(scope, 'Template', { services, templates, triggers: { 'on-rollout-aborted': [{ send: ['abortd'] }] } });
  // @ts-expect-error no such event
  new RolloutsNotifications(scope, 'Trigger', { services, templates, triggers: { 'on-rollout-abort': [{ send: ['aborted'] }] } });
  // @ts-expect-error the controller of Rollouts does not look at oncePer
  new RolloutsNotifications(scope, 'Once', { services, templates, triggers: { 'on-rollout-aborted': [{ send: ['aborted'], oncePer: 'x' }] } });
  // @ts-expect-error a token in plain text
  NotificationService.slack({ token: 'xoxb-123' });
  // @ts-expect-error keys of webhooks are secrets
  NotificationService.teams({ recipientUrls: { releases: 'https://example.com/hook' } });
}

/** Plugins have a name with a namespace and come from somewhere. */
export function plugins(): void {
  RolloutsPlugin.gatewayApi({ version: 'v0.15.0' });
  // @ts-expect-error releases begin with a v
  RolloutsPlugin.gatewayApi({ version: '0.15.0' });
  // @ts-expect-error a name is namespace/name
  RolloutsPlugin.step({ name: 'approve', location: 'file:///plugins/approve' });
  // @ts-expect-error where from
  RolloutsPlugin.step({ name: 'example/approve', location: '/plugins/approve' });
  // @ts-expect-error only steps can be passed over
  RolloutsPlugin.trafficRouter({ name: 'example/router', location: 'file:///plugins/router', disabled: true });
}
