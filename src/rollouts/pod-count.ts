import { InputError } from '../manifests/input-error';

/**
 * A number of pods, or a percentage of the replicas such as `25%`. Text without the sign is refused: Argo Rollouts reads `"3"` as
 * three percent (utils/replicaset/canary.go), and its own validation as three pods.
 */
export type PodCount = number | `${number}%`;

/** The pod count, if it is a whole number, or a whole percentage up to 100. */
export function checkedPodCount(count: PodCount, what: string): PodCount {
  const valid = typeof count === 'number' ? Number.isInteger(count) && count >= 0 : /^(\d{1,2}|100)%$/.test(count);
  if (!valid) {
    throw new InputError(`${what} is ${JSON.stringify(count)}. give a whole number of pods such as 3, or a percentage of the replicas such as "25%"`);
  }
  return count;
}
