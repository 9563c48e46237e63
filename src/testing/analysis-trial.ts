import { Construct, type IConstruct } from 'constructs';
import { BoundAnalysis } from '../analysis/bound-analysis';
import type { Measured } from '../languages/conditions/values';
import { InputError } from '../manifests/input-error';
import type { JsonObject } from '../manifests/json';
import { type ArgumentValues, resolveMetric, suppliedArguments } from '../simulation/analysis/arguments';
import { assessRun } from '../simulation/analysis/assess-run';
import { judge } from '../simulation/analysis/measurement';
import type { AnalysisPhase, CompletedPhase } from '../simulation/analysis/phase';
import { resultOf } from '../simulation/analysis/recorded';
import { dryRunNames, nameOf, timedMetric } from './analysis-template';
import { flattenTemplates } from './flatten-templates';
import { RecordedOutcome } from './recorded-outcome';
import { refuseInvalidMetrics } from './refused-analysis';
import { templatesOf } from './templates-of';

/** What was measured: what the provider hands to `result`, an error, or a verdict of its own. */
export type RecordedMeasurement = Measured | RecordedOutcome;

/** What differs from one trial of a check to the next. */
export interface AnalysisTrialProps {
  /**
   * Values of the arguments.
   * @default - what `withArgs` gave them, else their defaults. What only the cluster knows, a Secret or a name, has a stand-in
   */
  readonly args?: ArgumentValues;
  /**
   * Manifests of templates that the check nests and that are made elsewhere.
   * @default - none
   */
  readonly templates?: readonly JsonObject[];
  /**
   * Whether the run is told to end when the measurements are used up, as a background analysis is when its rollout is through.
   * @default false
   */
  readonly terminate?: boolean;
}

/** One measurement of a trial. */
export interface TrialMeasurement {
  /** What the measurement counts as, by the conditions of its metric. */
  readonly phase: CompletedPhase;
  /** What was recorded; absent for an error and a verdict. */
  readonly value?: Measured;
  /** Of an error: what went wrong. */
  readonly message?: string;
}

/** What became of one metric. */
export interface TrialMetric {
  /** How the metric ends, or how far it is. */
  readonly phase: AnalysisPhase;
  /** Why it did not succeed; empty where it did. */
  readonly message: string;
  /** The measurements that were taken; those that were recorded beyond the end of the run are not among them. */
  readonly measurements: readonly TrialMeasurement[];
}

/** What became of the analysis. */
export interface TrialResult {
  /** How the analysis ends, or how far it is. */
  readonly phase: AnalysisPhase;
  /** The metric that decided, and why; empty where none did. */
  readonly message: string;
  /** What became of each metric, by name. */
  readonly metrics: Readonly<Record<string, TrialMetric>>;
}

/**
 * Runs a check on recorded measurements, and says what Argo Rollouts would decide.
 *
 * @example
 *   const trial = AnalysisTrial.of(errorRate, { args: { service: 'web' } });
 *   const result = trial.measure({ 'error-rate': [[0.01], [0.2], [], AnalysisTrial.error('timeout')] });
 *   expect(result).toMatchObject({ phase: 'Failed', message: expect.stringContaining('failureLimit') });
 */
export class AnalysisTrial {
  /**
   * Of a check, with arguments (`check.withArgs(...)`) or without, or of the manifest of an AnalysisTemplate or ClusterAnalysisTemplate.
   * The checks that it nests are measured with it. Throws InputError for a nested one that is not known here, and for an argument
   * that nothing gives a value, and for metrics that the controller would refuse to measure.
   */
  public static of(check: IConstruct | BoundAnalysis | JsonObject, props: AnalysisTrialProps = {}): AnalysisTrial {
    const [root, ...nested] = check instanceof BoundAnalysis || Construct.isConstruct(check) ? templatesOf(check) : [check];
    const spec = flattenTemplates(root!, [...nested, ...props.templates ?? []]);
    const { known, later } = valuesOf(check instanceof BoundAnalysis ? check._values : {});
    const values = suppliedArguments(spec, { ...known, ...props.args }, later);
    const metrics = spec.metrics.map((metric) => resolveMetric(metric, values));
    refuseInvalidMetrics(metrics);
    return new AnalysisTrial(spec, metrics, props.terminate ?? false);
  }

  /** A measurement that did not succeed: the query failed, or took too long. */
  public static error(message: string): RecordedOutcome {
    return new RecordedOutcome({ phase: 'Error', message });
  }

  /** A measurement that the provider judged itself, as a job and Kayenta do. */
  public static judged(phase: CompletedPhase): RecordedOutcome {
    return new RecordedOutcome({ phase });
  }

  private constructor(
    private readonly spec: JsonObject,
    private readonly metrics: readonly JsonObject[],
    private readonly terminate: boolean,
  ) {}

  /**
   * The measurements of each metric, in the order in which they were taken. A Prometheus query that gives a vector measures a list
   * of numbers, one a series: `[]` where there is none, `[NaN]` where there was no traffic. A `web` metric measures what its `jsonPath`
   * finds in the answer: `'ok'` for `{$.status}`.
   */
  public measure(recorded: Readonly<Record<string, readonly RecordedMeasurement[]>>): TrialResult {
    const names = this.metrics.map((metric) => nameOf(metric));
    const unknown = Object.keys(recorded).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new InputError(`the analysis has no metric ${JSON.stringify(unknown)}. its metrics are: ${names.join(', ')}`);
    }
    const missing = names.find((name) => !Object.hasOwn(recorded, name) || !Array.isArray(recorded[name]));
    if (missing !== undefined) {
      throw new InputError(`nothing was recorded for the metric ${JSON.stringify(missing)}. give its measurements, or [] for none`);
    }
    const dry = dryRunNames(this.spec, names);
    const measured = this.metrics.map((metric, i) => ({
      ...timedMetric(metric, dry.has(names[i]!)),
      measurements: recorded[names[i]!]!.map((value) => measurement(metric, value)),
    }));
    const { phase, message, metrics } = assessRun(measured, this.terminate);
    return {
      phase,
      message,
      metrics: Object.fromEntries(measured.map(({ name, measurements }) => {
        const { taken, ...outcome } = metrics.get(name)!;
        return [name, { ...outcome, measurements: measurements.slice(0, taken) }];
      })),
    };
  }
}

/** What `withArgs` was given, and the names of what only the cluster knows. An experiment and Kargo fill in what stands in braces. */
function valuesOf(given: BoundAnalysis['_values']): { readonly known: ArgumentValues; readonly later: readonly string[] } {
  const known: Record<string, string | number> = {};
  const later: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'object' || String(value).includes('{{')) later.push(name);
    else if (value !== undefined) known[name] = value;
  }
  return { known, later };
}

function measurement(metric: JsonObject, recorded: RecordedMeasurement): TrialMeasurement {
  if (recorded instanceof RecordedOutcome) return recorded.judged;
  return { ...judge(metric, resultOf(metric, recorded)), value: recorded };
}
