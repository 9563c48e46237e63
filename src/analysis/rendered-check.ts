import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { InputError } from '../manifests/input-error';
import { ConstructError, fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { type ArgDeclarations, referencesTo } from './argument';
import { countProblem, valueProblem } from './argument-values';
import { Check } from './check';
import type { CheckBaseProps, CheckContents, NestableCheck } from './check-props';
import { allKnown, type CheckTemplate, conflictOf, distinctTemplates, metricNamesOf } from './check-template';
import type { Metric } from './metric';
import { treatmentProblem, treatmentToKube } from './metric-treatment';
import { argToKube } from './template-arg';
import type { AnalysisTemplateWire } from './wire';

type Props<A extends ArgDeclarations> = CheckBaseProps<A> & CheckContents<A, NestableCheck<string>>;

/** A check whose template is made here. */
export abstract class RenderedCheck<A extends ArgDeclarations> extends Check<A> {
  private readonly template: CheckTemplate & { readonly object: ApiObject };
  private readonly nested: ReadonlyArray<NestableCheck<string>>;

  protected constructor(scope: Construct, id: string, kind: CheckTemplate['kind'], props: Props<A>) {
    const args = props.args ?? ({} as A);
    super(scope, id, args);
    const { dryRun, measurementRetention } = props;
    const treatment = { dryRun, measurementRetention };
    this.nested = [...(props.nested ?? [])];
    const metrics = this.measured(args, props);
    const name = nameFor(this, props.metadata);
    const object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind,
      metadata: { ...props.metadata, name },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    // cdk8s puts every object into the namespace of its chart, those of the whole cluster too.
    if (kind === 'ClusterAnalysisTemplate' && object.metadata.namespace !== undefined) object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    this.template = { kind, name, args, treatment, metrics, object };
    this.checkNested(args);
  }

  public override get name(): string {
    return this.template.name;
  }

  /** @internal */
  public override _templates(): readonly [CheckTemplate, ...CheckTemplate[]] {
    return [this.template, ...this.nested.flatMap((check) => check._templates())];
  }

  private measured(args: A, props: Props<A>): readonly Metric[] {
    let metrics: readonly Metric[];
    try {
      metrics = props.metrics?.(referencesTo(args)) ?? [];
    } catch (error) {
      throw error instanceof InputError ? new ConstructError(this, error.reason, error.line) : error;
    }
    if (metrics.length === 0 && this.nested.length === 0) throw fail(this, 'the analysis measures nothing. give it at least one metric');
    const names = metrics.map((metric) => metric.name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) throw fail(this, `two metrics are named ${JSON.stringify(twice)}. give each its own name`);
    const uncounted = metrics.map((metric) => countProblem(metric, args)).find((problem) => problem !== undefined);
    if (uncounted !== undefined) throw fail(this, uncounted);
    return metrics;
  }

  private checkNested(args: A): void {
    for (const check of this.nested) {
      const missing = check.requiredArgs.find((name) => !Object.hasOwn(args, name));
      if (missing !== undefined) {
        throw fail(this, `the nested check ${check.name} needs the argument ${JSON.stringify(missing)}, which this one does not declare. ` +
          `declare it: args: { ${missing}: Arg.required() }`);
      }
    }
    const templates = distinctTemplates(this._templates());
    const problem = treatmentProblem(this.template.treatment, metricNamesOf(templates), allKnown(templates))
      ?? conflictOf(templates) ?? valueProblem(templates);
    if (problem !== undefined) throw fail(this, problem);
  }

  private _toKube(): AnalysisTemplateWire['spec'] {
    const { args, metrics = [], treatment } = this.template;
    const declared = Object.entries(args as ArgDeclarations).map(([name, arg]) => argToKube(name, arg));
    const nested = this.nested.map((check) => check._templates()[0]);
    return {
      args: declared.length > 0 ? declared : undefined,
      ...treatmentToKube(treatment),
      templates: nested.length > 0
        ? nested.map(({ kind, name }) => (kind === 'ClusterAnalysisTemplate' ? { templateName: name, clusterScope: true } : { templateName: name }))
        : undefined,
      metrics: metrics.length > 0 ? metrics.map((metric) => metric._toKube()) : undefined,
    };
  }
}
