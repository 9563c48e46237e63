import type { ManifestEntry } from '../../manifests/manifest-set';
import type { Scope } from '../rule';
import { isSet, objectsField, objectField } from './rollouts/fields';
import { canaryOf, type RouterKey, trafficRoutingOf } from './rollouts/rollout-strategy';

/** ConfigMaps of Argo CD and of what belongs to it: all are called `argocd-...`, and hardly a ConfigMap is one of them. */
export const ofArgoCd: Scope = ({ id }) => id.kind === 'ConfigMap' && /^argocd-/.test(id.name);

/** ConfigMaps of Argo Rollouts: both are called `argo-rollouts-...`. */
export const ofArgoRollouts: Scope = ({ id }) => id.kind === 'ConfigMap' && /^argo-rollouts-/.test(id.name);

/** Objects with annotations. */
export const annotated: Scope = ({ manifest }) => manifest.metadata.annotations !== undefined;

/** Experiments, and Rollouts with one among their steps. */
export const withExperiments: Scope = ({ id, manifest }) => id.kind === 'Experiment'
  || objectsField(canaryOf(manifest), 'steps').some(([, step]) => objectField(step, 'experiment') !== undefined);

/** Rollouts whose traffic the router splits, whatever others they have. */
export const routedBy: Readonly<Record<RouterKey, Scope>> = {
  alb: router('alb'),
  ambassador: router('ambassador'),
  apisix: router('apisix'),
  appMesh: router('appMesh'),
  istio: router('istio'),
  nginx: router('nginx'),
  plugins: router('plugins'),
  smi: router('smi'),
  traefik: router('traefik'),
};

/** Rollouts whose traffic an Ingress splits. */
export const routedByIngress: Scope = (entry) => routedBy.nginx(entry) || routedBy.alb(entry);

function router(key: RouterKey): Scope {
  return ({ manifest }: ManifestEntry) => isSet(trafficRoutingOf(manifest), key);
}
