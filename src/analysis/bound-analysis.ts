import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fail } from '../render/construct-error';
import type { ArgValue, RuntimeArg, ServiceRole } from './argument';
import type { AnalysisArgWire, AnalysisTemplateRefWire } from './wire';

/** What a Rollout tells an analysis about itself. */
export interface AnalysisTarget {
  /** The name of the Service in this role, or why there is none. */
  serviceName(role: ServiceRole): string | { readonly missing: string };
}

/** A check together with the values of its arguments. Made by `AnalysisCheck.withArgs`. */
export class BoundAnalysis {
  /** @internal */
  public constructor(
    private readonly check: IConstruct,
    /** The template, so that it can be applied before whoever uses it. */
    public readonly template: ApiObject,
    private readonly values: Readonly<Record<string, ArgValue | undefined>>,
  ) {}

  /** @internal */
  public _template(): AnalysisTemplateRefWire {
    return { templateName: this.template.name };
  }

  /** @internal */
  public _args(target: AnalysisTarget): readonly AnalysisArgWire[] {
    return Object.entries(this.values).flatMap(([name, value]) => (value === undefined ? [] : [this.argOf(name, value, target)]));
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
    throw fail(this.check, `the argument ${JSON.stringify(name)} asks for the ${value.role} Service, but ${service.missing}`);
  }
}

/** The wire form of several checks that run as one analysis. */
export function analysisToKube(checks: readonly BoundAnalysis[], target: AnalysisTarget): {
  readonly templates: readonly AnalysisTemplateRefWire[];
  readonly args: readonly AnalysisArgWire[] | undefined;
} {
  const args = new Map<string, AnalysisArgWire>();
  for (const arg of checks.flatMap((check) => check._args(target))) {
    const known = args.get(arg.name);
    if (known && JSON.stringify(known) !== JSON.stringify(arg)) {
      throw new Error(`two checks of one analysis get different values for the argument ${JSON.stringify(arg.name)}. ` +
        'Argo Rollouts hands every check the same arguments: use two analyses, or name the arguments apart');
    }
    args.set(arg.name, arg);
  }
  return { templates: checks.map((check) => check._template()), args: args.size > 0 ? [...args.values()] : undefined };
}
