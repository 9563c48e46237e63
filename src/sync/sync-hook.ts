import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { HOOK_ANNOTATION } from '../manifests/apply-order';
import { lossOf } from '../manifests/losses';
import { addAnnotations } from '../render/additions';
import { failHere } from '../render/construct-error';
import { Rendering } from '../render/rendering';
import { type HookPhase, type ObjectPhase, ownAnnotations, phaseIn } from './sync-phase';

const DELETE_POLICY_ANNOTATION = 'argocd.argoproj.io/hook-delete-policy';

/** When Argo CD deletes the object of a hook. Success and failure are those of the whole sync, not of the hook. */
export type HookDeletePolicy = 'BeforeHookCreation' | 'HookSucceeded' | 'HookFailed';

/** How a hook behaves. */
export interface SyncHookOptions {
  /**
   * When the hook's objects are deleted.
   * @default ['BeforeHookCreation'] - just before the hook runs the next time
   */
  readonly deletePolicies?: readonly [HookDeletePolicy, ...HookDeletePolicy[]];
}

/** How a hook behaves that runs when the Application is deleted. */
export interface DeletionHookOptions {
  /**
   * Whether the hook's objects stay when the Application is gone, for somebody to read their logs. Delete them before the Application
   * is installed again: a hook that is there already counts as one that has run. With `cascadeDeletion` those of `preDelete` are deleted
   * with all other objects, unless they have `ObjectSyncOption.neverDelete()` too.
   * @default false
   */
  readonly keep?: boolean;
}

/**
 * Makes a construct, usually a Job, run at a point of every sync instead of being applied with the rest.
 * Hooks do not run in a rollback, in a sync of selected resources, or when Argo CD repairs drift.
 *
 * What is a hook of one phase is ordered by `SyncWaves` as other objects are; the hooks of `syncFail`, `preDelete` and `postDelete` are
 * started all at once.
 *
 * @see gitops-engine/pkg/sync/hook/hook.go in argoproj/argo-cd
 */
export class SyncHook {
  /** Runs before anything of the Application is applied: a database migration. What it needs must be there already, or be a hook too. */
  public static preSync(construct: IConstruct, options: SyncHookOptions = {}): void {
    declareHook(construct, 'PreSync', options.deletePolicies);
  }

  /**
   * Runs among what is applied, in its wave, with every sync: what an object that is applied once does not do. The waves after it
   * wait until it has ended.
   */
  public static sync(construct: IConstruct, options: SyncHookOptions = {}): void {
    declareHook(construct, 'Sync', options.deletePolicies);
  }

  /** Runs once everything is applied and healthy: a smoke test. A rollout that waits for promotion holds it back. */
  public static postSync(construct: IConstruct, options: SyncHookOptions = {}): void {
    declareHook(construct, 'PostSync', options.deletePolicies);
  }

  /** Runs when a sync has failed: a message to the people on call. */
  public static syncFail(construct: IConstruct, options: SyncHookOptions = {}): void {
    declareHook(construct, 'SyncFail', options.deletePolicies);
  }

  /**
   * Runs when the Application is deleted, before any object of it is: a last backup. As long as it fails nothing is deleted, and the
   * Application stays. Argo CD puts the finalizer that this takes on the Application itself, with the next refresh.
   *
   * @see controller/hook.go in argoproj/argo-cd
   */
  public static preDelete(construct: IConstruct, options: DeletionHookOptions = {}): void {
    declareHook(construct, 'PreDelete', afterDeletion(options));
  }

  /**
   * Runs when the Application is deleted and its objects are gone: what cleans up outside of the cluster. Without `cascadeDeletion` of the
   * Application its objects stay, and the hook runs nevertheless. As long as it fails the Application stays.
   *
   * @see controller/hook.go in argoproj/argo-cd
   */
  public static postDelete(construct: IConstruct, options: DeletionHookOptions = {}): void {
    // What holds anyway is written out for one that stays: it says that this is meant.
    declareHook(construct, 'PostDelete', afterDeletion(options) ?? ['BeforeHookCreation']);
  }

  /**
   * Lets Argo CD pass over the construct: it is not applied, and a sync neither changes nor deletes what the cluster has of it. For an
   * object of an included file that nobody wants, or that somebody else looks after. It has no place in an order.
   */
  public static skip(construct: IConstruct): void {
    declare(construct, 'Skip', { [HOOK_ANNOTATION]: 'Skip' });
  }

  private constructor() {}
}

const hooks = new WeakMap<IConstruct, { readonly phase: ObjectPhase; readonly annotations: Readonly<Record<string, string>> }>();

function declareHook(construct: IConstruct, phase: HookPhase, policies: readonly HookDeletePolicy[] | undefined): void {
  const lost = objectsBelow(construct).find((object) => lossOf(object) !== undefined);
  if (lost) {
    throw failHere(construct, `${lost.kind}/${lost.name} ${phase === 'PreDelete' || phase === 'PostDelete'
      ? `as a ${phase} hook would be there only once the Application is deleted`
      : `as a hook would be deleted and made again with every sync: ${lossOf(lost)!}`}. ` +
      'make a hook of what runs to its end, such as a Job; what has to be there first gets a wave: SyncWaves.of(chart).pin(construct, -1)');
  }
  declare(construct, phase, { [HOOK_ANNOTATION]: phase, ...(policies && { [DELETE_POLICY_ANNOTATION]: policies.join(',') }) });
}

function declare(construct: IConstruct, phase: ObjectPhase, annotations: Readonly<Record<string, string>>): void {
  const known = hooks.get(construct);
  if (known) {
    throw failHere(construct, `the construct is a ${known.phase} hook already, so it cannot become a ${phase} hook. make a second construct`);
  }
  for (const object of objectsBelow(construct)) {
    const own = ownAnnotations(object)[HOOK_ANNOTATION];
    if (own !== undefined) throw failHere(object, `the object has the annotation ${HOOK_ANNOTATION} (${own}) already, which would win. say it in one way`);
  }
  hooks.set(construct, { phase, annotations });
  // Waves are counted in each phase.
  Rendering.forget(construct);
  addAnnotations(construct, 'sync-hooks', (object) => hookOf(object)?.annotations);
}

/** The phase of an object: that of the nearest construct that is a hook, or else what its own annotations say. */
export function phaseOf(object: ApiObject, own = ownAnnotations(object)): ObjectPhase {
  return hookOf(object)?.phase ?? phaseIn(object, own);
}

/** The phase that a construct was made a hook of; undefined where the object alone says what it is. */
export function declaredPhaseOf(object: ApiObject): ObjectPhase | undefined {
  return hookOf(object)?.phase;
}

function hookOf(object: ApiObject): { readonly phase: ObjectPhase; readonly annotations: Readonly<Record<string, string>> } | undefined {
  for (let c: IConstruct | undefined = object; c; c = c.node.scope) {
    const hook = hooks.get(c);
    if (hook) return hook;
  }
  return undefined;
}

// Nothing is deleted before these are made: one that is left over from before would count as done. So they go when they have succeeded.
function afterDeletion({ keep = false }: DeletionHookOptions): readonly HookDeletePolicy[] | undefined {
  return keep ? undefined : ['HookSucceeded'];
}

function objectsBelow(construct: IConstruct): ApiObject[] {
  return construct.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
}
