import { ApiObject, type ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { ArgoChart } from '../app/argo-chart';
import { placeOf } from '../app/place';
import { declareDoubt } from '../app/warnings';
import type { GitRepository } from '../fleet/git-repository';
import { isApplicationOrSet } from '../manifests/applications';
import { fail, failHere } from '../render/construct-error';
import { kebab, nameFor } from '../render/object-name';
import { Application, type ApplicationOptions } from './application';
import type { ProjectRef } from './application-spec';
import type { CascadeDeletion } from './cascade-deletion';
import { ChildApplication, type ChildConstruct, type EarlierChild, type OrderedChild } from './child-application';
import { Destination } from './destination';
import { liftOrders } from './lifted-orders';
import { Source } from './source';
import type { SyncPolicy } from './sync-policy';

/** What roots at every depth have in common. */
export interface NestedAppOfAppsProps {
  /**
   * The AppProject that the root belongs to.
   * @default 'default'
   */
  readonly project?: ProjectRef;
  /**
   * When Argo CD applies changes to the list of children.
   * @default SyncPolicy.automated()
   */
  readonly syncPolicy?: SyncPolicy;
  /**
   * Folder of the children's YAML below the output folder.
   * @default - the name of the root
   */
  readonly folder?: string;
  /**
   * Whether deleting the root deletes the children: the Applications and ApplicationSets themselves. What becomes of their objects is up
   * to `childCascadeDeletion`, and for children that `add` takes to their own `cascadeDeletion`.
   * @default - for a root that `addAppOfApps` makes, the `childCascadeDeletion` of the root above it; else false
   */
  readonly cascadeDeletion?: CascadeDeletion;
  /**
   * Whether deleting a child deletes what it has applied: with a child that `addChart` makes its workloads, with a root that
   * `addAppOfApps` makes its children, and so on below. A child may say otherwise for itself. What is made elsewhere and handed to `add`
   * says it itself, as `cascadeDeletion` of an Application or of an ApplicationSet.
   * @default false - for a root that `addAppOfApps` makes, as the root above it says
   */
  readonly childCascadeDeletion?: CascadeDeletion;
  /**
   * Name, labels and annotations of the root.
   * @default - the name comes from the ids
   */
  readonly metadata?: ApiObjectMetadata;
}

/** What an `AppOfApps` is made of. */
export interface AppOfAppsProps extends NestedAppOfAppsProps {
  /** Where this app's YAML is committed. */
  readonly repository: GitRepository;
  /**
   * Namespace of Argo CD, where the Applications live.
   * @default - the namespace of the chart
   */
  readonly namespace?: string;
}

/** How a chart becomes a child: what `Application` takes, without the source. */
export interface ChildApplicationOptions extends Omit<ApplicationOptions, 'destination'> {
  /**
   * The cluster and namespace that the chart is applied to.
   * @default - the cluster that the chart is for, else the one of Argo CD, and the namespace of the chart
   */
  readonly destination?: Destination;
}

/** A root that is a child of another one, and so has a place in the order of its children. */
export type NestedAppOfApps = AppOfApps & OrderedChild;

/**
 * One Application that applies all others. The root stands in the chart it is declared in, to be applied once by hand; its
 * children are written to a folder of their own, so the root never contains itself. A child may be a root again.
 *
 * The order between children (`syncAfter`) holds for changes to the children themselves, not for releases. It holds for a first
 * installation if Argo CD has the health check for Applications before: not where the `ArgoCdConfig` comes with one of the children, as the
 * plan then says.
 */
export class AppOfApps extends Construct {
  /** The chart of the children: the scope for `new Application(platform.applications, ...)`. */
  public readonly applications: ArgoChart;
  /** The name of the root. */
  public readonly name: string;
  private readonly props: AppOfAppsProps;

  public constructor(scope: Construct, id: string, props: AppOfAppsProps) {
    super(scope, id);
    adopt(this);
    const namespace = props.namespace ?? Chart.of(this).namespace;
    if (namespace === undefined) {
      throw fail(this, 'nobody has said in which namespace Argo CD runs. pass namespace: \'argocd\', or give it to the chart');
    }
    this.props = props;
    this.name = nameFor(this, props.metadata);
    this.applications = new ArgoChart(this, 'Applications', { namespace, folder: props.folder ?? this.name });
    declareDoubt(this, 'constructs/root-has-children', () => this.childDoubt());
    liftOrders(this.applications);
    new Application(this, 'Resource', {
      source: Source.chart(this.applications, props.repository),
      destination: Destination.inCluster(namespace),
      project: props.project,
      syncPolicy: props.syncPolicy,
      cascadeDeletion: props.cascadeDeletion,
      metadata: { namespace, ...props.metadata, name: this.name },
    });
  }

  /**
   * Makes an Application, an ApplicationSet or another root a child that others can come after. It has to stand in `applications`, and
   * is delivered with or without this.
   */
  public add<T extends ChildConstruct>(child: T): ChildApplication<T> {
    if (Chart.of(child) !== this.applications) {
      throw fail(child, `the ${whatItIs(child)} stands in another chart, so the root would not apply it. ` +
        `declare it as ${child instanceof NestedRoot ? 'platform.addAppOfApps(...)' : `new ${child.constructor.name}(platform.applications, ...)`}`);
    }
    if (kindsOf(child).length === 0) {
      throw fail(child, 'this is no Application and no ApplicationSet, so it is no child. deliver it with a chart: platform.addChart(chart)');
    }
    return new ChildApplication(this.applications, child);
  }

  /** Adds a chart of this app as a child: path, revision, namespace and ignored differences come from the chart. */
  public addChart(chart: Chart, options: ChildApplicationOptions = {}): ChildApplication<Application> {
    const { destination = destinationOf(chart), ...rest } = options;
    if (destination.withDefaultNamespace(chart.namespace).namespace === undefined) {
      throw failHere(this, `nobody has said which namespace the chart ${chart.node.path} is applied to. ` +
        'give the chart a namespace, or pass a destination with one');
    }
    if (chart === Chart.of(this)) {
      throw failHere(this, `the chart ${chart.node.path} holds the root itself, which would then apply itself. declare the root in a chart of its own`);
    }
    const id = kebab(chart.node.path.replace(/\//g, '-'));
    if (this.applications.node.tryFindChild(id)) throw failHere(this, `the chart ${chart.node.path} is a child already. add it once`);
    return this.add(new Application(this.applications, id, {
      cascadeDeletion: this.props.childCascadeDeletion, ...rest, destination, source: Source.chart(chart, this.props.repository),
    }));
  }

  /**
   * Adds a root as a child, with children of its own: infrastructure that comes before all applications, or the part of a team. It counts
   * as healthy when all of its children are.
   */
  public addAppOfApps(id: string, props: NestedAppOfAppsProps = {}): NestedAppOfApps {
    const { repository, childCascadeDeletion } = this.props;
    return new NestedRoot(this.applications, id, { cascadeDeletion: childCascadeDeletion, childCascadeDeletion, ...props, repository });
  }

  private childDoubt(): string | undefined {
    const { applications, props: { repository } } = this;
    // Below a root it is found among the folders that are not written.
    if (repository.root !== '' || applications.node.findAll().some((child) => ApiObject.isApiObject(child) && Chart.of(child) === applications)) return undefined;
    return `the root ${this.name} has no children, so its folder is not written, and Argo CD would not find it. add a child: addChart(...), or new Application(root.applications, ...)`;
  }
}

class NestedRoot extends AppOfApps implements OrderedChild {
  private readonly child: ChildApplication;

  public constructor(applications: ArgoChart, id: string, props: AppOfAppsProps) {
    super(applications, id, props);
    this.child = new ChildApplication(applications, this);
  }

  public syncAfter(...earlier: readonly EarlierChild[]): this {
    this.child.syncAfter(...earlier);
    return this;
  }
}

function destinationOf(chart: Chart): Destination {
  const { cluster } = placeOf(chart);
  return cluster ? Destination.cluster(cluster) : Destination.inCluster();
}

function kindsOf(child: ChildConstruct): string[] {
  return child.node.findAll()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct))
    .filter(isApplicationOrSet)
    .map(({ kind }) => kind);
}

function whatItIs(child: ChildConstruct): string {
  return kindsOf(child)[0] ?? child.constructor.name;
}
