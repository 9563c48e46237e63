/** How many pods a rollout has, and by how much an update may differ from it. */
export interface BasicCanary {
  /** `spec.replicas`. */
  readonly replicas: number;
  /** `maxSurge` in pods. */
  readonly surge: number;
  /** The weight that stands for all pods. @default 100 */
  readonly maxWeight?: number;
}

/** The pods of both versions at a weight. */
export interface PodSplit {
  /** Pods of the new version. */
  readonly canary: number;
  /** Pods of the old version. */
  readonly stable: number;
}

/**
 * The pods that a canary without a traffic router ends up with at a weight: the pair of `replicas`, or with surge one pod more,
 * whose ratio is nearest. Neither side goes to zero in between, and of equally near pairs the first wins: canary rounded up before
 * down, the plain total before the larger one (utils/replicaset/canary.go, approximateWeightedCanaryStableReplicaCounts).
 */
export function reachableSplit(weight: number, { replicas, surge, maxWeight = 100 }: BasicCanary): PodSplit {
  if (replicas === 0) return { canary: 0, stable: 0 };
  const exact = replicas * weight / maxWeight;
  const up = Math.ceil(exact);
  const down = Math.floor(exact);
  const zeroAllowed = weight === maxWeight || weight === 0 || (replicas === 1 && surge === 0);
  const downAllowed = down !== 0 || zeroAllowed;
  const tied = (total: number): boolean => total * (weight / maxWeight) % 1 === 0.5;

  const options: Array<{ canary: number; total: number }> = [];
  if (up < replicas || zeroAllowed) options.push({ canary: up, total: replicas });
  if (!tied(replicas) && downAllowed) options.push({ canary: down, total: replicas });
  if (surge > 0) {
    options.push({ canary: up, total: replicas + 1 });
    if (!tied(replicas + 1) && downAllowed) options.push({ canary: down, total: replicas + 1 });
  }

  let nearest = options[0];
  let distance = Infinity;
  for (const option of options) {
    const off = Math.abs(option.canary * maxWeight / option.total - weight);
    if (off < distance) [nearest, distance] = [option, off];
  }
  return nearest ? { canary: nearest.canary, stable: nearest.total - nearest.canary } : { canary: 0, stable: replicas };
}

/** The weight that a split of pods comes to, with an even load on all of them. */
export function weightOf({ canary, stable }: PodSplit, maxWeight = 100): number {
  const total = canary + stable;
  return total === 0 ? 0 : canary * maxWeight / total;
}

/**
 * An amount of pods as the controller reads `maxSurge` and `maxUnavailable`: a number is pods, any text a percentage of the
 * replicas, with or without `%`. Undefined for a text that is no number.
 */
export function podsOf(amount: number | string, replicas: number, rounding: 'up' | 'down'): number | undefined {
  if (typeof amount === 'number') return amount;
  const text = amount.replace(/%/g, '');
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const exact = Number(text) * replicas / 100;
  return rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
