import type { ApiObject } from 'cdk8s';
import { HOOK_ANNOTATION } from '../manifests/apply-order';

/** A moment at which Argo CD runs hooks. What is no hook is applied in `Sync`. */
export type HookPhase = 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail' | 'PreDelete' | 'PostDelete';

/** Where an object has its place; `Skip` has none, as Argo CD never applies it. */
export type ObjectPhase = HookPhase | 'Skip';

/** The phases in the order in which they come. */
const PHASES: readonly HookPhase[] = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete'];

/**
 * Phases whose hooks are all started at once, whatever their waves: gitops-engine/pkg/sync/sync_context.go and controller/hook.go in
 * argoproj/argo-cd.
 */
const AT_ONCE: ReadonlySet<HookPhase> = new Set(['SyncFail', 'PreDelete', 'PostDelete']);

const HELM_HOOK = 'helm.sh/hook';
const HELM_PHASES: Readonly<Record<string, HookPhase>> = {
  'pre-install': 'PreSync', 'pre-upgrade': 'PreSync', 'post-install': 'PostSync', 'post-upgrade': 'PostSync',
  'pre-delete': 'PreDelete', 'post-delete': 'PostDelete',
};

/** Where a phase stands among the others. */
export function rankOf(phase: HookPhase): number {
  return PHASES.indexOf(phase);
}

/** Whether waves order the hooks of the phase. */
export function hasWaves(phase: HookPhase): boolean {
  return !AT_ONCE.has(phase);
}

/** What the object says of itself in an annotation, such as a manifest that somebody else wrote. */
export function ownAnnotation(object: ApiObject, name: string): string | undefined {
  const { annotations } = (object.metadata.toJson() ?? {}) as { readonly annotations?: Readonly<Record<string, unknown>> };
  const text = annotations?.[name];
  return typeof text === 'string' ? text : undefined;
}

/** The phase that an object's own annotations give it: the first of several. */
export function ownPhase(object: ApiObject): ObjectPhase {
  const said = phasesIn(ownAnnotation(object, HOOK_ANNOTATION)).filter((text): text is ObjectPhase => text === 'Skip' || isPhase(text));
  if (said.length > 0) return said.find((phase) => phase !== 'Skip') ?? 'Skip';
  return phasesIn(ownAnnotation(object, HELM_HOOK)).map((text) => HELM_PHASES[text]).find((phase) => phase !== undefined) ?? 'Sync';
}

function isPhase(text: string): text is HookPhase {
  return PHASES.some((phase) => phase === text);
}

function phasesIn(text = ''): string[] {
  return text.split(',').map((part) => part.trim());
}
