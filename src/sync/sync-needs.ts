import type { ApiObject } from 'cdk8s';

/**
 * What has to be applied before an object for it to come up healthy, as the object's construct knows it. A function: more
 * may be added to a construct until the synth.
 */
export type SyncNeeds = () => readonly ApiObject[];

const needs = new WeakMap<ApiObject, SyncNeeds>();

/** Says what an object needs. */
export function declareSyncNeeds(object: ApiObject, needed: SyncNeeds): void {
  needs.set(object, needed);
}

/** What the object needs before it, if its construct said so. */
export function syncNeedsOf(object: ApiObject): readonly ApiObject[] {
  return needs.get(object)?.() ?? [];
}
