/**
 * How Argo CD applies one object, whatever the Application says. It passes over an option that it does not know, so there are no
 * others than these.
 *
 * @see gitops-engine/pkg/sync/common/types.go in argoproj/argo-cd
 */
export class ObjectSyncOption {
  /**
   * Keeps the object when Git no longer has it. Argo CD reads this from the cluster: the option has to be applied before the object
   * leaves Git.
   */
  public static neverPrune(): ObjectSyncOption {
    return new ObjectSyncOption('Prune=false');
  }

  /** Waits for a person's consent before the object is deleted because Git no longer has it. */
  public static confirmPrune(): ObjectSyncOption {
    return new ObjectSyncOption('Prune=confirm');
  }

  /** Deletes the object, once Git no longer has it, after everything else is applied and healthy. */
  public static pruneLast(): ObjectSyncOption {
    return new ObjectSyncOption('PruneLast=true');
  }

  /** Keeps the object when the Application is deleted. */
  public static neverDelete(): ObjectSyncOption {
    return new ObjectSyncOption('Delete=false');
  }

  /** Waits for a person's consent before the object is deleted along with the Application. */
  public static confirmDelete(): ObjectSyncOption {
    return new ObjectSyncOption('Delete=confirm');
  }

  /** Lets the API server merge, or not, where the Application says otherwise. Objects over 262144 bytes, such as large CRDs, need it. */
  public static serverSideApply(enabled = true): ObjectSyncOption {
    return new ObjectSyncOption(`ServerSideApply=${enabled}`);
  }

  /** Does not try the object out while its kind is unknown, as the CRD comes with the same sync or by a controller. */
  public static skipDryRunOnMissingResource(): ObjectSyncOption {
    return new ObjectSyncOption('SkipDryRunOnMissingResource=true');
  }

  /** Applies the object although it breaks the schema of its kind. */
  public static skipValidation(): ObjectSyncOption {
    return new ObjectSyncOption('Validate=false');
  }

  /** Overwrites the object with what Git says instead of merging: what controllers and people wrote into it is lost, with every sync. */
  public static replaceInsteadOfApply(): ObjectSyncOption {
    return new ObjectSyncOption('Replace=true');
  }

  /**
   * Deletes the object and makes it again with every sync that changes it: the way to change what is immutable, as in a Job. Not for
   * what serves traffic or holds data.
   */
  public static deleteAndRecreate(): ObjectSyncOption {
    return new ObjectSyncOption('Force=true,Replace=true');
  }

  /** What it is an option of. */
  public readonly appliesTo = 'object';

  private constructor(
    /** As Argo CD reads it: `Prune=false`. */
    public readonly text: string,
  ) {}
}
