import type { AppProject } from '../../imports/types/argo-cd/app-project';
import type { Application } from '../../imports/types/argo-cd/application';
import type { ApplicationSet } from '../../imports/types/argo-cd/application-set';
import type { AnalysisRun } from '../../imports/types/argo-rollouts/analysis-run';
import type { AnalysisTemplate } from '../../imports/types/argo-rollouts/analysis-template';
import type { ClusterAnalysisTemplate } from '../../imports/types/argo-rollouts/cluster-analysis-template';
import type { Experiment } from '../../imports/types/argo-rollouts/experiment';
import type { Rollout } from '../../imports/types/argo-rollouts/rollout';
import type { ImageUpdater } from '../../imports/types/argocd-image-updater/image-updater';
import type { ClusterExternalSecret } from '../../imports/types/external-secrets/cluster-external-secret';
import type { ExternalSecret } from '../../imports/types/external-secrets/external-secret';
import type { Gateway } from '../../imports/types/gateway-api/gateway';
import type { GRPCRoute } from '../../imports/types/gateway-api/grpc-route';
import type { HTTPRoute } from '../../imports/types/gateway-api/http-route';
import type { ReferenceGrant } from '../../imports/types/gateway-api/reference-grant';
import type { DestinationRule } from '../../imports/types/istio/destination-rule';
import type { Gateway as IstioGateway } from '../../imports/types/istio/gateway';
import type { VirtualService } from '../../imports/types/istio/virtual-service';
import type { ClusterRole } from '../../imports/types/kubernetes/cluster-role';
import type { ClusterRoleBinding } from '../../imports/types/kubernetes/cluster-role-binding';
import type { ConfigMap } from '../../imports/types/kubernetes/config-map';
import type { CronJob } from '../../imports/types/kubernetes/cron-job';
import type { CustomResourceDefinition } from '../../imports/types/kubernetes/custom-resource-definition';
import type { DaemonSet } from '../../imports/types/kubernetes/daemon-set';
import type { Deployment } from '../../imports/types/kubernetes/deployment';
import type { EndpointSlice } from '../../imports/types/kubernetes/endpoint-slice';
import type { Endpoints } from '../../imports/types/kubernetes/endpoints';
import type { HorizontalPodAutoscaler } from '../../imports/types/kubernetes/horizontal-pod-autoscaler';
import type { Ingress } from '../../imports/types/kubernetes/ingress';
import type { IngressClass } from '../../imports/types/kubernetes/ingress-class';
import type { Job } from '../../imports/types/kubernetes/job';
import type { LimitRange } from '../../imports/types/kubernetes/limit-range';
import type { Namespace } from '../../imports/types/kubernetes/namespace';
import type { NetworkPolicy } from '../../imports/types/kubernetes/network-policy';
import type { PersistentVolume } from '../../imports/types/kubernetes/persistent-volume';
import type { PersistentVolumeClaim } from '../../imports/types/kubernetes/persistent-volume-claim';
import type { Pod } from '../../imports/types/kubernetes/pod';
import type { PodDisruptionBudget } from '../../imports/types/kubernetes/pod-disruption-budget';
import type { PriorityClass } from '../../imports/types/kubernetes/priority-class';
import type { ReplicaSet } from '../../imports/types/kubernetes/replica-set';
import type { ResourceQuota } from '../../imports/types/kubernetes/resource-quota';
import type { Role } from '../../imports/types/kubernetes/role';
import type { RoleBinding } from '../../imports/types/kubernetes/role-binding';
import type { Secret } from '../../imports/types/kubernetes/secret';
import type { Service } from '../../imports/types/kubernetes/service';
import type { ServiceAccount } from '../../imports/types/kubernetes/service-account';
import type { StatefulSet } from '../../imports/types/kubernetes/stateful-set';
import type { StorageClass } from '../../imports/types/kubernetes/storage-class';
import type { PodMonitor } from '../../imports/types/prometheus-operator/pod-monitor';
import type { PrometheusRule } from '../../imports/types/prometheus-operator/prometheus-rule';
import type { ServiceMonitor } from '../../imports/types/prometheus-operator/service-monitor';
import type { SealedSecret } from '../../imports/types/sealed-secrets/sealed-secret';

/** The objects whose fields are known to the compiler. */
export type WireObject =
  | AnalysisRun | AnalysisTemplate | AppProject | Application | ApplicationSet | ClusterAnalysisTemplate
  | ClusterExternalSecret | ClusterRole | ClusterRoleBinding | ConfigMap | CronJob | CustomResourceDefinition
  | DaemonSet | Deployment | DestinationRule | EndpointSlice | Endpoints | Experiment | ExternalSecret | GRPCRoute
  | Gateway | HTTPRoute | HorizontalPodAutoscaler | ImageUpdater | Ingress | IngressClass | IstioGateway | Job
  | LimitRange | Namespace | NetworkPolicy | PersistentVolume | PersistentVolumeClaim | Pod | PodDisruptionBudget
  | PodMonitor | PriorityClass | PrometheusRule | ReferenceGrant | ReplicaSet | ResourceQuota | Role | RoleBinding
  | Rollout | SealedSecret | Secret | Service | ServiceAccount | ServiceMonitor | StatefulSet | StorageClass
  | VirtualService;
