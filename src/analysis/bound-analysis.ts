import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fail, failHere } from '../render/construct-error';
import type { AnalysisOptions } from './analysis-options';
import type { AnyArg, ArgValue, RuntimeArg, ServiceRole } from './argument';
import { allKnown, type CheckTemplate, conflictOf, distinctTemplates, metricNamesOf, treated } from './check-template';
import { treatmentProblem, treatmentToKube } from './metric-treatment';
import type { AnalysisArgWire, AnalysisTemplateRefWire, RolloutAnalysisWire } from './wire';

/** What a Rollout tells an analysis about itself. */
export interface AnalysisTarget {
  /** The name of the Service in this role, or why there is none. */
  serviceName(role: ServiceRole): string | { readonly missing: string };
}

/** A check together with the values of its arguments. Made by `withArgs` of a check. */
export class BoundAnalysis {
  /** @internal */
  public constructor(
    /** @internal */
    public readonly _check: IConstruct,
    /** @internal The template of the check, then those that it nests. */
    public readonly _templates: readonly [CheckTemplate, ...CheckTemplate[]],
    /** @internal */
    public readonly _values: Readonly<Record<string, ArgValue | undefined>>,
  ) {}

  /** The templates that are made here, so that they can be applied before whoever uses them. */
  public get templates(): readonly ApiObject[] {
    return this._templates.flatMap(({ object }) => object ?? []);
  }

  /** @internal */
  public _template(): AnalysisTemplateRefWire {
    const [{ kind, name }] = this._templates;
    return kind === 'ClusterAnalysisTemplate' ? { templateName: name, clusterScope: true } : { templateName: name };
  }

  /** @internal */
  public _args(target: AnalysisTarget): readonly AnalysisArgWire[] {
    return Object.entries(this._values).flatMap(([name, value]) => (value === undefined ? [] : [this.argOf(name, value, target)]));
  }

  private argOf(name: string, value: ArgValue, target: AnalysisTarget): AnalysisArgWire {
    if (typeof value !== 'object') return { name, value: String(value) };
    switch (value.kind) {
      case 'service': return { name, value: this.serviceOf(name, value, target) };
      case 'podTemplateHash': return { name, valueFrom: { podTemplateHashValue: value.of } };
      case 'field': return { name, valueFrom: { fieldRef: { fieldPath: value.path } } };
    }
  }

  private serviceOf(name: string, value: RuntimeArg & { kind: 'service' }, target: AnalysisTarget): string {
    const service = target.serviceName(value.role);
    if (typeof service === 'string') return service;
    throw fail(this._check, `the argument ${JSON.stringify(name)} asks for the ${value.role} Service, but ${service.missing}`);
  }
}

/**
 * Refuses checks that cannot run as one analysis, at the line that puts them together: the controller merges their templates,
 * hands all of them the same arguments and keeps results by metric name.
 */
export function refuseConflicts(checks: readonly BoundAnalysis[], options: AnalysisOptions = {}): void {
  const problem = conflictBetween(checks, options);
  if (problem) throw failHere(problem.check, problem.reason);
}

/** The wire form of several checks that run as one analysis. */
export function analysisToKube(
  checks: readonly BoundAnalysis[], target: AnalysisTarget, options: AnalysisOptions = {},
): RolloutAnalysisWire & { readonly templates: readonly AnalysisTemplateRefWire[] } {
  const problem = conflictBetween(checks, options);
  if (problem) throw fail(problem.check, problem.reason);
  const args = new Map(checks.flatMap((check) => check._args(target)).map((arg) => [arg.name, arg]));
  return {
    templates: checks.map((check) => check._template()),
    args: args.size > 0 ? [...args.values()] : undefined,
    ...treatmentToKube(options),
    analysisRunMetadata: options.analysisRunMetadata,
  };
}

/** What stands between checks that are to run as one, and the check to say it of. */
interface Conflict {
  readonly check: IConstruct;
  readonly reason: string;
}

function conflictBetween(checks: readonly BoundAnalysis[], options: AnalysisOptions): Conflict | undefined {
  const last = checks[checks.length - 1];
  if (!last) return undefined;
  const templates = distinctTemplates(checks.flatMap(({ _templates }) => _templates));
  const reason = valueConflict(checks) ?? conflictOf(templates)
    ?? treatmentProblem(options, metricNamesOf(templates), allKnown(templates)) ?? repeatedTreatment(templates, options);
  return reason === undefined ? undefined : { check: last._check, reason };
}

function valueConflict(checks: readonly BoundAnalysis[]): string | undefined {
  const known = new Map<string, string>();
  for (const check of checks) {
    for (const [name, value] of effectiveValues(check)) {
      const other = known.get(name);
      if (other !== undefined && other !== value) {
        return `two checks of one analysis get different values for the argument ${JSON.stringify(name)}: ${other} and ${value}. ` +
          'argo rollouts hands every check the same arguments: use two analyses, or name the arguments apart';
      }
      known.set(name, value);
    }
  }
  return undefined;
}

/** What a check expects each of its arguments to be: what it was given, or its defaults. */
function effectiveValues({ _templates, _values }: BoundAnalysis): Map<string, string> {
  const values = new Map<string, string>();
  for (const { args } of _templates) {
    for (const [name, arg] of Object.entries<AnyArg>(args)) {
      const given = _values[name];
      const value = given === undefined ? (arg.kind === 'defaulted' ? arg.value : undefined) : given;
      if (value !== undefined) values.set(name, typeof value === 'object' ? JSON.stringify(value) : JSON.stringify(String(value)));
    }
  }
  return values;
}

function repeatedTreatment(templates: readonly CheckTemplate[], options: AnalysisOptions): string | undefined {
  for (const field of ['dryRun', 'measurementRetention'] as const) {
    const own = treated(options, field);
    const owner = templates.find(({ treatment }) => treated(treatment, field).some((name) => own.includes(name)));
    if (owner) return `${field} of the analysis names a metric that ${owner.kind} ${owner.name} names already. remove one of the two`;
  }
  return undefined;
}
