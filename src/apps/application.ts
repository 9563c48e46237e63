import { ApiObject, type ApiObjectMetadata, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { Application as ApplicationWire } from '../../imports/types/argo-cd/application';
import { adopt } from '../app/adopt';
import { deliveredTo } from '../app/units';
import { declareDoubt } from '../app/warnings';
import { declareWritten, rootDoubt } from '../fleet/written-repositories';
import { type IgnoreDifference, mergeIgnoreDifferences } from '../ownership/ignore-difference';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { derivedDifferences } from './derived-differences';
import type { Destination } from './destination';
import type { IgnoredDifference } from './ignored-difference';
import type { Source } from './source';
import { SyncPolicy } from './sync-policy';

// Deletes what the Application has applied when the Application itself is deleted.
const CASCADE_FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** What an `Application` is made of. */
export interface ApplicationProps {
  readonly source: Source;
  readonly destination: Destination;
  /**
   * The AppProject that it belongs to.
   * @default 'default'
   */
  readonly project?: string;
  /**
   * When Argo CD applies what Git says.
   * @default SyncPolicy.automated() - as soon as Git changes; nothing is deleted
   */
  readonly syncPolicy?: SyncPolicy;
  /**
   * Whether deleting the Application deletes what it has applied.
   * @default false
   */
  readonly cascadeDeletion?: boolean;
  /**
   * Whether fields that controllers write into the objects of the chart are ignored, so that Argo CD does not reset them. They
   * are found by looking at the chart and at the Rollouts of all charts, so this works for a `Source.chart`.
   * @default true
   */
  readonly deriveIgnoreDifferences?: boolean;
  /**
   * More fields to ignore, beside those that are found.
   * @default - none
   */
  readonly ignoreDifferences?: readonly IgnoredDifference[];
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the namespace from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Tells Argo CD to keep a cluster as a folder in Git says.
 *
 * @see pkg/apis/application/v1alpha1/types.go in argoproj/argo-cd
 */
export class Application extends Construct {
  private readonly object: ApiObject;
  private readonly props: ApplicationProps;

  public constructor(scope: Construct, id: string, props: ApplicationProps) {
    super(scope, id);
    adopt(this);
    this.props = props;
    if (props.source.chart) {
      if (props.source.chart === Chart.of(this)) {
        throw fail(this, 'the Application would deliver the chart that it stands in, and so itself. declare it in another chart');
      }
      deliveredTo(props.source.chart, props.destination.cluster);
      declareWritten(this, props.source.repository);
      declareDoubt(this, 'constructs/root-is-outdir', () => rootDoubt(this, props.source.repository));
    }
    const name = nameFor(this, props.metadata);
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        ...props.metadata,
        name,
        finalizers: props.cascadeDeletion ? [CASCADE_FINALIZER, ...(props.metadata?.finalizers ?? [])] : props.metadata?.finalizers,
      },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
  }

  /** The name of the Application. */
  public get name(): string {
    return this.object.name;
  }

  /** @internal */
  public _toKube(): ApplicationWire['spec'] {
    const { source, destination, project = 'default', syncPolicy = SyncPolicy.automated() } = this.props;
    const ignored = this.ignoredDifferences();
    return {
      project,
      source: source._toKube(),
      destination: destination.withDefaultNamespace(source.chart?.namespace)._toKube(),
      // Without it every sync would write every object again, and so reset the lists that hold ignored fields.
      syncPolicy: syncPolicy._toKube(ignored.length > 0 ? ['ApplyOutOfSyncOnly=true'] : []),
      ignoreDifferences: ignored.length > 0 ? ignored : undefined,
    };
  }

  private ignoredDifferences(): IgnoreDifference[] {
    const { source, deriveIgnoreDifferences: derive = true, ignoreDifferences = [] } = this.props;
    const derived = source.chart && derive ? derivedDifferences(this, [source.chart]) : [];
    return mergeIgnoreDifferences([...derived, ...ignoreDifferences]);
  }
}
