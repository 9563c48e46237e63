import { compareText, kindRank, waveOf } from '../manifests/apply-order';
import { groupOf, type Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import { isHook, phasesOf } from './hooks';
import type { SyncPhase } from './planned';

/** One object in one phase of a sync. */
export interface SyncTask {
  readonly manifest: Manifest;
  readonly isHook: boolean;
  readonly isCreatedNamespace: boolean;
  readonly phase: SyncPhase;
  readonly wave: number;
}

/** What Argo CD is told about the objects of an Application. */
export interface SyncSettings {
  /** Namespace of objects that name none. */
  readonly namespace: string;
  /** Whether `CreateNamespace=true` is set. */
  readonly createsNamespace: boolean;
}

const PHASES: readonly SyncPhase[] = ['PreSync', 'Sync', 'PostSync', 'SyncFail'];

/**
 * What Argo CD does in a sync, in its order. Objects whose order is undefined there, as all that decides are phase, wave, kind and name,
 * are ordered by kind, group and namespace.
 *
 * @see gitops-engine/pkg/sync/sync_context.go (getSyncTasks), sync_tasks.go (Sort) in argoproj/argo-cd
 */
export function syncTasks(manifests: readonly Manifest[], { namespace, createsNamespace }: SyncSettings): readonly SyncTask[] {
  const tasks = manifests.flatMap((manifest) => phasesOf(manifest).map((phase): SyncTask =>
    ({ manifest, isHook: isHook(manifest), isCreatedNamespace: false, phase, wave: waveOf(manifest) })));
  const isThere = manifests.some((manifest) => isNamespace(manifest) && !isHook(manifest) && manifest.metadata.name === namespace);
  if (createsNamespace && namespace !== '' && !isThere) {
    const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    tasks.push({ manifest, isHook: false, isCreatedNamespace: true, phase: 'PreSync', wave: 0 });
  }
  tasks.sort(compareTasks);
  const withNamespaces = neededFirst(tasks, {
    provides: ({ manifest }) => (isNamespace(manifest) ? manifest.metadata.name : undefined),
    // Argo CD writes the namespace of the Application into every object that names none, even into those that know no namespaces.
    needs: ({ manifest, isCreatedNamespace }) => manifest.metadata.namespace || (isCreatedNamespace ? '' : namespace),
  });
  return neededFirst(withNamespaces, {
    provides: ({ manifest }) => providedKind(manifest),
    needs: ({ manifest }) => `${groupOf(manifest.apiVersion)}/${manifest.kind}`,
  });
}

function compareTasks(a: SyncTask, b: SyncTask): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase)
    || a.wave - b.wave
    || kindRank(a.manifest.kind) - kindRank(b.manifest.kind)
    || compareText(a.manifest.metadata.name ?? '', b.manifest.metadata.name ?? '')
    || compareText(a.manifest.kind, b.manifest.kind)
    || compareText(a.manifest.apiVersion, b.manifest.apiVersion)
    || compareText(a.manifest.metadata.namespace ?? '', b.manifest.metadata.namespace ?? '');
}

interface Needs {
  /** What others may need of the task. */
  readonly provides: (task: SyncTask) => string | undefined;
  /** What the task needs, `''` for nothing. */
  readonly needs: (task: SyncTask) => string;
}

/** Moves what is needed in front of the first that needs it, into that one's phase and wave. */
function neededFirst(tasks: readonly SyncTask[], { provides, needs }: Needs): readonly SyncTask[] {
  const ordered: SyncTask[] = [];
  const firstBy = new Map<string, SyncTask>();
  for (const task of tasks) {
    const provided = provides(task);
    const first = provided === undefined ? undefined : firstBy.get(provided);
    if (first) {
      ordered.splice(ordered.indexOf(first), 0, { ...task, phase: first.phase, wave: first.wave });
      continue;
    }
    ordered.push(task);
    const needed = provided === undefined ? needs(task) : '';
    if (needed !== '' && !firstBy.has(needed)) firstBy.set(needed, task);
  }
  return ordered;
}

function isNamespace({ apiVersion, kind }: Manifest): boolean {
  return kind === 'Namespace' && groupOf(apiVersion) === '';
}

function providedKind(manifest: Manifest): string | undefined {
  if (manifest.kind !== 'CustomResourceDefinition' || groupOf(manifest.apiVersion) !== 'apiextensions.k8s.io') return undefined;
  const spec = Place.root(manifest).at('spec');
  return `${spec.at('group').text}/${spec.at('names', 'kind').text}`;
}
