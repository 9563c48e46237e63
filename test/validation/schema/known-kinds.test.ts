import { kindProblem } from '../../../src/validation/schema/known-kinds';
import { DEFAULT_TARGETS } from '../../../src/validation/targets';

test.each([
  ['argoproj.io/v1alpha1', 'Rolout', '/kind', 'did you mean Rollout?'],
  ['argoproj.io/v1alpha1', 'rollout', '/kind', 'did you mean Rollout?'],
  ['argoproj.io/v1alpha1', 'AppliactionSet', '/kind', 'did you mean ApplicationSet?'],
  ['apps/v1', 'Deploymnet', '/kind', 'did you mean Deployment?'],
  ['v1', 'ConfigMaps', '/kind', 'did you mean ConfigMap?'],
  ['networking.istio.io/v1', 'VirtualServices', '/kind', 'did you mean VirtualService?'],
  ['argoproj.io/v1beta1', 'Rollout', '/apiVersion', 'write apiVersion: argoproj.io/v1alpha1'],
  ['argoproj.io/v1', 'Rollout', '/apiVersion', 'write apiVersion: argoproj.io/v1alpha1'],
  ['networking.istio.io/v2', 'Gateway', '/apiVersion', 'write apiVersion: networking.istio.io/v1'],
  ['v2', 'Service', '/apiVersion', 'write apiVersion: v1'],
  ['apps/v1beta1', 'Deployment', '/apiVersion', 'write apiVersion: apps/v1'],
  ['extensions/v1beta1', 'Deployment', '/apiVersion', 'write apiVersion: apps/v1'],
  ['extensions/v1beta1', 'Ingress', '/apiVersion', 'write apiVersion: networking.k8s.io/v1'],
  ['networking.k8s.io/v1beta1', 'Ingress', '/apiVersion', 'write apiVersion: networking.k8s.io/v1'],
  ['batch/v1beta1', 'CronJob', '/apiVersion', 'write apiVersion: batch/v1'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '/apiVersion', 'write apiVersion: autoscaling/v2'],
  ['policy/v1beta1', 'PodDisruptionBudget', '/apiVersion', 'write apiVersion: policy/v1'],
  ['v1', 'Deployment', '/apiVersion', 'write apiVersion: apps/v1'],
  ['apps/v1', 'Rollout', '/apiVersion', 'write apiVersion: argoproj.io/v1alpha1'],
  ['argoproj/v1alpha1', 'Rollout', '/apiVersion', 'did you mean argoproj.io/v1alpha1?'],
  ['argoproj.oi/v1alpha1', 'Application', '/apiVersion', 'did you mean argoproj.io/v1alpha1?'],
  ['app/v1', 'Deployment', '/apiVersion', 'did you mean apps/v1?'],
  ['batch/v1', 'Jobs', '/kind', 'did you mean Job?'],
  ['v1', 'Pods', '/kind', 'did you mean Pod?'],
  ['monitoring.coreos.com/v1', 'PodMonitors', '/kind', 'did you mean PodMonitor?'],
  ['monitoring.coreos.com/v1x', 'ServiceMonitor', '/apiVersion', 'write apiVersion: monitoring.coreos.com/v1'],
  ['onitoring.coreos.com/v1', 'ServiceMonitor', '/apiVersion', 'did you mean monitoring.coreos.com/v1?'],
  ['bitnami.com/1alpha1', 'SealedSecret', '/apiVersion', 'write apiVersion: bitnami.com/v1alpha1'],
  ['keda.sh/v1alpha1', 'ScaledObjects', '/kind', 'did you mean ScaledObject?'],
  ['kedas.sh/v1alpha1', 'ScaledObject', '/apiVersion', 'did you mean keda.sh/v1alpha1?'],
])('%s %s is wrong at %s: %s', (apiVersion, kind, pointer, fix) => {
  expect(kindProblem(apiVersion, kind, DEFAULT_TARGETS)).toMatchObject({ pointer, fix });
});

test('every version of a kind is named, the newest first', () => {
  expect(kindProblem('networking.istio.io/v2', 'VirtualService', DEFAULT_TARGETS)).toMatchObject({
    message: 'there is no VirtualService in networking.istio.io/v2',
    expected: 'networking.istio.io/v1 or networking.istio.io/v1beta1 or networking.istio.io/v1alpha3',
  });
});

test.each([
  ['networking.istio.io/v1', 'ServiceEntry'],
  ['networking.istio.io/v1alpha3', 'EnvoyFilter'],
  ['argoproj.io/v1alpha1', 'Workflow'],
  ['argoproj.io/v1alpha1', 'WorkflowTemplate'],
  ['argoproj.io/v1alpha1', 'RolloutManager'],
  ['argoproj.io/v1beta1', 'ArgoCD'],
  ['coordination.k8s.io/v1', 'Lease'],
  ['autoscaling/v1', 'HorizontalPodAutoscaler'],
  ['v1', 'PodTemplate'],
  ['v1', 'Node'],
  ['v1', 'ReplicationController'],
  ['apps/v1', 'ControllerRevision'],
  ['networking.k8s.io/v1', 'ServiceCIDR'],
  ['gateway.networking.k8s.io/v1alpha2', 'TLSRoute'],
  ['gateway.networking.k8s.io/v1alpha2', 'TCPRoute'],
  ['gateway.networking.k8s.io/v1alpha2', 'UDPRoute'],
  ['traefik.io/v1alpha1', 'IngressRouteTCP'],
  ['gateway.networking.k8s.io/v1alpha2', 'GRPCRoute'],
  ['external-secrets.io/v1beta1', 'ExternalSecret'],
  ['app.k8s.io/v1beta1', 'Application'],
  ['keda.sh/v1alpha1', 'ScaledObject'],
  ['keda.sh/v1', 'ScaledObject'],
  ['keda.sh/v1alpha1', 'CloudEventSource'],
  ['monitoring.coreos.com/v1beta1', 'ServiceMonitor'],
  ['monitoring.coreos.com/v1', 'Probe'],
  ['external-secrets.io/v1', 'PushSecret'],
  ['batch.volcano.sh/v1alpha1', 'Job'],
  ['argoproj/v1alpha1', 'Workflow'],
  ['networking.x-k8s.io/v1alpha1', 'Gateway'],
  ['serving.knative.dev/v1', 'Service'],
  ['constructor', 'constructor'],
  ['v1', 'constructor'],
])('%s %s may exist', (apiVersion, kind) => {
  expect(kindProblem(apiVersion, kind, DEFAULT_TARGETS)).toBeUndefined();
});
