import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import type { MetricTreatment } from './analysis-options';
import type { ArgDeclarations } from './argument';
import { analysisToKube, type BoundAnalysis, refuseConflicts } from './bound-analysis';
import { allKnown, type CheckTemplate, distinctTemplates } from './check-template';
import { treatmentToKube } from './metric-treatment';
import { argToKube } from './template-arg';
import type { AnalysisRunSpecWire, TemplateArgWire } from './wire';

/** When a run that has ended is deleted. */
export interface TtlStrategy {
  /**
   * After any end.
   * @default - it stays
   */
  readonly afterCompletion?: DurationLike;
  /**
   * After a success.
   * @default - afterCompletion
   */
  readonly afterSuccess?: DurationLike;
  /**
   * After a failure.
   * @default - afterCompletion
   */
  readonly afterFailure?: DurationLike;
}

/** What an `AnalysisRun` is made of. */
export interface AnalysisRunProps extends MetricTreatment {
  /** The checks that are run together, made in this program. Their arguments are text or numbers: there is no Rollout to ask. */
  readonly checks: readonly [BoundAnalysis, ...BoundAnalysis[]];
  /**
   * When the run is deleted once it has ended. Argo CD makes a run that is missing anew, so combine it with a `SyncHook` only.
   * @default - it stays
   */
  readonly ttlStrategy?: TtlStrategy;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Runs checks once, without a Rollout: when it is applied. Changing it later starts nothing, so give it another id to run it
 * again, or make it a hook: `SyncHook.postSync(run)` makes it anew with every sync.
 *
 * @see analysis/controller.go in argoproj/argo-rollouts
 */
export class AnalysisRun extends Construct {
  private readonly checks: readonly BoundAnalysis[];
  private readonly templates: readonly CheckTemplate[];
  private readonly props: AnalysisRunProps;
  private readonly object: ApiObject;

  public constructor(scope: Construct, id: string, props: AnalysisRunProps) {
    super(scope, id);
    adopt(this);
    this.checks = [...props.checks];
    this.props = props;
    refuseConflicts(this.checks, props);
    this.templates = distinctTemplates(this.checks.flatMap(({ _templates }) => _templates));
    const elsewhere = this.templates.find((template) => !allKnown([template]));
    if (elsewhere) {
      throw fail(this, `${elsewhere.kind} ${elsewhere.name} is made elsewhere, so its metrics are not known here and cannot be run. ` +
        'run checks that are made in this program');
    }
    for (const { _values } of this.checks) {
      const runtime = Object.entries(_values).find(([, value]) => typeof value === 'object')?.[0];
      if (runtime !== undefined) {
        throw fail(this, `the argument ${JSON.stringify(runtime)} is a value that only a Rollout knows, and this run has none. pass text or a number`);
      }
    }
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisRun',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
  }

  /** The name of the AnalysisRun. */
  public get name(): string {
    return this.object.name;
  }

  private _toKube(): AnalysisRunSpecWire {
    const treatments = [...this.templates.map(({ treatment }) => treatment), this.props].map(treatmentToKube);
    const [dryRun, measurementRetention] = [
      treatments.flatMap((treatment) => treatment.dryRun ?? []), treatments.flatMap((treatment) => treatment.measurementRetention ?? []),
    ];
    const args = this.args();
    const { ttlStrategy: ttl } = this.props;
    return {
      args: args.length > 0 ? args : undefined,
      dryRun: dryRun.length > 0 ? dryRun : undefined,
      measurementRetention: measurementRetention.length > 0 ? measurementRetention : undefined,
      metrics: this.templates.flatMap(({ metrics = [] }) => metrics.map((metric) => metric._toKube())),
      ttlStrategy: ttl && {
        secondsAfterCompletion: ttl.afterCompletion && secondsOf(ttl.afterCompletion, 'ttlStrategy.afterCompletion'),
        secondsAfterSuccess: ttl.afterSuccess && secondsOf(ttl.afterSuccess, 'ttlStrategy.afterSuccess'),
        secondsAfterFailure: ttl.afterFailure && secondsOf(ttl.afterFailure, 'ttlStrategy.afterFailure'),
      },
    };
  }

  // As the controller merges them: what is given, else the value that one of the templates has.
  private args(): readonly TemplateArgWire[] {
    const args = new Map<string, TemplateArgWire>();
    for (const { args: declared } of this.templates) {
      for (const [name, arg] of Object.entries(declared as ArgDeclarations)) {
        if (args.get(name)?.value === undefined) args.set(name, argToKube(name, arg));
      }
    }
    const { args: given = [] } = analysisToKube(this.checks, { serviceName: () => ({ missing: 'there is no Rollout' }) });
    for (const arg of given) args.set(arg.name, { name: arg.name, value: arg.value });
    return [...args.values()];
  }
}
