import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { InputError } from '../manifests/input-error';
import { ConstructError, fail, failHere } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { type ArgDeclarations, type ArgReferences, type ArgValue, referencesTo, type WithArgs } from './argument';
import { BoundAnalysis } from './bound-analysis';
import type { Metric } from './metric';
import type { AnalysisTemplateWire } from './wire';

/** What an `AnalysisCheck` is made of. */
export interface AnalysisCheckProps<A extends ArgDeclarations> {
  /**
   * What differs from one use to the next.
   * @default - none
   */
  readonly args?: A;
  /** What is measured. The function gets a reference for every declared argument: `(arg) => [... arg.service ...]`. */
  readonly metrics: (arg: ArgReferences<A>) => readonly Metric[];
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * A check that a rollout has to pass: an AnalysisTemplate whose arguments are known to the compiler. A missing, unknown or
 * misspelt argument does not compile, neither where the metrics use it nor where a rollout supplies it.
 *
 * @example
 *   const errorRate = new AnalysisCheck(this, 'ErrorRate', {
 *     args: { service: Arg.required() },
 *     metrics: (arg) => [Metric.prometheus('error-rate', { ... })],
 *   });
 *   CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService() }));
 */
export class AnalysisCheck<const A extends ArgDeclarations = {}> extends Construct {
  private readonly object: ApiObject;
  private readonly args: A;

  public constructor(scope: Construct, id: string, props: AnalysisCheckProps<A>) {
    super(scope, id);
    adopt(this);
    this.args = props.args ?? ({} as A);
    const metrics = this.measured(props);
    const name = nameFor(this, props.metadata);
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { ...props.metadata, name },
      spec: Lazy.any({ produce: () => this._toKube(metrics) }),
    });
  }

  /** The name of the AnalysisTemplate. */
  public get name(): string {
    return this.object.name;
  }

  /** The check with values for its arguments, ready for a step. */
  public withArgs(...values: WithArgs<A>): BoundAnalysis {
    const given: Readonly<Record<string, ArgValue | undefined>> = values[0] ?? {};
    const unknown = Object.keys(given).find((name) => !Object.hasOwn(this.args, name));
    if (unknown !== undefined) {
      throw failHere(this, `the analysis has no argument ${JSON.stringify(unknown)}. its arguments are: ${this.argNames()}`);
    }
    const missing = Object.keys(this.args).find((name) => this.args[name]!.kind === 'required' && given[name] === undefined);
    if (missing !== undefined) {
      throw failHere(this, `the argument ${JSON.stringify(missing)} gets no value and has no default. ` +
        `pass it: withArgs({ ${missing}: ... })`);
    }
    for (const [name, value] of Object.entries(given)) {
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw failHere(this, `the argument ${JSON.stringify(name)} is ${value}. pass a finite number`);
      }
    }
    return new BoundAnalysis(this, this.object, given);
  }

  private measured(props: AnalysisCheckProps<A>): readonly Metric[] {
    let metrics: readonly Metric[];
    try {
      metrics = props.metrics(referencesTo(this.args));
    } catch (error) {
      throw error instanceof InputError ? new ConstructError(this, error.reason, error.line) : error;
    }
    if (metrics.length === 0) throw fail(this, 'the analysis measures nothing. give it at least one metric');
    const names = metrics.map((metric) => metric.name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) throw fail(this, `two metrics are named ${JSON.stringify(twice)}. give each its own name`);
    return metrics;
  }

  private argNames(): string {
    return Object.keys(this.args).join(', ') || 'none';
  }

  private _toKube(metrics: readonly Metric[]): AnalysisTemplateWire['spec'] {
    const args = Object.entries(this.args).map(([name, arg]) => (arg.kind === 'required' ? { name } : { name, value: arg.value }));
    return {
      args: args.length > 0 ? args : undefined,
      metrics: metrics.map((metric) => metric._toKube()),
    };
  }
}
