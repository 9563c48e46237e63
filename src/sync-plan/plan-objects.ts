import { compareByApplyOrder } from '../manifests/apply-order';
import { groupOf, idOf, type Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import type { CustomChecks } from './custom-checks';
import { hasHealthCheck } from './health-checks';
import { ClaimUses, holdReason } from './holds';
import { isAtDeletion, isHook, isSkipped, phasesOf, runsAtDeletion } from './hooks';
import type { PlannedHold, PlannedObject, PlannedObjects, PlannedRelease, PlannedWait, PlannedWave, SyncPhase } from './planned';
import { releaseTime } from './release-time';
import { type SyncSettings, type SyncTask, syncTasks } from './sync-task';

/** Tasks of one phase and wave. */
interface Step {
  readonly tasks: readonly SyncTask[];
  readonly place: string;
}

/** What is known of the objects of an Application beside themselves. */
export interface ObjectFacts extends SyncSettings {
  /** Whether the Application delivers nothing else. */
  readonly isComplete: boolean;
  readonly custom: CustomChecks;
}

/** What Argo CD does with the objects of one Application. */
export function planObjects(manifests: readonly Manifest[], facts: ObjectFacts): PlannedObjects {
  const { namespace, custom, isComplete } = facts;
  const planned = (manifest: Manifest, isCreatedNamespace = false): PlannedObject => {
    const id = idOf(manifest, namespace);
    const name = manifest.metadata.name ?? `${id.name}*`;
    return { ...id, name, isHook: isHook(manifest), isCreatedNamespace };
  };
  const tasks = syncTasks(manifests, facts);
  const failing = tasks.filter(({ phase }) => phase === 'SyncFail');
  const steps = stepsOf(tasks.filter(({ phase }) => phase !== 'SyncFail'));
  const isMultiStep = steps.length > 1 || failing.length > 0 || !isComplete;

  const claims = new ClaimUses(() => steps.map((step) => step.tasks.map(({ manifest }) => manifest)));
  const places = steps.map(({ place }) => place);
  const waves = steps.map(({ tasks: together }, i): PlannedWave => {
    const { phase, wave } = together[0]!;
    const isLast = isComplete && i === steps.length - 1;
    const isUngated = isLast && !together.some((task) => task.isHook);
    const waiting = isUngated ? [] : together.filter((task) => (task.isHook || isMultiStep) && isWaitedFor(task.manifest, custom));
    const reasonOf = (manifest: Manifest): string | undefined => holdReason(manifest, { step: i, claims });
    return {
      phase,
      wave,
      objects: together.map((task) => planned(task.manifest, task.isCreatedNamespace)),
      waitsFor: waiting.map(({ manifest }): PlannedWait => ({ object: planned(manifest), until: untilOf(manifest) })),
      isUngated,
      holds: waiting.flatMap(({ manifest }): PlannedHold[] => {
        const reason = reasonOf(manifest);
        return reason === undefined ? [] : [{ object: planned(manifest), reason, holds: places.slice(i + 1) }];
      }),
      releases: waiting.flatMap(({ manifest }): PlannedRelease[] => {
        // How long people take nobody knows.
        const time = reasonOf(manifest) === undefined ? releaseTime(manifest, manifests) : undefined;
        return time ? [{ object: planned(manifest), ...time }] : [];
      }),
    };
  });
  const among = (keep: (manifest: Manifest) => boolean): readonly PlannedObject[] => ordered(manifests.filter(keep), planned);
  return {
    waves,
    onFailure: failing.map(({ manifest }) => planned(manifest)),
    beforeDeletion: among((manifest) => runsAtDeletion(manifest, 'before')),
    afterDeletion: among((manifest) => runsAtDeletion(manifest, 'after')),
    skipped: among(isSkipped),
    neverApplied: among((manifest) => phasesOf(manifest).length === 0 && !isSkipped(manifest) && !isAtDeletion(manifest)),
  };
}

// Healthy means of these that they have done what they were made for.
const RUN_TO_THEIR_END = ['AnalysisRun', 'Experiment', 'Job', 'Workflow'];

function untilOf(manifest: Manifest): PlannedWait['until'] {
  if (RUN_TO_THEIR_END.includes(manifest.kind)) return 'completed';
  return manifest.kind === 'ApplicationSet' && Place.root(manifest).at('spec', 'strategy', 'type').text === 'RollingSync' ? 'stepped' : 'healthy';
}

function stepsOf(tasks: readonly SyncTask[]): readonly Step[] {
  const steps: SyncTask[][] = [];
  for (const task of tasks) {
    const last = steps.at(-1)?.[0];
    if (last && last.phase === task.phase && last.wave === task.wave) steps.at(-1)!.push(task);
    else steps.push([task]);
  }
  // A phase of one wave needs no number.
  const counts = new Map<SyncPhase, number>();
  for (const [first] of steps) counts.set(first!.phase, (counts.get(first!.phase) ?? 0) + 1);
  return steps.map((together) => {
    const { phase, wave } = together[0]!;
    return { tasks: together, place: phase === 'Sync' ? `wave ${wave}` : counts.get(phase) === 1 ? phase : `${phase} wave ${wave}` };
  });
}

function isWaitedFor(manifest: Manifest, custom: CustomChecks): boolean {
  const group = groupOf(manifest.apiVersion);
  // A Service is healthy unless it wants an address from outside.
  if (group === '' && manifest.kind === 'Service' && !custom.has(group, manifest.kind)) return Place.root(manifest).at('spec', 'type').text === 'LoadBalancer';
  return hasHealthCheck(group, manifest.kind, custom);
}

// The order of the tasks is that of the sync; hooks at deletion are created together, so it only has to be stable.
function ordered(manifests: readonly Manifest[], planned: (manifest: Manifest) => PlannedObject): readonly PlannedObject[] {
  return [...manifests].sort(compareByApplyOrder).map((manifest) => planned(manifest));
}
