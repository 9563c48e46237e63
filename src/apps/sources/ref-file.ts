import type { RefSource } from './ref-source';

/** A file of a ref source: values of Helm, which then lie in another repository than the chart. */
export class RefFile {
  /** @internal */
  public constructor(
    /** The source that it is a file of. It has to be among the sources of the Application. */
    public readonly source: RefSource,
    /** Below the root of the repository. */
    public readonly path: string,
  ) {}

  /** As Argo CD finds it: `$values/envs/production.yaml`. */
  public toString(): string {
    return `$${this.source.ref}/${this.source.repository.pathOf(this.path)}`;
  }
}
