import { ClustersGenerator, type ClustersGeneratorProps } from './generators/clusters';

/** What an ApplicationSet makes its Applications from. */
export class Generator {
  /** One Application for each registered cluster that carries the labels. */
  public static clusters<const L extends string = never, const V extends string = never>(
    props: ClustersGeneratorProps<L, V> = {},
  ): ClustersGenerator<L, V> {
    return new ClustersGenerator(props);
  }

  private constructor() {}
}
