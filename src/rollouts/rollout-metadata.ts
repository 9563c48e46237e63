import type { ApiObjectMetadata } from 'cdk8s';
import { type NotificationSubscription, subscriptionAnnotations } from '../app/notification-subscription';

/** The metadata of a Rollout, its subscriptions among the annotations. */
export function rolloutMetadata(
  name: string, props: { readonly metadata?: ApiObjectMetadata; readonly notifications?: readonly NotificationSubscription<'Rollout'>[] },
): ApiObjectMetadata {
  const { metadata, notifications } = props;
  if (!notifications) return { ...metadata, name };
  return { ...metadata, name, annotations: { ...subscriptionAnnotations(notifications), ...metadata?.annotations } };
}
