import { HOOK_ANNOTATION } from '../manifests/apply-order';
import type { Manifest } from '../manifests/manifest';
import type { SyncPhase } from './planned';

const HELM_HOOK = 'helm.sh/hook';

const PHASES: readonly string[] = ['PreSync', 'Sync', 'PostSync', 'SyncFail'] satisfies SyncPhase[];

const HELM_PHASES: Readonly<Record<string, SyncPhase>> = {
  'pre-install': 'PreSync',
  'pre-upgrade': 'PreSync',
  'post-install': 'PostSync',
  'post-upgrade': 'PostSync',
};

/**
 * Whether the object is a hook. With an annotation of Argo CD or of Helm it is one whatever that says, except `Skip` alone and
 * `crd-install`: a test of Helm is a hook that no sync runs.
 *
 * @see gitops-engine/pkg/sync/hook/hook.go, hook/helm/hook.go in argoproj/argo-cd
 */
export function isHook(manifest: Manifest): boolean {
  const { annotations } = manifest.metadata;
  if (annotations?.[HOOK_ANNOTATION] !== undefined) return !isSkipped(manifest);
  return annotations?.[HELM_HOOK] !== undefined && annotations[HELM_HOOK] !== 'crd-install';
}

/** The phases of a sync in which the object is applied: Sync alone for what is no hook, none for what no sync applies. */
export function phasesOf(manifest: Manifest): readonly SyncPhase[] {
  if (isSkipped(manifest) || (!isHook(manifest) && isAtDeletion(manifest))) return [];
  if (!isHook(manifest)) return ['Sync'];
  return [...new Set(hookTypes(manifest).filter((type): type is SyncPhase => type !== 'Skip'))];
}

/** Whether the object runs before or after the objects of a deleted Application are deleted. */
export function runsAtDeletion(manifest: Manifest, when: 'before' | 'after'): boolean {
  const [argo, helm] = when === 'before' ? ['PreDelete', 'pre-delete'] : ['PostDelete', 'post-delete'];
  return valuesOf(manifest, HOOK_ANNOTATION).includes(argo) || valuesOf(manifest, HELM_HOOK).includes(helm);
}

/** Whether the object runs at the deletion of its Application. */
export function isAtDeletion(manifest: Manifest): boolean {
  return runsAtDeletion(manifest, 'before') || runsAtDeletion(manifest, 'after');
}

/** Whether syncs leave the object alone. */
export function isSkipped(manifest: Manifest): boolean {
  const types = hookTypes(manifest);
  return types.length === 1 && types[0] === 'Skip';
}

// Hooks of Helm count only where Argo CD knows none of its own.
function hookTypes(manifest: Manifest): ReadonlyArray<SyncPhase | 'Skip'> {
  const own = valuesOf(manifest, HOOK_ANNOTATION).filter((value): value is SyncPhase | 'Skip' => value === 'Skip' || PHASES.includes(value));
  return own.length > 0 ? own : helmPhases(manifest);
}

function helmPhases(manifest: Manifest): readonly SyncPhase[] {
  return valuesOf(manifest, HELM_HOOK).flatMap((value) => (Object.hasOwn(HELM_PHASES, value) ? [HELM_PHASES[value]!] : []));
}

function valuesOf(manifest: Manifest, annotation: string): readonly string[] {
  const text = manifest.metadata.annotations?.[annotation];
  return typeof text === 'string' ? [...new Set(text.split(',').map((value) => value.trim()).filter((value) => value !== ''))] : [];
}
