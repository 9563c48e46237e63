import type { ConformanceLines } from '../line';

/** What a Rollout names: rollout/controller.go and rollout/templateref.go in argoproj/argo-rollouts. */
export const ROLLOUT_REFERENCES: ConformanceLines = {
  'AR-054': 'the Services of the strategy exist',
  'AR-055': 'AnalysisTemplates exist',
  'AR-056': 'ClusterAnalysisTemplates exist',
  'AR-057': 'nested templates exist',
  'AR-058': 'NGINX has stableIngress or stableIngresses, not both',
  'AR-059': 'NGINX has stableIngress or stableIngresses',
  'AR-060': 'ALB has ingress or ingresses, not both',
  'AR-061': 'ALB has ingress or ingresses',
  'AR-062': 'Ingresses of NGINX exist',
  'AR-063': 'Ingresses of ALB exist',
  'AR-064': 'Istio has virtualService or virtualServices, not both or neither',
  'AR-065': 'VirtualServices exist',
  'AR-066': 'Ambassador has a mapping',
  'AR-067': 'Mappings exist',
  'AR-068': 'App Mesh has a virtual service',
  'AR-069': 'the virtual service of App Mesh and its router exist',
  'AR-070': 'a template has no labels or annotations beside workloadRef',
  'AR-071': 'workloadRef names a Deployment, a ReplicaSet or a PodTemplate',
  'AR-072': { check: 'the workload of workloadRef exists', rest: 'whether the controller can list it in time' },
  'AR-073': 'the Services of a Rollout select labels of its pods',
  'AR-074': 'a Service is not annotated as that of another Rollout',
};
