import type { ManifestEntry, ManifestSet } from './manifest-set';
import { analysisTemplateReferences, experimentReferences } from './references/analysis';
import { appMeshRouterReferences, appMeshServiceReferences } from './references/app-mesh';
import { applicationReferences, applicationSetReferences } from './references/application';
import { gatewayRouteReferences } from './references/gateway-api';
import { Place } from './references/place';
import { podReferences } from './references/pods';
import { apisixRouteReferences, ingressRouteReferences, mappingReferences, traefikServiceReferences, trafficSplitReferences } from './references/proxies';
import { type Reference, ReferenceList } from './references/reference';
import { rolloutReferences } from './references/rollout';
import {
  autoscalerReferences, destinationRuleReferences, ingressReferences, scaledObjectReferences, virtualServiceReferences,
} from './references/routing';

export type { Reference } from './references/reference';

/** Where a reference leads: to an object of the set, to one that was declared to live elsewhere, or nowhere. */
export type Resolution = { readonly entry: ManifestEntry } | 'external' | undefined;

/** An object, of which nothing more is known than what it says itself. */
export type NamingObject = Pick<ManifestEntry, 'id' | 'manifest'>;

/** Every place where an object names another one, in the order of the document. Kinds that are not known name nothing. */
export function referencesOf(entry: NamingObject): readonly Reference[] {
  let references = known.get(entry);
  if (!references) {
    references = readReferences(entry);
    known.set(entry, references);
  }
  return references;
}

/** Several rules ask for the references of one object. */
const known = new WeakMap<NamingObject, readonly Reference[]>();

function readReferences(entry: NamingObject): readonly Reference[] {
  const { group, kind, namespace } = entry.id;
  const read = READERS.get(group ? `${group}/${kind}` : kind);
  if (!read) return [];
  const list = new ReferenceList(namespace);
  read(list, Place.root(entry.manifest));
  return list.found;
}

/** Looks in the unit of the object that names, then in the other units that may be applied to the same cluster. */
export function resolve(set: ManifestSet, entry: ManifestEntry, reference: Reference): Resolution {
  const ids = [reference, ...(reference.otherKinds ?? []).map((other) => ({ ...reference, ...other }))];
  for (const id of ids) {
    const found = set.find(entry.unit, id);
    if (found) return { entry: found };
  }
  return ids.some((id) => set.isExternal(entry.unit, id)) ? 'external' : undefined;
}

type Reader = (list: ReferenceList, root: Place) => void;

const podsAt = (...path: readonly string[]): Reader => (list, root) => podReferences(list, root.at(...path));

const READERS: ReadonlyMap<string, Reader> = new Map(Object.entries<Reader>({
  'argoproj.io/Rollout': rolloutReferences,
  'argoproj.io/AnalysisTemplate': analysisTemplateReferences,
  'argoproj.io/ClusterAnalysisTemplate': analysisTemplateReferences,
  'argoproj.io/Experiment': (list, root) => experimentReferences(list, root.at('spec')),
  'argoproj.io/Application': applicationReferences,
  'argoproj.io/ApplicationSet': applicationSetReferences,
  'networking.istio.io/VirtualService': virtualServiceReferences,
  'networking.istio.io/DestinationRule': destinationRuleReferences,
  'networking.k8s.io/Ingress': ingressReferences,
  'gateway.networking.k8s.io/HTTPRoute': gatewayRouteReferences,
  'gateway.networking.k8s.io/GRPCRoute': gatewayRouteReferences,
  'gateway.networking.k8s.io/TCPRoute': gatewayRouteReferences,
  'gateway.networking.k8s.io/TLSRoute': gatewayRouteReferences,
  'getambassador.io/Mapping': mappingReferences,
  'x.getambassador.io/AmbassadorMapping': mappingReferences,
  'traefik.io/TraefikService': traefikServiceReferences,
  'traefik.io/IngressRoute': ingressRouteReferences,
  'traefik.containo.us/TraefikService': traefikServiceReferences,
  'traefik.containo.us/IngressRoute': ingressRouteReferences,
  'apisix.apache.org/ApisixRoute': apisixRouteReferences,
  'split.smi-spec.io/TrafficSplit': trafficSplitReferences,
  'appmesh.k8s.aws/VirtualService': appMeshServiceReferences,
  'appmesh.k8s.aws/VirtualRouter': appMeshRouterReferences,
  'autoscaling/HorizontalPodAutoscaler': autoscalerReferences,
  'keda.sh/ScaledObject': scaledObjectReferences,
  'apps/Deployment': podsAt('spec', 'template', 'spec'),
  'apps/StatefulSet': podsAt('spec', 'template', 'spec'),
  'apps/DaemonSet': podsAt('spec', 'template', 'spec'),
  'apps/ReplicaSet': podsAt('spec', 'template', 'spec'),
  'batch/Job': podsAt('spec', 'template', 'spec'),
  'batch/CronJob': podsAt('spec', 'jobTemplate', 'spec', 'template', 'spec'),
  Pod: podsAt('spec'),
}));
