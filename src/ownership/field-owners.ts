/** Who writes a field that Git holds too, and why. */
export interface FieldOwner {
  /** Who writes it. */
  readonly controller: string;
  /** Why it does, and what would happen otherwise. */
  readonly reason: string;
}

const ROLLOUTS = 'Argo Rollouts';

/** Everything that is known to be written by controllers. `docs/concepts/ownership.md` shows the same. */
export const FIELD_OWNERS = {
  weights: { controller: ROLLOUTS, reason: 'every setWeight step writes the weights of the routes' },
  managedRoutes: { controller: ROLLOUTS, reason: 'header and mirror routes of the steps are put in for a release and taken out after it' },
  experimentRoutes: { controller: ROLLOUTS, reason: 'a weighted experiment gets its share of the traffic while it runs' },
  subsetHash: { controller: ROLLOUTS, reason: 'a subset means the pods of one ReplicaSet, by the hash of their template' },
  experimentSubsets: { controller: ROLLOUTS, reason: 'the pods of a weighted experiment are a subset while it runs' },
  nodeHash: { controller: ROLLOUTS, reason: 'a virtual node means the pods of one ReplicaSet, by the hash of their template' },
  ingressPaths: { controller: ROLLOUTS, reason: 'header routes of the steps are paths of the Ingress for the time of a release' },
  serviceHash: {
    controller: ROLLOUTS,
    reason: 'a Service leads to the pods of one ReplicaSet, by the hash of their template; a server-side apply replaces the whole selector, and '
      + 'without the hash a blue-green release goes on without its pause and its analysis',
  },
  workloadReplicas: { controller: ROLLOUTS, reason: 'the Deployment that a Rollout takes its pods from is scaled down once the Rollout runs' },
  scaledReplicas: { controller: 'the autoscaler', reason: 'the autoscaler writes how many pods there are, though Git says a number too' },
  declared: { controller: 'the router', reason: 'the router of a rollout says that its controller writes this' },
} as const satisfies Readonly<Record<string, FieldOwner>>;
