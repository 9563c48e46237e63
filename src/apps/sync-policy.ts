import type { ApplicationSpecSyncPolicy } from '../../imports/types/argo-cd/application';

/** How Argo CD applies what Git says. */
export interface SyncOptions {
  /**
   * Whether Argo CD makes the destination's namespace when it is not there. It does not delete it again.
   * @default false
   */
  readonly createNamespace?: boolean;
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
}

/** When Argo CD applies what Git says. */
export class SyncPolicy {
  /** As soon as Git changes. */
  public static automated(options: AutomatedSyncOptions = {}): SyncPolicy {
    const { prune = false, selfHeal = true } = options;
    return new SyncPolicy(
      { automated: { prune: prune || undefined, selfHeal: selfHeal || undefined } },
      // Pruning ahead of the new objects would take away what still serves.
      [...optionsOf(options), ...(prune ? ['PruneLast=true'] : [])],
    );
  }

  /** When a person asks for it. */
  public static manual(options: SyncOptions = {}): SyncPolicy {
    return new SyncPolicy({}, optionsOf(options));
  }

  private constructor(private readonly wire: ApplicationSpecSyncPolicy, private readonly options: readonly string[]) {}

  /** @internal */
  public _toKube(moreOptions: readonly string[]): ApplicationSpecSyncPolicy | undefined {
    const syncOptions = [...this.options, ...moreOptions];
    if (!this.wire.automated && syncOptions.length === 0) return undefined;
    return { ...this.wire, syncOptions: syncOptions.length > 0 ? syncOptions : undefined };
  }
}

function optionsOf(options: SyncOptions): string[] {
  return options.createNamespace ? ['CreateNamespace=true'] : [];
}
