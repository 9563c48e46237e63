import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { HOOK_ANNOTATION } from '../manifests/apply-order';
import { addAnnotations } from '../render/additions';
import { failHere } from '../render/construct-error';

const DELETE_POLICY_ANNOTATION = 'argocd.argoproj.io/hook-delete-policy';

/** When Argo CD deletes the object of a hook. */
export type HookDeletePolicy = 'BeforeHookCreation' | 'HookSucceeded' | 'HookFailed';

/** When Argo CD runs a hook. */
export type HookPhase = 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';

/** How a hook behaves. */
export interface SyncHookOptions {
  /**
   * When the hook's objects are deleted.
   * @default ['BeforeHookCreation'] - just before the hook runs the next time
   */
  readonly deletePolicies?: readonly [HookDeletePolicy, ...HookDeletePolicy[]];
}

/**
 * Makes a construct, usually a Job, run at a point of every sync instead of being applied with the rest.
 * Hooks do not run in a rollback, in a sync of selected resources, or when Argo CD repairs drift.
 *
 * @see gitops-engine/pkg/sync/hook/hook.go in argoproj/argo-cd
 */
export class SyncHook {
  /** Runs before anything of the Application is applied: a database migration. What it needs must be there already, or be a hook too. */
  public static preSync(construct: IConstruct, options: SyncHookOptions = {}): void {
    declareHook(construct, 'PreSync', options);
  }

  /** Runs once everything is applied and healthy: a smoke test. A rollout that waits for promotion holds it back. */
  public static postSync(construct: IConstruct, options: SyncHookOptions = {}): void {
    declareHook(construct, 'PostSync', options);
  }

  /** Runs when a sync has failed: a message to the people on call. */
  public static syncFail(construct: IConstruct, options: SyncHookOptions = {}): void {
    declareHook(construct, 'SyncFail', options);
  }

  private constructor() {}
}

const SERVING: ReadonlySet<string> = new Set(['Rollout', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Ingress', 'VirtualService']);

const hooks = new WeakMap<IConstruct, Readonly<Record<string, string>>>();

function declareHook(construct: IConstruct, phase: HookPhase, options: SyncHookOptions): void {
  const objects = construct.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
  const serving = objects.find((object) => SERVING.has(object.kind));
  if (serving) {
    throw failHere(construct, `${serving.kind}/${serving.name} serves traffic, and as a hook it would be deleted and made again with every sync. ` +
      'make a hook of what runs to its end, such as a Job, and of what that needs');
  }
  const known = hooks.get(construct);
  if (known) {
    throw failHere(construct, `the construct is a ${known[HOOK_ANNOTATION]} hook already, so it cannot become a ${phase} hook. make a second construct`);
  }
  hooks.set(construct, {
    [HOOK_ANNOTATION]: phase,
    ...(options.deletePolicies && { [DELETE_POLICY_ANNOTATION]: options.deletePolicies.join(',') }),
  });
  addAnnotations(construct, 'sync-hooks', hookAnnotationsOf);
}

/** Where the phase of an object stands among those of a sync: -1 before, 0 with, 1 after what is no hook. */
export function phaseOf(object: ApiObject): -1 | 0 | 1 {
  const phase = hookAnnotationsOf(object)?.[HOOK_ANNOTATION];
  return phase === 'PreSync' ? -1 : phase === undefined || phase === 'Sync' ? 0 : 1;
}

function hookAnnotationsOf(object: ApiObject): Readonly<Record<string, string>> | undefined {
  for (let c: IConstruct | undefined = object; c; c = c.node.scope) {
    const annotations = hooks.get(c);
    if (annotations) return annotations;
  }
  return undefined;
}
