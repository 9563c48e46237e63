import type { ApiObjectMetadata } from 'cdk8s';
import type { CascadeDeletion } from '../apps/cascade-deletion';
import type { DeriveDifferences } from '../apps/derived-differences';
import type { JsonPointer } from '../apps/ignored-difference';
import type { JqPath } from '../render/controller-writes';
import type { ApplicationSetGenerator } from './application-set-generator';
import type { ApplicationTemplate } from './application-template';
import type { GeneratorParameters } from './parameters';
import type { RollingSync } from './rolling-sync';
import type { ApplicationPatch } from './template-patch';

/** One generator or more; each may provide other parameters. */
export type Generators = readonly [ApplicationSetGenerator, ...ApplicationSetGenerator[]];

/** What a template can say: the parameters that every one of the generators provides. */
export type ParametersOf<G extends Generators> = GeneratorParameters<ProvidedBy<G[number]>>;

/** The parameters of a generator. */
export type ProvidedBy<G> = G extends ApplicationSetGenerator<infer P> ? P : never;

/** Labels and annotations of Applications that somebody else writes. */
export interface PreservedFields {
  /** @default - none */
  readonly annotations?: readonly string[];
  /** @default - none */
  readonly labels?: readonly string[];
}

/** Fields of generated Applications that the ApplicationSet leaves as they are: `/spec/source/targetRevision`. */
export type IgnoredApplicationDifference = { readonly name?: string } & (
  | { readonly jsonPointers: readonly [JsonPointer, ...JsonPointer[]]; readonly jqPathExpressions?: readonly JqPath[] }
  | { readonly jqPathExpressions: readonly [JqPath, ...JqPath[]]; readonly jsonPointers?: readonly JsonPointer[] }
);

/** What an `ApplicationSet` is made of. */
export interface ApplicationSetProps<G extends Generators> {
  /** Where the sets of parameters come from. Each set makes an Application. */
  readonly generators: G;
  /** The Application for a set of parameters. A parameter that a generator does not provide does not compile. */
  readonly template: (parameters: ParametersOf<G>) => ApplicationTemplate;
  /**
   * What differs between the Applications and is no text, such as switches and lists: a part of an Application, or a Go template that
   * gives its YAML. It is laid over what the template gives; a list replaces a list, and null takes a field away. The project stays.
   * @default - nothing
   */
  readonly templatePatch?: (parameters: ParametersOf<G>) => ApplicationPatch | string;
  /**
   * Groups of Applications, one synced after the other. It needs progressive syncs in the ApplicationSet controller, which are off by
   * default; the setting is contributed to the `ArgoCdParams` of the app.
   * @default - all at once
   */
  readonly rollingSync?: RollingSync;
  /**
   * Whether what an Application has applied is deleted with it. An Application goes when its generator does not yield it any more, be it
   * for an error in a label or a token without rights; so everything it has applied stays, and is taken up again when it comes back.
   * @default false
   */
  readonly cascadeDeletion?: CascadeDeletion;
  /**
   * What the ApplicationSet does to its Applications beside creating them. With `'create-update'` an Application stays when its generator
   * does not yield it any more, until somebody deletes it; `'sync'` changes and deletes them. Argo CD heeds it unless its controller has a
   * policy for all sets and lets no set have another one.
   * @default - the policy of the controller, which is 'sync' unless somebody has changed it
   */
  readonly applicationsSync?: 'sync' | 'create-only' | 'create-update' | 'create-delete';
  /**
   * Labels and annotations of the Applications that are left as they are.
   * @default - none but those that Argo CD writes itself
   */
  readonly preservedFields?: PreservedFields;
  /**
   * Fields of the Applications that people or controllers may change by hand, such as `/spec/syncPolicy` to stop one for a while.
   * @default - none: every change is undone
   */
  readonly ignoreApplicationDifferences?: readonly IgnoredApplicationDifference[];
  /**
   * Whether fields that controllers write into the objects of the charts are ignored, so that Argo CD does not reset them.
   * @default true
   */
  readonly deriveIgnoreDifferences?: DeriveDifferences;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the namespace from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}
