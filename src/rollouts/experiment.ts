import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { analysisToKube } from '../analysis/bound-analysis';
import { treatmentToKube } from '../analysis/metric-treatment';
import { adopt } from '../app/adopt';
import { type DurationLike, durationText, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { declareSyncNeeds } from '../sync/sync-needs';
import { SyncWaves } from '../sync/sync-waves';
import type { EphemeralMetadata } from './ephemeral-metadata';
import { ExperimentTemplate, type ExperimentTemplateProps } from './experiment-template';
import { refuseExperimentConflicts } from './steps/experiment-conflicts';
import type { ExperimentAnalysis } from './steps/experiment-step';
import type { ExperimentWire } from './wire';

/** What an `Experiment` is made of. */
export interface ExperimentProps {
  /**
   * How long the pods run, counted from when all of them are available. Without it an analysis has to be required for
   * completion, or the experiment would never end.
   * @default - until the required analyses have succeeded
   */
  readonly duration?: DurationLike;
  /**
   * Checks that start when all pods are available.
   * @default - none: the pods only have to stay available
   */
  readonly analyses?: readonly ExperimentAnalysis[];
  /**
   * How long the pods may take to become available before the experiment has failed.
   * @default 10m
   */
  readonly progressDeadline?: DurationLike;
  /**
   * How long the pods stay after the experiment.
   * @default 30s
   */
  readonly scaleDownDelay?: DurationLike;
  /**
   * Names of metrics that are measured without deciding anything. Every analysis has to have them: for a metric of one alone say
   * `dryRun` in its check.
   * @default - none
   */
  readonly dryRun?: readonly string[];
  /**
   * How many measurements are kept, by name of a metric that every analysis has.
   * @default - 10 each
   */
  readonly measurementRetention?: Readonly<Record<string, number>>;
  /**
   * Labels and annotations of the AnalysisRuns.
   * @default - none
   */
  readonly analysisRunMetadata?: EphemeralMetadata;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Runs pods side by side for a while and judges them, without a rollout: once, when it is applied. In a release use
 * `CanaryStep.experiment`, which takes its pods from the two versions.
 *
 * @see experiments/experiment.go in argoproj/argo-rollouts
 */
export class Experiment extends Construct {
  private readonly object: ApiObject;
  private readonly templates: ExperimentTemplate[] = [];

  public constructor(scope: Construct, id: string, private readonly props: ExperimentProps) {
    super(scope, id);
    adopt(this);
    const { analyses = [], duration } = props;
    const twice = analyses.find(({ name }, i) => analyses.findIndex((other) => other.name === name) < i);
    if (twice) throw fail(this, `two analyses are named ${twice.name}. give each its own name`);
    if (duration === undefined && !analyses.some(({ requiredForCompletion }) => requiredForCompletion)) {
      throw fail(this, 'the experiment has no duration, and no analysis that is required for completion: it would never end. ' +
        'give it a duration, or mark an analysis with requiredForCompletion: true');
    }
    refuseExperimentConflicts(analyses, props);
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Experiment',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    declareSyncNeeds(this.object, () => analyses.flatMap(({ check }) => check.templates));
    SyncWaves._ofRollout(this.object);
  }

  /** Name of the Experiment. */
  public get name(): string {
    return this.object.name;
  }

  /** Adds pods. The id is the name of the template. */
  public addTemplate(id: string, props: ExperimentTemplateProps): ExperimentTemplate {
    const template = new ExperimentTemplate(this, id, this.object, props);
    this.templates.push(template);
    return template;
  }

  private _toKube(): ExperimentWire['spec'] {
    const { duration, analyses = [], progressDeadline, scaleDownDelay, dryRun, measurementRetention, analysisRunMetadata } = this.props;
    if (this.templates.length === 0) throw fail(this, 'the experiment has no pods. add some with addTemplate');
    return {
      templates: this.templates.map((template) => template._toKube()),
      duration: duration && durationText(duration, 'duration'),
      analyses: analyses.length === 0 ? undefined : analyses.map((analysis) => this.analysisToKube(analysis)),
      progressDeadlineSeconds: progressDeadline && secondsOf(progressDeadline, 'progressDeadline'),
      scaleDownDelaySeconds: scaleDownDelay && secondsOf(scaleDownDelay, 'scaleDownDelay'),
      ...treatmentToKube({ dryRun, measurementRetention }),
      analysisRunMetadata,
    };
  }

  private analysisToKube({ name, check, requiredForCompletion }: ExperimentAnalysis): NonNullable<ExperimentWire['spec']['analyses']>[number] {
    const target = { serviceName: () => ({ missing: 'an experiment has no Services of a rollout' }) };
    const { templates: [template], args } = analysisToKube([check], target);
    if (args?.some((arg) => arg.valueFrom?.podTemplateHashValue)) {
      throw fail(this, `the analysis ${name} asks for the pod-template-hash of a rollout, and there is none. ` +
        'use ExperimentValue.podTemplateHash with the name of a template');
    }
    return {
      name,
      templateName: template!.templateName!,
      clusterScope: template!.clusterScope,
      requiredForCompletion,
      args: args?.map(({ name: arg, value, valueFrom }) => (
        valueFrom?.fieldRef ? { name: arg, valueFrom: { fieldRef: valueFrom.fieldRef } } : { name: arg, value }
      )),
    };
  }
}
