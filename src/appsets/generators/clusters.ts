import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';

/** Which clusters a generator takes, and what it knows about them. */
export interface ClustersGeneratorProps<L extends string, V extends string> {
  /**
   * Labels of the cluster as registered with Argo CD.
   * @default - every cluster
   */
  readonly matchLabels?: Readonly<Record<L, string>>;
  /**
   * Values for the template, the same for each of these clusters.
   * @default - none
   */
  readonly values?: Readonly<Record<V, string>>;
}

/** Makes one Application for each cluster that Argo CD knows and that carries the labels. */
export class ClustersGenerator<out L extends string, out V extends string> {
  /** Labels that each of the clusters carries. */
  public readonly matchLabels: Readonly<Record<string, string>>;
  /** Values that the template gets for each of them. */
  public readonly values: Readonly<Record<string, string>>;
  // Keeps the names in the type; nothing is stored.
  declare protected readonly names: { readonly labels: L; readonly values: V };

  /** @internal */
  public constructor(props: ClustersGeneratorProps<L, V>) {
    this.matchLabels = { ...props.matchLabels };
    this.values = { ...props.values };
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const values = Object.keys(this.values).length > 0 ? this.values : undefined;
    const selector = Object.keys(this.matchLabels).length > 0 ? { matchLabels: this.matchLabels } : undefined;
    return { clusters: { selector, values } };
  }
}
