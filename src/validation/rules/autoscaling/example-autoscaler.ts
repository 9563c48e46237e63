import { exampleRollout } from '../rollouts/example-rollout';

/** What `kinds` says for rules about autoscalers. */
export const AUTOSCALER = 'autoscaling/HorizontalPodAutoscaler';

/** The same, for autoscalers that KEDA makes. */
export const SCALED_OBJECT = 'keda.sh/ScaledObject';

/** A Rollout `web` whose replicas belong to an autoscaler. */
export const SCALED_ROLLOUT = exampleRollout({ spec: 'revisionHistoryLimit: 3' });

/** What an example changes in the plain autoscaler of the Rollout `web`. */
export interface ExampleAutoscaler {
  readonly name?: string;
  /** `apiVersion kind` of what is scaled. */
  readonly target?: string;
  readonly min?: number;
  readonly max?: number;
}

/** An autoscaler for the good and bad manifests of a rule. */
export function exampleAutoscaler({ name = 'web', target = 'argoproj.io/v1alpha1 Rollout', min = 2, max = 10 }: ExampleAutoscaler = {}): string {
  const [apiVersion, kind] = target.split(' ');
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${name}
spec:
  scaleTargetRef:
    apiVersion: ${apiVersion}
    kind: ${kind}
    name: web
  minReplicas: ${min}
  maxReplicas: ${max}
`;
}
