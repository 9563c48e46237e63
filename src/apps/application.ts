import { ApiObject, type ApiObjectMetadata, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { Application as ApplicationWire } from '../../imports/types/argo-cd/application';
import { adopt } from '../app/adopt';
import { deliveredTo } from '../app/units';
import { declareDoubt } from '../app/warnings';
import { declareWritten, noteRead, rootDoubt } from '../fleet/written-repositories';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { type ApplicationAnnotationProps, applicationAnnotations } from './application-annotations';
import { type ApplicationSpecOptions, renderApplicationSpec } from './application-spec';
import { type CascadeDeletion, finalizersOf, finalizersProblem } from './cascade-deletion';
import { chartsOf } from './delivered-charts';
import { noteDelivery } from './delivery-chain';
import {
  type DeriveDifferences, type DerivedDifference, derivedDifferences, type DeriveOptions, explainedDifferences,
} from './derived-differences';
import { deriveGeneratePaths } from './generate-paths';
import { ignoredProblem } from './ignored-problem';
import { namespaceProblem } from './namespace-problem';
import { needSettingsOf } from './needed-settings';
import { type SourceChoice, sourcesOf, sourcesProblem } from './source-choice';

/** What an `Application` is made of, without where its manifests come from. */
export interface ApplicationOptions extends ApplicationSpecOptions, ApplicationAnnotationProps {
  /**
   * Whether deleting the Application deletes what it has applied.
   * @default false
   */
  readonly cascadeDeletion?: CascadeDeletion;
  /**
   * Whether fields that controllers write into the objects are ignored, so that Argo CD does not reset them. They are found by looking at
   * all charts of the app, so this works for a `Source.chart`, and for the folder of a chart as `Source.git` or as the dry source of a
   * hydrator. `derivedDifferences` says which they are.
   * @default true
   */
  readonly deriveIgnoreDifferences?: DeriveDifferences;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the namespace from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/** What an `Application` is made of: one of `source`, `sources` and `sourceHydrator` among it. */
export type ApplicationProps = ApplicationOptions & SourceChoice;

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
    const problem = finalizersProblem(props.metadata?.finalizers) ?? sourcesProblem(props) ?? ignoredProblem(props.ignoreDifferences)
      ?? namespaceProblem(props, props.destination);
    if (problem) throw fail(this, problem);
    for (const { chart, folder, repository } of sourcesOf(props)) {
      if (repository.type !== 'git') continue;
      if (!chart) {
        noteRead(this, repository, folder);
        continue;
      }
      if (chart === Chart.of(this)) {
        throw fail(this, 'the Application would deliver the chart that it stands in, and so itself. declare it in another chart');
      }
      const loop = noteDelivery(Chart.of(this), chart, this);
      if (loop) {
        throw fail(this, `the Application would deliver itself, by way of the charts ${loop.map(({ node }) => node.path).join(', ')}. ` +
          'let nothing that a chart delivers deliver that chart again');
      }
      deliveredTo(chart, props.destination.cluster);
      declareWritten(this, repository);
      declareDoubt(this, 'constructs/root-is-outdir', () => rootDoubt(this, repository));
    }
    const { metadata } = props;
    const name = nameFor(this, metadata);
    const annotations = applicationAnnotations(props);
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        ...metadata,
        ...(annotations && { annotations: { ...annotations, ...metadata?.annotations } }),
        name,
        finalizers: finalizersOf(props.cascadeDeletion ?? false, metadata?.finalizers),
      },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    if (props.manifestGeneratePaths === undefined) deriveGeneratePaths(this.object, props);
    needSettingsOf(this, { kind: 'Application', name, namespace: metadata?.namespace, hydrated: props.sourceHydrator !== undefined });
  }

  /** The name of the Application. */
  public get name(): string {
    return this.object.name;
  }

  /** The fields that are ignored because a controller writes them, with who does and why. Complete once every construct is declared. */
  public get derivedDifferences(): readonly DerivedDifference[] {
    return explainedDifferences(this, chartsOf(this, this.props), this.deriveOptions);
  }

  /** @internal */
  public _toKube(): ApplicationWire['spec'] {
    return renderApplicationSpec(this.props, derivedDifferences(this, chartsOf(this, this.props), this.deriveOptions));
  }

  private get deriveOptions(): DeriveOptions {
    return { derive: this.props.deriveIgnoreDifferences, syncPolicy: this.props.syncPolicy };
  }
}
