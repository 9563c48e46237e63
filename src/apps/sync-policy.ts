import type { ApplicationSpecSyncPolicy } from '../../imports/types/argo-cd/application';
import { InputError } from '../manifests/input-error';
import type { Retry } from './retry';
import type { SyncOption } from './sync-option';

/** How Argo CD applies what Git says. */
export interface SyncOptions {
  /**
   * Whether Argo CD makes the destination's namespace when it is not there. It does not delete it again. With labels or annotations:
   * `SyncOption.createNamespace`.
   * @default false
   */
  readonly createNamespace?: boolean;
  /**
   * How objects are applied, pruned and deleted.
   * @default - as `kubectl apply` does
   */
  readonly syncOptions?: readonly SyncOption[];
  /**
   * What happens when a sync fails.
   * @default - Argo CD tries again 5 times what it started itself, after 5 seconds at first and at most 3 minutes later
   */
  readonly retry?: Retry;
}

/** How much Argo CD does by itself. */
export interface AutomatedSyncOptions extends SyncOptions {
  /**
   * Whether objects that disappear from Git are deleted from the cluster, last of all.
   * @default false
   */
  readonly prune?: boolean;
  /**
   * Whether changes made in the cluster by hand are undone.
   * @default true
   */
  readonly selfHeal?: boolean;
  /**
   * Whether pruning may leave nothing: a folder that is suddenly empty then deletes everything.
   * @default false
   */
  readonly allowEmpty?: boolean;
  /**
   * Whether Argo CD acts. With false the rest of the policy stays written down, and nothing happens by itself.
   * @default true
   */
  readonly enabled?: boolean;
}

/**
 * When Argo CD applies what Git says.
 *
 * @see pkg/apis/application/v1alpha1/types.go (SyncPolicy) in argoproj/argo-cd
 */
export class SyncPolicy {
  /** As soon as Git changes. */
  public static automated(options: AutomatedSyncOptions = {}): SyncPolicy {
    const { prune = false, selfHeal = true, allowEmpty = false, enabled = true } = options;
    if (allowEmpty && !prune) throw new InputError('allowEmpty says what pruning may do, and nothing is pruned. pass prune: true, or leave allowEmpty out');
    const automated = {
      prune: prune || undefined, selfHeal: selfHeal || undefined, allowEmpty: allowEmpty || undefined, enabled: enabled ? undefined : false,
    };
    // Pruning ahead of the new objects would take away what still serves.
    return new SyncPolicy({ automated }, options, prune ? ['PruneLast=true'] : []);
  }

  /** When a person asks for it. */
  public static manual(options: SyncOptions = {}): SyncPolicy {
    return new SyncPolicy({}, options, []);
  }

  private readonly wire: ApplicationSpecSyncPolicy;
  private readonly options: readonly string[];

  private constructor(automated: Pick<ApplicationSpecSyncPolicy, 'automated'>, options: SyncOptions, implied: readonly string[]) {
    const { createNamespace = false, syncOptions = [], retry } = options;
    this.options = [...createNamespace ? ['CreateNamespace=true'] : [], ...syncOptions.map(({ text }) => text), ...implied];
    refuseContradictions(this.options);
    this.wire = {
      ...automated,
      managedNamespaceMetadata: syncOptions.find(({ _namespace }) => _namespace)?._namespace,
      retry: retry?._toKube(),
    };
  }

  /** @internal */
  public _toKube(moreOptions: readonly string[]): ApplicationSpecSyncPolicy | undefined {
    const syncOptions = [...new Set([...this.options, ...moreOptions])];
    const { automated, managedNamespaceMetadata, retry } = this.wire;
    if (!automated && !retry && syncOptions.length === 0) return undefined;
    return { automated, managedNamespaceMetadata, retry, syncOptions: syncOptions.length > 0 ? syncOptions : undefined };
  }
}

function refuseContradictions(options: readonly string[]): void {
  for (const [i, option] of options.entries()) {
    const [name = ''] = option.split('=');
    const other = options.slice(0, i).find((earlier) => earlier !== option && earlier.startsWith(`${name}=`));
    if (other) throw new InputError(`the sync options say both ${other} and ${option}. keep one of the two`);
  }
}
