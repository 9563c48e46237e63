import { HOOK_ANNOTATION } from './apply-order';
import type { Manifest } from './manifest';

/** The annotation of Helm that Argo CD reads where its own says nothing. */
export const HELM_HOOK_ANNOTATION = 'helm.sh/hook';

/** A part of a sync, in their order. `SyncFail` runs only when the sync has failed. */
export type SyncPhase = 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';

/** When hooks run that belong to the deletion of an Application. */
export type DeletePhase = 'PreDelete' | 'PostDelete';

/** The parts of a sync, in their order. */
export const SYNC_PHASES: readonly SyncPhase[] = ['PreSync', 'Sync', 'PostSync', 'SyncFail'];

/** Hooks of Helm, and the parts of a sync that Argo CD runs them in. */
export const HELM_PHASES: ReadonlyMap<string, SyncPhase> = new Map([
  ['pre-install', 'PreSync'],
  ['pre-upgrade', 'PreSync'],
  ['post-install', 'PostSync'],
  ['post-upgrade', 'PostSync'],
]);

/**
 * The parts of a sync in which Argo CD applies an object: `Sync` alone for what is no hook, none for what it never applies.
 *
 * @see gitops-engine/pkg/sync/hook/hook.go in argoproj/argo-cd
 */
export function syncPhasesOf(manifest: Manifest): readonly SyncPhase[] {
  const own = annotationOf(manifest, HOOK_ANNOTATION);
  const helm = annotationOf(manifest, HELM_HOOK_ANNOTATION);
  if (own === undefined && (helm === undefined || helm === 'crd-install')) return NO_HOOK;
  const types = new Set(hookTokens(own).filter((token) => token === 'Skip' || isSyncPhase(token)));
  // With any other phase beside it, Skip is not heeded.
  if (types.size === 1 && types.has('Skip')) return [];
  const phases = types.size > 0 ? types : new Set<string | undefined>(hookTokens(helm).map((token) => HELM_PHASES.get(token)));
  return SYNC_PHASES.filter((phase) => phases.has(phase));
}

/**
 * When Argo CD runs an object at the deletion of its Application; never, unless it is a hook for that.
 *
 * @see controller/hook.go in argoproj/argo-cd
 */
export function deletePhasesOf(manifest: Manifest): readonly DeletePhase[] {
  const own = annotationOf(manifest, HOOK_ANNOTATION);
  const helm = annotationOf(manifest, HELM_HOOK_ANNOTATION);
  if (own === undefined && helm === undefined) return [];
  const [tokens, helmTokens] = [hookTokens(own), hookTokens(helm)];
  return DELETE_PHASES.filter(([phase, token]) => tokens.includes(phase) || helmTokens.includes(token)).map(([phase]) => phase);
}

/** Whether an object is a hook, or is skipped: it is then no part of what Argo CD keeps in sync. */
export function isHook(manifest: Manifest): boolean {
  return syncPhasesOf(manifest) !== NO_HOOK;
}

/** The entries of a hook annotation, as Argo CD reads them: trimmed, empty ones left out. */
export function hookTokens(annotation: unknown): string[] {
  return (typeof annotation === 'string' ? annotation : '').split(',').map((token) => token.trim()).filter((token) => token !== '');
}

const NO_HOOK: readonly SyncPhase[] = ['Sync'];

const DELETE_PHASES: ReadonlyArray<readonly [DeletePhase, string]> = [['PreDelete', 'pre-delete'], ['PostDelete', 'post-delete']];

function annotationOf(manifest: Manifest, name: string): string | undefined {
  const value: unknown = manifest.metadata.annotations?.[name];
  return typeof value === 'string' ? value : undefined;
}

function isSyncPhase(token: string): boolean {
  return (SYNC_PHASES as readonly string[]).includes(token);
}
