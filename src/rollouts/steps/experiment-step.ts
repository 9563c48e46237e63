import { analysisToKube, type AnalysisTarget, type BoundAnalysis } from '../../analysis/bound-analysis';
import { treatmentToKube } from '../../analysis/metric-treatment';
import { type DurationLike, durationText, secondsOf } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import { isDnsLabel } from '../../render/object-name';
import type { EphemeralMetadata } from '../ephemeral-metadata';
import type { ExperimentStepTemplateWire, ExperimentStepWire } from '../wire';

/** Pods that run for the length of an experiment, made from the stable or from the new version. */
export interface ExperimentPods {
  /** Name of the template, unique in the experiment. */
  readonly name: string;
  /** Which version the pods run: `stable` for a baseline, `canary` for the new one. */
  readonly specRef: 'canary' | 'stable';
  /**
   * How many pods.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Labels and annotations beside those of the rollout's pods.
   * @default - none
   */
  readonly metadata?: EphemeralMetadata;
  /**
   * A Service for these pods alone. `true` names it like the ReplicaSet.
   * @default - none, but one is made where traffic needs it
   */
  readonly service?: true | { readonly name: string };
  /** These pods get no share of the traffic; `WeightedExperimentPods` do. */
  readonly weight?: undefined;
}

/** Pods of an experiment that get a share of the traffic. */
export type WeightedExperimentPods = Omit<ExperimentPods, 'weight'> & {
  /** Share of the traffic, taken from that of the stable version: 1 to 100. */
  readonly weight: number;
};

/** Pods of an experiment, with a share of the traffic or without. */
export type AnyExperimentPods = ExperimentPods | WeightedExperimentPods;

/** A check that an experiment runs when all of its pods are available. */
export interface ExperimentAnalysis {
  /** Name of the analysis, unique in the experiment. */
  readonly name: string;
  /** What is checked. */
  readonly check: BoundAnalysis;
  /**
   * Whether the experiment waits for this check, and ends with it when there is no `duration`.
   * @default false
   */
  readonly requiredForCompletion?: boolean;
}

/** When an experiment ends. */
export type ExperimentEnd =
  | {
    /** How long the pods run, counted from when all of them are available. */
    readonly duration: DurationLike;
    /** @default - none: the pods only have to stay available */
    readonly analyses?: readonly ExperimentAnalysis[];
  }
  | {
    readonly duration?: undefined;
    /** Without a duration one of them has to be required for completion, or the experiment would never end. */
    readonly analyses: readonly [ExperimentAnalysis, ...ExperimentAnalysis[]];
  };

/** What an experiment runs, how it is judged, and when it ends. */
export type ExperimentStepProps<P extends AnyExperimentPods = AnyExperimentPods> = ExperimentEnd & {
  /** The pods to compare. */
  readonly templates: readonly [P, ...P[]];
  /**
   * Names of metrics that are measured without deciding anything. Every analysis has to have them: for a metric of one alone say
   * `dryRun` in its check.
   * @default - none
   */
  readonly dryRun?: readonly string[];
  /**
   * Labels and annotations of the AnalysisRuns.
   * @default - none
   */
  readonly analysisRunMetadata?: EphemeralMetadata;
  /**
   * How long the pods stay after the experiment.
   * @default 30s
   */
  readonly scaleDownDelay?: DurationLike;
};

/** Throws when an experiment could not run, or not end. */
export function checkExperiment({ templates, analyses = [], duration }: ExperimentStepProps): void {
  checkNames('templates', templates);
  checkNames('analyses', analyses);
  for (const { name, replicas, weight } of templates) {
    if (replicas !== undefined && (!Number.isInteger(replicas) || replicas < 1)) {
      throw new InputError(`the template ${name} of the experiment has ${replicas} replicas. give a whole number, 1 or more`);
    }
    if (weight !== undefined && (!Number.isInteger(weight) || weight < 1 || weight > 100)) {
      throw new InputError(`the template ${name} of the experiment has the weight ${weight}. give a whole number from 1 to 100`);
    }
  }
  const sum = templates.reduce((total, { weight = 0 }) => total + weight, 0);
  if (sum > 100) throw new InputError(`the weights of the experiment's templates are ${sum} together, and all traffic is 100. lower them`);
  if (duration === undefined && !analyses.some(({ requiredForCompletion }) => requiredForCompletion)) {
    throw new InputError('the experiment has no duration, and no analysis that is required for completion: it would never end. ' +
      'give it a duration, or mark an analysis with requiredForCompletion: true');
  }
}

function checkNames(what: string, named: ReadonlyArray<{ readonly name: string }>): void {
  const names = named.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new InputError(`two of the experiment's ${what} are named ${twice}. give each its own name`);
  const wrong = names.find((name) => !isDnsLabel(name));
  if (wrong !== undefined) {
    throw new InputError(`${JSON.stringify(wrong)} of the experiment's ${what} is no name. use lower-case letters, digits and inner hyphens`);
  }
}

/** The wire form of an experiment. */
export function experimentToKube(props: ExperimentStepProps, target: AnalysisTarget): ExperimentStepWire {
  const { templates, analyses = [], duration, dryRun, analysisRunMetadata, scaleDownDelay } = props;
  return {
    templates: templates.map(templateToKube),
    analyses: analyses.length === 0 ? undefined : analyses.map(({ name, check, requiredForCompletion }) => {
      const { templates: [template], args } = analysisToKube([check], target);
      return { name, templateName: template!.templateName!, clusterScope: template!.clusterScope, args, requiredForCompletion };
    }),
    duration: duration && durationText(duration, 'the duration of the experiment'),
    dryRun: treatmentToKube({ dryRun }).dryRun,
    analysisRunMetadata,
    scaleDownDelaySeconds: scaleDownDelay && secondsOf(scaleDownDelay, 'scaleDownDelay'),
  };
}

function templateToKube(pods: AnyExperimentPods): ExperimentStepTemplateWire {
  const { name, specRef, replicas, metadata, service, weight } = pods;
  return { name, specRef, replicas, metadata, weight, service: service === true ? {} : service };
}
