import type { ObjectId } from '../manifests/manifest';

/** When Argo CD applies an object that is no hook at deletion. */
export type SyncPhase = 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';

/** An object of a plan. */
export interface PlannedObject extends ObjectId {
  /** Whether it is a hook: applied anew with every sync, and waited for even in the last wave. */
  readonly isHook: boolean;
  /** Whether no manifest of it exists: the namespace that `CreateNamespace=true` makes if it is not there. */
  readonly isCreatedNamespace: boolean;
}

/** An object that Argo CD waits for. */
export interface PlannedWait {
  /** One of the objects of the wave. */
  readonly object: PlannedObject;
  /** What it waits for: that the object is healthy, has run to its end, or, a set, has synced the Applications of its last step. */
  readonly until: 'healthy' | 'completed' | 'stepped';
}

/** An object that may never become healthy, where something waits for it. */
export interface PlannedHold {
  /** One of the objects of the wave. */
  readonly object: PlannedObject;
  /** Why, in words: `an update pauses at 20 % until somebody promotes it`. */
  readonly reason: string;
  /** What waits meanwhile: `wave 2`, `PostSync`. Empty where nothing comes after: then the sync itself does not end. */
  readonly holds: readonly string[];
}

/** An update that takes its time, where the sync waits for it. */
export interface PlannedRelease {
  /** The Rollout. */
  readonly object: PlannedObject;
  /** Seconds of its pauses and checks, as far as they are known. The time that its pods need to start comes on top. */
  readonly seconds: number;
  /** Whether it takes longer than that: a plugin decides, or a check whose template is not among the objects. */
  readonly isAtLeast: boolean;
}

/** The objects that Argo CD applies together, and what has to be true before it goes on. */
export interface PlannedWave {
  /** The phase of the sync that the wave belongs to. */
  readonly phase: SyncPhase;
  /** Its number, from the annotation `argocd.argoproj.io/sync-wave`: lower ones come first in a phase. */
  readonly wave: number;
  /** In the order in which they are applied: those of one kind at the same time. */
  readonly objects: readonly PlannedObject[];
  /**
   * What Argo CD waits for before it applies the next wave, or ends the sync; a degraded one ends the sync with an error. Objects without
   * a health check count as done at once.
   */
  readonly waitsFor: readonly PlannedWait[];
  /** Whether the sync counts as successful as soon as this wave is applied, healthy or not. So it is with the last wave, without hooks. */
  readonly isUngated: boolean;
  /** What can hold up the sync here. */
  readonly holds: readonly PlannedHold[];
  /**
   * Updates that the sync waits for, those aside that a person promotes. While it does, Argo CD starts no other sync: what is pushed in
   * the meantime, a revert too, is applied afterwards.
   */
  readonly releases: readonly PlannedRelease[];
}

/** What Argo CD does with objects that are taken out of Git: nothing, or deleting them in reverse order, or after everything else. */
export type PlannedPruning = 'kept' | 'reversed' | 'last';

/** What Argo CD does with the objects of one Application. What is not known here may come between them, or after the last. */
export interface PlannedObjects {
  /** The waves of a sync in their order: PreSync, Sync, PostSync. */
  readonly waves: readonly PlannedWave[];
  /** Hooks that run when a sync has failed, all of them together: they have no waves. */
  readonly onFailure: readonly PlannedObject[];
  /** Hooks that run before the objects of a deleted Application are deleted, all of them together. */
  readonly beforeDeletion: readonly PlannedObject[];
  /** Hooks that run once they are deleted. */
  readonly afterDeletion: readonly PlannedObject[];
  /** Objects that are to be left alone: those with the hook `Skip`. */
  readonly skipped: readonly PlannedObject[];
  /** Hooks that no sync runs, as Argo CD knows none of their phases: `presync`, or `test` of Helm. */
  readonly neverApplied: readonly PlannedObject[];
}

/** Settings that waiting relies on, where an Application among the objects brings them: before its first sync nobody waits. */
export interface LateSettings {
  /** What is not waited for until then: that an Application is healthy, or that an ApplicationSet has gone through its steps. */
  readonly until: 'healthy' | 'stepped';
  /** The ConfigMap of Argo CD that has to say it: `argocd-cm`. */
  readonly configMap: string;
  /** The object, an Application or an ApplicationSet, by which it comes. */
  readonly broughtBy: PlannedObject;
}

/** An Application, or a folder or other objects that no Application here delivers and that stand for themselves. */
export interface PlannedApplication extends PlannedObjects {
  /** What it is: an `Application`, or a `folder` or other `objects` that stand for themselves. */
  readonly type: 'Application' | 'folder' | 'objects';
  /** The name of the Application, the folder, or what `SyncPlan.of` was told. Of a generated one with its braces where it is not known. */
  readonly name: string;
  /** The Application that applies this one, or the ApplicationSet that makes it: `Application/platform`. Absent when nobody here does. */
  readonly deliveredBy?: string;
  /** How many Applications it stands for: one, one that may not be there, or any number of the same shape, as a set makes them. */
  readonly count: 'one' | 'perhaps' | 'any';
  /** What it delivers: folders of the output, and in words what is not known here: `chart istiod 1.30.3`. */
  readonly sources: readonly string[];
  /** Those of `sources` whose objects are not known here. */
  readonly unknown: readonly string[];
  /** The cluster that it delivers to, by name where that is known; `''` while nobody has said. */
  readonly cluster: string;
  /** Namespace of objects that name none, `''` while nobody has said. */
  readonly namespace: string;
  /** Who starts its syncs: Argo CD, the steps of its ApplicationSet, or a person. */
  readonly startedBy: 'Argo CD' | 'steps' | 'a person';
  /** What becomes of objects that are taken out of Git. */
  readonly pruning: PlannedPruning;
  /** Settings that its own waves rely on and that come only with them. Empty where Argo CD has them before, as far as is known here. */
  readonly lateSettings: readonly LateSettings[];
  /** Whether only what differs is applied. Then the last wave with a difference is the one that nothing waits for. */
  readonly appliesDifferencesOnly: boolean;
}

/** One step of a RollingSync. */
export interface PlannedStep {
  /** Names of the Applications, in order. All of them are healthy before the next step starts. */
  readonly applications: readonly string[];
  /** How many of them are synced at a time, a number or a percentage; absent for all. */
  readonly maxUpdate?: number | string;
}

/** An ApplicationSet and the order of what it makes. */
export interface PlannedApplicationSet {
  /** The name of the ApplicationSet. */
  readonly name: string;
  /** The Application that applies it: `Application/platform`. Absent when nobody here does. */
  readonly deliveredBy?: string;
  /** Empty without a RollingSync: then its Applications have no order. */
  readonly steps: readonly PlannedStep[];
  /** Applications in no step. With steps they are never synced. */
  readonly inNoStep: readonly string[];
  /** Applications whose step depends on what is not known. */
  readonly inUnknownStep: readonly string[];
  /** Why it may make other Applications than those that are known: `no clusters are declared`. */
  readonly unknown: readonly string[];
  /** Why its controller gives up on all of it. */
  readonly problems: readonly string[];
}
