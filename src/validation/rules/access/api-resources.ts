/**
 * What the API server of Kubernetes serves by itself, as roles name it: the resources of each group, those that went in the last years too.
 *
 * @see staging/src/k8s.io/api in kubernetes/kubernetes
 */
const BUILT_IN: Readonly<Record<string, string>> = {
  '': 'bindings componentstatuses configmaps endpoints events limitranges namespaces nodes persistentvolumeclaims persistentvolumes pods podtemplates '
    + 'replicationcontrollers resourcequotas secrets serviceaccounts services '
    // Not served as objects, and asked for when somebody acts for another.
    + 'groups users uids',
  'admissionregistration.k8s.io': 'mutatingadmissionpolicies mutatingadmissionpolicybindings mutatingwebhookconfigurations validatingadmissionpolicies '
    + 'validatingadmissionpolicybindings validatingwebhookconfigurations',
  'apiextensions.k8s.io': 'customresourcedefinitions',
  'apiregistration.k8s.io': 'apiservices',
  apps: 'controllerrevisions daemonsets deployments replicasets statefulsets',
  'authentication.k8s.io': 'selfsubjectreviews tokenreviews userextras uids users groups',
  'authorization.k8s.io': 'localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews subjectaccessreviews',
  autoscaling: 'horizontalpodautoscalers',
  batch: 'cronjobs jobs',
  'certificates.k8s.io': 'certificatesigningrequests clustertrustbundles podcertificaterequests signers',
  'coordination.k8s.io': 'leasecandidates leases',
  'discovery.k8s.io': 'endpointslices',
  'events.k8s.io': 'events',
  extensions: 'daemonsets deployments ingresses networkpolicies podsecuritypolicies replicasets replicationcontrollers',
  'flowcontrol.apiserver.k8s.io': 'flowschemas prioritylevelconfigurations',
  'internal.apiserver.k8s.io': 'storageversions',
  'metrics.k8s.io': 'nodes pods',
  'networking.k8s.io': 'clustercidrs ingressclasses ingresses ipaddresses networkpolicies servicecidrs',
  'node.k8s.io': 'runtimeclasses',
  policy: 'poddisruptionbudgets podsecuritypolicies',
  'rbac.authorization.k8s.io': 'clusterrolebindings clusterroles rolebindings roles',
  'resource.k8s.io': 'devicetaintrules deviceclasses resourceclaims resourceclaimtemplates resourceslices',
  'scheduling.k8s.io': 'priorityclasses podgroups workloads',
  'storage.k8s.io': 'csidrivers csinodes csistoragecapacities storageclasses volumeattachments volumeattributesclasses',
  'storagemigration.k8s.io': 'storageversionmigrations',
};

/** Groups of others that roles beside a rollout name. They may serve more than is listed. */
const OF_OTHERS: Readonly<Record<string, string>> = {
  'apisix.apache.org': 'apisixroutes apisixupstreams',
  'appmesh.k8s.aws': 'virtualnodes virtualrouters virtualservices',
  'argoproj.io': 'analysisruns analysistemplates applications applicationsets appprojects clusteranalysistemplates clusterworkflowtemplates cronworkflows '
    + 'eventbus eventsources experiments imageupdaters rollouts sensors workflows workflowtemplates',
  'bitnami.com': 'sealedsecrets',
  'cert-manager.io': 'certificaterequests certificates clusterissuers issuers',
  'external-secrets.io': 'clusterexternalsecrets clustersecretstores externalsecrets secretstores',
  'gateway.networking.k8s.io': 'backendtlspolicies gatewayclasses gateways grpcroutes httproutes referencegrants tcproutes tlsroutes udproutes',
  'getambassador.io': 'ambassadormappings mappings',
  'keda.sh': 'clustertriggerauthentications scaledjobs scaledobjects triggerauthentications',
  'monitoring.coreos.com': 'alertmanagerconfigs alertmanagers podmonitors probes prometheuses prometheusrules servicemonitors',
  'networking.istio.io': 'destinationrules envoyfilters gateways proxyconfigs serviceentries sidecars virtualservices workloadentries workloadgroups',
  'security.istio.io': 'authorizationpolicies peerauthentications requestauthentications',
  'split.smi-spec.io': 'trafficsplits',
  'traefik.containo.us': 'ingressroutes middlewares serverstransports tlsoptions tlsstores traefikservices',
  'traefik.io': 'ingressroutes middlewares serverstransports tlsoptions tlsstores traefikservices',
  'x.getambassador.io': 'ambassadormappings mappings',
};

/** What can be asked of a part of an object, as `pods/log`. */
const PARTS: Readonly<Record<string, string>> = {
  certificatesigningrequests: 'approval status',
  customresourcedefinitions: 'status',
  daemonsets: 'status',
  deployments: 'rollback scale status',
  horizontalpodautoscalers: 'status',
  ingresses: 'status',
  jobs: 'status',
  namespaces: 'finalize status',
  nodes: 'checkpoint configz healthz log metrics pods proxy spec stats status',
  persistentvolumeclaims: 'status',
  persistentvolumes: 'status',
  poddisruptionbudgets: 'status',
  pods: 'attach binding ephemeralcontainers eviction exec log portforward proxy resize status',
  replicasets: 'scale status',
  resourcequotas: 'status',
  rollouts: 'finalizers scale status',
  serviceaccounts: 'token',
  services: 'proxy status',
  statefulsets: 'scale status',
};

/** Verbs that the API server asks for, and those that some resources have of their own. */
export const VERBS: readonly string[] = [
  'approve', 'attest', 'bind', 'create', 'delete', 'deletecollection', 'escalate', 'get', 'impersonate', 'list', 'patch', 'proxy', 'redirect', 'sign', 'update', 'use', 'watch',
];

/** Groups that Kubernetes itself serves, with their resources. */
export const BUILT_IN_GROUPS = tableOf(BUILT_IN);

/** Groups of others, with resources of which it is known that they have them. */
export const KNOWN_GROUPS = tableOf({ ...BUILT_IN, ...OF_OTHERS });

/** What is known to be a part of an object of a resource; undefined where nobody has listed it. Controllers ask for `finalizers` of any. */
export function partsOf(resource: string): readonly string[] | undefined {
  const parts = Object.hasOwn(PARTS, resource) ? PARTS[resource] : undefined;
  return parts === undefined ? undefined : [...parts.split(' '), 'finalizers'];
}

function tableOf(groups: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(groups).map(([group, resources]) => [group, resources.split(' ')]));
}
