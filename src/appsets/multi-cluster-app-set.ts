import { ApiObject, type ApiObjectMetadata, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { ApplicationSet } from '../../imports/types/argo-cd/application-set';
import { adopt } from '../app/adopt';
import { deliveredTo, folderOf } from '../app/units';
import { derivedDifferences } from '../apps/derived-differences';
import type { Destination } from '../apps/destination';
import type { IgnoredDifference } from '../apps/ignored-difference';
import type { Source } from '../apps/source';
import { SyncPolicy } from '../apps/sync-policy';
import { isWrittenTo } from '../fleet/written-repositories';
import { type IgnoreDifference, mergeIgnoreDifferences } from '../ownership/ignore-difference';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { Rendering } from '../render/rendering';
import { type AnyClustersGenerator, type ClusterParameters, clusterParameters, expandFor, isTemplated, namesTheCluster } from './cluster-parameters';
import { type RollingSyncStep, rollingSyncProblem, rollingSyncToKube } from './rolling-sync';

/** The Application that is made for each cluster. Its texts may contain parameters. */
export interface ApplicationTemplate {
  /** Name of the Application; it has to differ from cluster to cluster: `web-${p.nameNormalized}`. */
  readonly name: string;
  /**
   * Labels of the Application, which RollingSync selects by.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  readonly source: Source;
  readonly destination: Destination;
  /**
   * The AppProject that it belongs to.
   * @default 'default'
   */
  readonly project?: string;
  /**
   * When Argo CD applies what Git says. With RollingSync, the ApplicationSet controller starts the syncs itself.
   * @default SyncPolicy.automated()
   */
  readonly syncPolicy?: SyncPolicy;
  /**
   * More fields to ignore, beside those that controllers write into the objects of the charts.
   * @default - none
   */
  readonly ignoreDifferences?: readonly IgnoredDifference[];
}

/** One generator or more; each may know other labels and values. */
export type ClustersGenerators = readonly [AnyClustersGenerator, ...AnyClustersGenerator[]];

/** What a `MultiClusterAppSet` is made of. */
export interface MultiClusterAppSetProps<G extends ClustersGenerators> {
  readonly generators: G;
  /** The Application for a cluster. A parameter that a generator does not provide does not compile. */
  readonly template: (parameters: ClusterParameters<G[number]>) => ApplicationTemplate;
  /**
   * Groups of Applications, one synced after the other. The ApplicationSet controller needs progressive syncs switched on
   * (`--enable-progressive-syncs`), or it ignores the groups.
   * @default - all at once
   */
  readonly rollingSync?: readonly [RollingSyncStep, ...RollingSyncStep[]];
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the namespace from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * The same Application on many clusters. The path of its source is checked: when this app writes the repository, each folder
 * that the template can name has to be one that it writes.
 *
 * @see applicationset/generators/cluster.go in argoproj/argo-cd
 */
export class MultiClusterAppSet<const G extends ClustersGenerators> extends Construct {
  private readonly object: ApiObject;
  private readonly generators: readonly AnyClustersGenerator[];
  private readonly template: ApplicationTemplate;
  private readonly rollingSync?: readonly RollingSyncStep[];

  public constructor(scope: Construct, id: string, props: MultiClusterAppSetProps<G>) {
    super(scope, id);
    adopt(this);
    this.generators = [...props.generators];
    this.template = props.template(clusterParameters<G[number]>(props.generators));
    this.rollingSync = props.rollingSync;
    if (this.template.source.chart === Chart.of(this)) {
      throw fail(this, 'the ApplicationSet would deliver the chart that it stands in, and so itself. declare it in another chart');
    }
    if (!namesTheCluster(this.template.name)) {
      throw fail(this, `the Applications of several clusters would all be named ${JSON.stringify(this.template.name)}. ` +
        'put the cluster into the name: `web-${p.nameNormalized}`');
    }
    if (this.template.source.chart) deliveredTo(this.template.source.chart, this.template.destination.cluster);
    const problem = this.rollingSync && rollingSyncProblem(this.rollingSync, this.template.labels ?? {}, this.generators);
    if (problem) throw fail(this, problem);
    this.node.addValidation({ validate: () => this.unwrittenFolders() });
    const name = nameFor(this, props.metadata);
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { ...props.metadata, name },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
  }

  /** The name of the ApplicationSet. */
  public get name(): string {
    return this.object.name;
  }

  /** @internal */
  public _toKube(): ApplicationSet['spec'] {
    const { name, labels, source, destination, project = 'default', syncPolicy = SyncPolicy.automated() } = this.template;
    const ignored = this.ignoredDifferences();
    return {
      goTemplate: true,
      // Without it a parameter that is missing would be written as "<no value>".
      goTemplateOptions: ['missingkey=error'],
      generators: this.generators.map((generator) => generator._toKube()),
      strategy: this.rollingSync && rollingSyncToKube(this.rollingSync),
      template: {
        metadata: { name, labels },
        spec: {
          project,
          source: source._toKube(),
          destination: destination._toKube(),
          syncPolicy: syncPolicy._toKube(ignored.length > 0 ? ['ApplyOutOfSyncOnly=true'] : []),
          ignoreDifferences: ignored.length > 0 ? ignored : undefined,
        },
      },
    };
  }

  // Folders that the generators alone decide on; a path with the cluster's name in it is known to Argo CD only.
  private get folders(): readonly string[] {
    const { source } = this.template;
    const folders = this.generators.map((generator) => expandFor(generator, source.folder ?? '{{}}')).filter((folder) => !isTemplated(folder));
    return [...new Set(folders)];
  }

  private ignoredDifferences(): IgnoreDifference[] {
    const { folders } = this;
    const charts = Rendering.current(this).charts.filter((chart: Chart) => folders.includes(folderOf(chart)));
    return mergeIgnoreDifferences([...derivedDifferences(this, charts), ...(this.template.ignoreDifferences ?? [])]);
  }

  private unwrittenFolders(): string[] {
    const written = new Set(Rendering.current(this).charts.map(folderOf));
    const { folders } = this;
    const { repository } = this.template.source;
    // A repository of somebody else's has folders that this app cannot know.
    if (!(repository.type === 'git' && isWrittenTo(this, repository)) && !folders.some((folder) => written.has(folder))) return [];
    return folders.filter((folder) => !written.has(folder)).map((folder) =>
      `the template makes Applications of the folder ${JSON.stringify(folder)}, which no chart of this app is written to. ` +
      `the folders are: ${[...written].sort().join(', ')}`);
  }
}
