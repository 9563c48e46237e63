/**
 * Kinds that the controller of Argo Rollouts looks up before it does anything: a Rollout or an Experiment that names one which is not there
 * is invalid, which Argo CD takes for degraded, and is looked at again after 20 seconds. Services and Ingresses, which it looks up too, are
 * not among them: Argo CD applies those first in every wave.
 *
 * @see rollout/controller.go (getRolloutReferencedResources) in argoproj/argo-rollouts
 */
export const CHECKED_COMPANIONS: ReadonlySet<string> = new Set([
  'argoproj.io/AnalysisTemplate', 'argoproj.io/ClusterAnalysisTemplate',
  'networking.istio.io/VirtualService',
  'getambassador.io/Mapping', 'x.getambassador.io/AmbassadorMapping',
  'appmesh.k8s.aws/VirtualService', 'appmesh.k8s.aws/VirtualRouter', 'appmesh.k8s.aws/VirtualNode',
]);
