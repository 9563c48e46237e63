import type { Fleet } from '../fleet/fleet';
import type { ApplicationSetGenerator, GeneratorOptions } from './application-set-generator';
import { ClusterDecisionResourceGenerator, type ClusterDecisionResourceProps } from './generators/cluster-decision-resource';
import { ClusterListGenerator } from './generators/cluster-list';
import { ClustersGenerator, type ClustersGeneratorProps, type SelectedLabel } from './generators/clusters';
import { GitDirectoriesGenerator, type GitDirectoriesProps } from './generators/git-directories';
import { GitFilesGenerator, type GitFilesProps } from './generators/git-files';
import { type ListElement, ListGenerator } from './generators/list';
import { ListFromGenerator } from './generators/list-from';
import { MatrixGenerator } from './generators/matrix';
import { MergeGenerator, type MergeProps } from './generators/merge';
import { PluginGenerator, type PluginGeneratorProps } from './generators/plugin';
import { PullRequestGenerator } from './generators/pull-request';
import type { PullRequestProps } from './generators/pull-request-props';
import { ScmProviderGenerator } from './generators/scm-provider';
import type { ScmProviderProps } from './generators/scm-provider-props';
import type { LabelRequirement } from './label-selector';
import type { ParameterList } from './parameter-list';
import { type GeneratorParameters, parametersOf } from './parameters';

/** What an ApplicationSet makes its Applications from. */
export class Generator {
  /** One Application for each element. What is in an element becomes a parameter: `{ env: 'staging', replicas: 2 }`. */
  public static list<const T extends readonly ListElement[]>(elements: T, options: GeneratorOptions = {}): ListGenerator<T[number]> {
    return new ListGenerator<T[number]>(elements, options);
  }

  /**
   * One Application for each item of a list of the first generator of a matrix: for a file that lists the components of a team,
   * `Generator.matrix(teams, (p) => Generator.listFrom(p.components))`. What is in an item becomes a parameter.
   */
  public static listFrom<E extends object>(list: ParameterList<E>, options: GeneratorOptions = {}): ListFromGenerator<E> {
    return new ListFromGenerator<E>(list, options);
  }

  /** One Application for each registered cluster that carries the labels. */
  public static clusters<
    const L extends string = never,
    const V extends string = never,
    F extends Fleet = Fleet,
    const E extends readonly LabelRequirement[] = readonly [],
  >(props: ClustersGeneratorProps<L, V, F, E> = {}): ClustersGenerator<SelectedLabel<NoInfer<L>, E, F>, NoInfer<V>> {
    // Whatever a label is selected by is a text; its type for an unknown one is a message.
    return new ClustersGenerator<SelectedLabel<L, E, F>, V>(props as ClustersGeneratorProps<string, V>);
  }

  /** One Application for all of these clusters together; the template gets the list `p.clusters`. */
  public static clusterList<const L extends string, const V extends string>(clusters: ClustersGenerator<L, V>): ClusterListGenerator<L, V> {
    return new ClusterListGenerator(clusters);
  }

  /** One Application for each folder of a repository that a pattern matches. */
  public static gitDirectories<const V extends string = never, const X extends string = never>(
    props: GitDirectoriesProps<V, X>,
  ): GitDirectoriesGenerator<V, X> {
    return new GitDirectoriesGenerator<V, X>(props);
  }

  /** One Application for each file of a repository that a pattern matches, with what stands in it as parameters. */
  public static gitFiles<C extends ListElement, const V extends string = never, const X extends string = never>(
    props: GitFilesProps<C, V, X>,
  ): GitFilesGenerator<C, V, X> {
    return new GitFilesGenerator<C, V, X>(props);
  }

  /**
   * One Application for each pair of what two generators yield. The second one may use the parameters of the first:
   * `Generator.matrix(files, (p) => Generator.clusters({ matchLabels: { env: p.env } }))`.
   */
  public static matrix<A, B>(
    first: ApplicationSetGenerator<A>,
    second: ApplicationSetGenerator<B> | ((parameters: GeneratorParameters<A>) => ApplicationSetGenerator<B>),
    options: GeneratorOptions = {},
  ): MatrixGenerator<A, B> {
    const made = typeof second === 'function' ? second(parametersOf<A>(first._examples())) : second;
    return new MatrixGenerator<A, B>(first, made, options);
  }

  /** The Applications of the first generator, with parameters that the others say differently for some of them. */
  public static merge<P, O>({ generators, mergeKeys, ...options }: MergeProps<P, O>): MergeGenerator<P> {
    return new MergeGenerator<P>(generators, mergeKeys, options);
  }

  /** One Application for each repository of an organization. */
  public static scmProvider<const V extends string = never>(props: ScmProviderProps<V>): ScmProviderGenerator<V> {
    return new ScmProviderGenerator<V>(props);
  }

  /** One Application for each open pull request of a repository. */
  public static pullRequest<const V extends string = never>(props: PullRequestProps<V>): PullRequestGenerator<V> {
    return new PullRequestGenerator<V>(props);
  }

  /** One Application for each cluster that another controller has decided on. */
  public static clusterDecisionResource<const V extends string = never, const D extends string = never>(
    props: ClusterDecisionResourceProps<V, D>,
  ): ClusterDecisionResourceGenerator<V, D> {
    return new ClusterDecisionResourceGenerator<V, D>(props);
  }

  /** One Application for each set of parameters that a service of one's own answers with. */
  public static plugin<T extends ListElement, const V extends string = never>(props: PluginGeneratorProps<T, V>): PluginGenerator<T, V> {
    return new PluginGenerator<T, V>(props);
  }

  private constructor() {}
}
