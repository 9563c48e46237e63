import type { ApiObjectMetadata } from 'cdk8s';
import type { MetricTreatment } from './analysis-options';
import type { ArgDeclarations, ArgReferences, ExternalArgs } from './argument';
import type { CheckTemplate } from './check-template';
import type { Metric } from './metric';

/** A check that another one may nest: all arguments that it needs are `Supplied` by the other one. */
export interface NestableCheck<Supplied extends string> {
  /** The name of its template. */
  readonly name: string;
  /** The arguments that it has to be given. */
  readonly requiredArgs: readonly Supplied[];
  /** @internal */
  _templates(): readonly [CheckTemplate, ...CheckTemplate[]];
}

/** What every check can say. */
export interface CheckBaseProps<A extends ArgDeclarations> extends MetricTreatment {
  /**
   * What differs from one use to the next.
   * @default - none
   */
  readonly args?: A;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/** What a check measures: metrics of its own, those of other checks, or both. */
export type CheckContents<A extends ArgDeclarations, N> =
  | {
    /** What is measured. The function gets a reference for every declared argument: `(arg) => [... arg.service ...]`. */
    readonly metrics: (arg: ArgReferences<A>) => readonly Metric[];
    /**
     * Checks that run with this one. They get the same arguments, so this one declares all that they require.
     * @default - none
     */
    readonly nested?: readonly N[];
  }
  | {
    readonly metrics?: undefined;
    /** Checks that run together under one name. They get the same arguments, so this one declares all that they require. */
    readonly nested: readonly [N, ...N[]];
  };

/** A template that somebody else makes. */
export interface NamedCheckProps<A extends ExternalArgs> {
  /** The name of the template. */
  readonly name: string;
  /**
   * Its arguments, as far as you want to supply them: `Arg.required()` or `Arg.optional()`.
   * @default - none
   */
  readonly args?: A;
}
