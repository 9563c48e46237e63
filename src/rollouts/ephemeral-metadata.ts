import type { Construct } from 'constructs';
import { fail } from '../render/construct-error';

/**
 * Labels and annotations that pods have only while they play a role, such as `track: canary`. The controller sets and takes
 * them off on running pods, so no Service may select by them.
 *
 * @see rollout/ephemeralmetadata.go in argoproj/argo-rollouts
 */
export interface EphemeralMetadata {
  /**
   * Labels of the pods.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pods.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * Throws when pods would lose a label that they are selected by. The controller writes these labels over those of the template, and
 * the API server refuses the ReplicaSet: in the next release, not in the first.
 */
export function refuseSelectedLabels(
  scope: Construct, metadata: Readonly<Record<string, EphemeralMetadata | undefined>>, selected: Readonly<Record<string, string>>,
): void {
  for (const [field, { labels = {} } = {}] of Object.entries(metadata)) {
    for (const [key, value] of Object.entries(labels)) {
      if (key === HASH) throw fail(scope, `${field} sets the label ${HASH}, by which the controller tells versions apart. leave it out`);
      if (Object.hasOwn(selected, key) && selected[key] !== value) {
        throw fail(scope, `${field} sets the label ${key} to ${JSON.stringify(value)}, and pods are selected by ${key}: ${selected[key]}. use another label`);
      }
    }
  }
}

const HASH = 'rollouts-pod-template-hash';
