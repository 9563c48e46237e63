import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';

/** One annotation that subscribes somebody. */
export interface Subscription {
  readonly pointer: Pointer;
  /** What follows `subscribe.` */
  readonly parts: readonly string[];
  /** `''` where the default triggers of the service are meant. */
  readonly trigger: string;
  readonly service: string;
  readonly recipients: string;
}

/** What the key of such an annotation begins with. */
export const PREFIX = 'notifications.argoproj.io/subscribe.';

/** The subscriptions of an object, as pkg/subscriptions/annotations.go of argoproj/notifications-engine reads them. */
export function subscriptionsOf(entry: ManifestEntry): Subscription[] {
  return Object.entries(entry.manifest.metadata.annotations ?? {}).filter(([key]) => key.startsWith(PREFIX)).map(([key, recipients]) => {
    const parts = key.slice(PREFIX.length).split('.');
    const [first = '', second] = parts;
    return {
      pointer: pointer('/metadata/annotations', key),
      parts,
      trigger: second === undefined ? '' : first,
      service: second ?? first,
      recipients,
    };
  });
}

/** A Rollout with this annotation, for the examples of rules. */
export function subscribedRollout(rollout: string, annotation: string): string {
  return rollout.replace('metadata:\n  name: web\n', `metadata:\n  name: web\n  annotations:\n    ${PREFIX}${annotation}\n`);
}
