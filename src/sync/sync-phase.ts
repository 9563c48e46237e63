import type { ApiObject } from 'cdk8s';
import { waveOf } from '../manifests/apply-order';
import { type DeletePhase, deletePhasesOf, SYNC_PHASES, type SyncPhase, syncPhasesOf } from '../manifests/hooks';

/** A moment at which Argo CD runs hooks. What is no hook is applied in `Sync`. */
export type HookPhase = SyncPhase | DeletePhase;

/** Where an object has its place; `Skip` has none, as Argo CD never applies it. */
export type ObjectPhase = HookPhase | 'Skip';

/** The phases in the order in which they come. */
const PHASES: readonly HookPhase[] = [...SYNC_PHASES, 'PreDelete', 'PostDelete'];

/**
 * Phases whose hooks are all started at once, whatever their waves: gitops-engine/pkg/sync/sync_context.go and controller/hook.go in
 * argoproj/argo-cd.
 */
const AT_ONCE: ReadonlySet<HookPhase> = new Set(['SyncFail', 'PreDelete', 'PostDelete']);

/** The weight of a hook of Helm, which Argo CD takes for the wave where there is none. */
export const HELM_WEIGHT = 'helm.sh/hook-weight';

/** What an object says of itself, such as a manifest that somebody else wrote. */
export type OwnAnnotations = Readonly<Record<string, string>>;

/** Where a phase stands among the others. */
export function rankOf(phase: HookPhase): number {
  return PHASES.indexOf(phase);
}

/** Whether waves order the hooks of the phase. */
export function hasWaves(phase: HookPhase): boolean {
  return !AT_ONCE.has(phase);
}

/** The annotations that were given to an object, without those that are added when it is rendered. */
export function ownAnnotations(object: ApiObject): OwnAnnotations {
  return ((object.metadata.toJson() ?? {}) as { readonly annotations?: OwnAnnotations }).annotations ?? {};
}

/** The wave that annotations give an object. */
export function waveIn({ apiVersion, kind, name }: ApiObject, annotations: OwnAnnotations): number {
  return waveOf({ apiVersion, kind, metadata: { name, annotations } });
}

/** The phase that annotations give an object: the first of several. */
export function phaseIn(object: ApiObject, annotations: OwnAnnotations): ObjectPhase {
  return phasesIn(object, annotations)[0] ?? 'Skip';
}

/** Every phase that annotations give an object. */
export function phasesIn({ apiVersion, kind, name }: ApiObject, annotations: OwnAnnotations): readonly HookPhase[] {
  const manifest = { apiVersion, kind, metadata: { name, annotations } };
  return [...syncPhasesOf(manifest), ...deletePhasesOf(manifest)];
}
