import { ArgoChart, NotificationService, RolloutsConfig, RolloutsNotifications, RolloutsPlugin } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The configuration of the Rollouts controller, in its own namespace. */
export class Controller extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'argo-rollouts' });

    // The controller fetches plugins when it starts: restart it after a change.
    new RolloutsConfig(this, 'Config', {
      plugins: [RolloutsPlugin.gatewayApi({ version: 'v0.15.0', args: ['-logformat=json'] })],
    });

    // `$slack-token` is a key of the Secret argo-rollouts-notification-secret, which External Secrets makes.
    new RolloutsNotifications(this, 'Notifications', {
      services: [
        NotificationService.slack({ token: '$slack-token' }),
        NotificationService.pagerDuty({ serviceKeys: { shop: '$pagerduty-shop' } }),
      ],
      templates: {
        'rollout-aborted': {
          message: 'rollout {{.rollout.metadata.name}} was aborted: {{.rollout.status.message}}',
          pagerdutyv2: { summary: 'rollout {{.rollout.metadata.name}} was aborted', severity: 'error', source: '{{.rollout.metadata.namespace}}' },
        },
        'rollout-completed': { message: 'rollout {{.rollout.metadata.name}} has all of the traffic' },
      },
      triggers: {
        'on-rollout-aborted': [{ send: ['rollout-aborted'] }],
        'on-rollout-completed': [{ send: ['rollout-completed'] }],
      },
    });
  }
}
