import { InputError } from '../manifests/input-error';
import { isLabelKey, isLabelValue } from '../manifests/labels';

/** Labels and annotations of the namespace that Argo CD makes. */
export interface ManagedNamespace {
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** In what order objects go that belong to each other: the owned ones first, the owner first, or the owner alone. */
export type PropagationPolicy = 'foreground' | 'background' | 'orphan';

/**
 * How Argo CD applies the objects of an Application. It passes over an option that it does not know, so there are no others than
 * these. Single objects have theirs: `ObjectSyncOption`.
 *
 * @see pkg/apis/application/v1alpha1/types.go (SyncOptions) in argoproj/argo-cd
 */
export class SyncOption {
  /**
   * Makes the namespace of the destination when it is not there, with these labels and annotations, which Argo CD keeps. It does not
   * delete the namespace again.
   */
  public static createNamespace(namespace: ManagedNamespace = {}): SyncOption {
    const { labels, annotations } = namespace;
    for (const [key, value] of Object.entries(labels ?? {})) refuseUnless(isLabelKey(key) && isLabelValue(value), 'label', key, value);
    for (const [key, value] of Object.entries(annotations ?? {})) refuseUnless(isLabelKey(key.toLowerCase()), 'annotation', key, value);
    return new SyncOption('CreateNamespace=true', labels || annotations ? { labels, annotations } : undefined);
  }

  /** Lets the API server merge. Large objects, which client-side apply cannot annotate, and shared ones need it. */
  public static serverSideApply(): SyncOption {
    return new SyncOption('ServerSideApply=true');
  }

  /** Leaves field managers of former client-side applies as they are. Only with `serverSideApply`. */
  public static noClientSideApplyMigration(): SyncOption {
    return new SyncOption('ClientSideApplyMigration=false');
  }

  /** Applies only what differs: fewer calls, and what is in sync is left alone. */
  public static applyOutOfSyncOnly(): SyncOption {
    return new SyncOption('ApplyOutOfSyncOnly=true');
  }

  /**
   * Leaves ignored fields of objects that exist as they are, also when the object is applied. An ignored field inside a list keeps the
   * whole list as it is, and what Git changes there is not applied.
   */
  public static respectIgnoreDifferences(): SyncOption {
    return new SyncOption('RespectIgnoreDifferences=true');
  }

  /**
   * Deletes what Git no longer has after everything else is applied and healthy. `SyncPolicy.automated({ prune: true })` has it
   * already.
   */
  public static pruneLast(): SyncOption {
    return new SyncOption('PruneLast=true');
  }

  /** In what order objects are deleted that own others. Argo CD does it in the foreground when nothing is said. */
  public static prunePropagationPolicy(policy: PropagationPolicy): SyncOption {
    return new SyncOption(`PrunePropagationPolicy=${policy}`);
  }

  /** Never deletes an object because Git no longer has it. */
  public static neverPrune(): SyncOption {
    return new SyncOption('Prune=false');
  }

  /** Waits for a person's consent before it deletes objects that Git no longer has. */
  public static confirmPrune(): SyncOption {
    return new SyncOption('Prune=confirm');
  }

  /** Keeps the objects when the Application is deleted. */
  public static neverDelete(): SyncOption {
    return new SyncOption('Delete=false');
  }

  /** Waits for a person's consent before it deletes the objects along with the Application. */
  public static confirmDelete(): SyncOption {
    return new SyncOption('Delete=confirm');
  }

  /** Refuses the sync when another Application has one of the objects. */
  public static failOnSharedResource(): SyncOption {
    return new SyncOption('FailOnSharedResource=true');
  }

  /** Does not try objects out whose kind is unknown yet, as their CRD comes with the same sync or by a controller. */
  public static skipDryRunOnMissingResource(): SyncOption {
    return new SyncOption('SkipDryRunOnMissingResource=true');
  }

  /** Applies objects that break the schema of their kind: `kubectl apply --validate=false`. */
  public static skipValidation(): SyncOption {
    return new SyncOption('Validate=false');
  }

  /**
   * Overwrites every object with what Git says instead of merging: what controllers and people wrote into it is lost, with every sync.
   * For a single object that needs it there is `ObjectSyncOption.replaceInsteadOfApply`.
   */
  public static replaceEverythingInsteadOfApply(): SyncOption {
    return new SyncOption('Replace=true');
  }

  /** What it is an option of. */
  public readonly appliesTo = 'application';

  private constructor(
    /** As Argo CD reads it: `ServerSideApply=true`. */
    public readonly text: string,
    /** @internal */
    public readonly _namespace?: ManagedNamespace,
  ) {}
}

// Parameters of an ApplicationSet may stand anywhere.
function refuseUnless(isRight: boolean, what: string, key: string, value: string): void {
  if (isRight || `${key}${value}`.includes('{{')) return;
  throw new InputError(`the ${what} ${JSON.stringify(key)}: ${JSON.stringify(value)} of the namespace is one that Kubernetes refuses. ` +
    'keys and labels have up to 63 letters, digits, "-", "_" and "."');
}
