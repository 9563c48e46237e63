import { InputError } from '../../manifests/input-error';

/**
 * The file in Git that new versions are written to. Paths that begin with a slash start at the top of the repository, others at the
 * folder of the source.
 */
export class WriteBackTarget {
  /** The kustomization.yaml of a folder. Without one, that of the source. */
  public static kustomization(folder?: string): WriteBackTarget {
    if (folder !== undefined && /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(folder)) {
      throw new InputError(`the target is ${JSON.stringify(folder)}. name its folder: the Image Updater finds the file in it`);
    }
    return new WriteBackTarget(folder === undefined ? 'kustomization' : `kustomization:${folder}`);
  }

  /** A file with values of a Helm chart. Without one, `values.yaml` of the source. */
  public static helmValues(file?: string): WriteBackTarget {
    if (file !== undefined && !/\.ya?ml$/.test(file)) throw new InputError(`the target is ${JSON.stringify(file)}, and no file with values. name one that ends in .yaml`);
    return new WriteBackTarget(file === undefined ? 'helmvalues' : `helmvalues:${file}`);
  }

  private constructor(
    /** What the Image Updater reads. */
    public readonly text: string,
  ) {}
}
