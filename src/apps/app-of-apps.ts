import { type ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { ArgoChart } from '../app/argo-chart';
import type { GitRepository } from '../fleet/git-repository';
import { fail, failHere } from '../render/construct-error';
import { kebab, nameFor } from '../render/object-name';
import { SyncWaves } from '../sync/sync-waves';
import { Application, type ApplicationOptions } from './application';
import { Destination } from './destination';
import { Source } from './source';
import type { SyncPolicy } from './sync-policy';

/** What an `AppOfApps` is made of. */
export interface AppOfAppsProps {
  /** Where this app's YAML is committed. */
  readonly repository: GitRepository;
  /**
   * Namespace of Argo CD, where the Applications live.
   * @default - the namespace of the chart
   */
  readonly namespace?: string;
  /**
   * The AppProject that the root belongs to.
   * @default 'default'
   */
  readonly project?: string;
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
   * Whether deleting the root deletes the child Applications.
   * @default false
   */
  readonly cascadeDeletion?: boolean;
  /**
   * Name, labels and annotations of the root.
   * @default - the name comes from the ids
   */
  readonly metadata?: ApiObjectMetadata;
}

/** How a chart becomes a child: what `Application` takes, without the source. */
export interface ChildApplicationOptions extends Omit<ApplicationOptions, 'destination'> {
  /**
   * The cluster and namespace that the chart is applied to.
   * @default - the cluster of Argo CD and the namespace of the chart
   */
  readonly destination?: Destination;
}

/**
 * One Application that applies all others. The root stands in the chart it is declared in, to be applied once by hand; its
 * children are written to a folder of their own, so the root never contains itself.
 */
export class AppOfApps extends Construct {
  /** The chart of the child Applications: the scope for `new Application(platform.applications, ...)`. */
  public readonly applications: ArgoChart;
  private readonly repository: GitRepository;

  public constructor(scope: Construct, id: string, props: AppOfAppsProps) {
    super(scope, id);
    adopt(this);
    const namespace = props.namespace ?? Chart.of(this).namespace;
    if (namespace === undefined) {
      throw fail(this, 'nobody has said in which namespace Argo CD runs. pass namespace: \'argocd\', or give it to the chart');
    }
    this.repository = props.repository;
    const name = nameFor(this, props.metadata);
    this.applications = new ArgoChart(this, 'Applications', { namespace, folder: props.folder ?? name });
    new Application(this, 'Resource', {
      source: Source.chart(this.applications, props.repository),
      destination: Destination.inCluster(namespace),
      project: props.project,
      syncPolicy: props.syncPolicy,
      cascadeDeletion: props.cascadeDeletion,
      metadata: { namespace, ...props.metadata, name },
    });
  }

  /** Makes an Application of the root a child that others can come after. It has to stand in `applications`. */
  public add(application: Application): ChildApplication {
    if (Chart.of(application) !== this.applications) {
      throw fail(application, 'the Application stands in another chart, so the root would not apply it. ' +
        'declare it as new Application(platform.applications, ...)');
    }
    return new ChildApplication(this.applications, application);
  }

  /** Adds a chart of this app as a child: path, revision, namespace and ignored differences come from the chart. */
  public addChart(chart: Chart, options: ChildApplicationOptions = {}): ChildApplication {
    const { destination = Destination.inCluster(), ...rest } = options;
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
      ...rest, destination, source: Source.chart(chart, this.repository),
    }));
  }
}

/** A child of an `AppOfApps`. */
export class ChildApplication {
  /** @internal */
  public constructor(private readonly applications: ArgoChart, public readonly application: Application) {}

  /**
   * Applies the Application of this child once the other one is healthy. That is the order of a first installation, and of
   * changes to the Applications themselves. It is not the order of releases: a commit that changes the YAML of both charts is
   * taken up by both Applications at once, as each follows its revision by itself. To release one environment after the other
   * use the `rollingSync` of a `MultiClusterAppSet`, or let them follow different revisions.
   *
   * Argo CD waits only if argocd-cm says how healthy an Application is: it has had no health check for them since version 1.8.
   */
  public syncAfter(...earlier: readonly ChildApplication[]): this {
    for (const child of earlier) SyncWaves.of(this.applications).syncAfter(this.application, child.application);
    return this;
  }
}
