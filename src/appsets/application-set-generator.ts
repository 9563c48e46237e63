import type { ApplicationSetSpecGenerator } from '../../imports/types/argo-cd/application-set';
import type { Fleet } from '../fleet/fleet';
import type { GitRepository } from '../fleet/git-repository';
import type { JsonObject } from '../manifests/json';
import type { KnownSet, SetFacts } from './known-set';
import type { LabelSelector } from './label-selector';
import type { TemplateOverride } from './template-override';

/** What every generator can be told. */
export interface GeneratorOptions {
  /**
   * Which of the sets of parameters are used. Keys are parameters, with dots between the levels: `values.tier`.
   * @default - all of them
   */
  readonly selector?: LabelSelector;
  /**
   * What the Applications of this generator have other than the template says.
   * @default - nothing
   */
  readonly template?: TemplateOverride;
}

/** What most generators can add to each set of parameters. */
export interface GeneratorValues<V extends string> {
  /**
   * Values for the template, as `p.values`. They may contain parameters of the same generator, as Go templates.
   * @default - none
   */
  readonly values?: Readonly<Record<V, string>>;
}

/** Something that an ApplicationSet makes its Applications from: it yields sets of parameters, one for each Application. */
export abstract class ApplicationSetGenerator<out P = unknown> {
  /** Which of the sets of parameters are used. */
  public readonly selector?: LabelSelector;
  /** What its Applications have other than the template says. */
  public readonly template?: TemplateOverride;
  /** Values that it adds to each set of parameters. */
  public readonly values: Readonly<Record<string, string>>;
  /** Keeps the parameters in the type; nothing is stored. */
  declare protected readonly parameters: P;

  /** @internal */
  public constructor(options: GeneratorOptions & GeneratorValues<string>) {
    this.values = { ...options.values };
    this.selector = options.selector;
    this.template = options.template;
  }

  /**
   * Sets of parameters with everything in them that a template can rely on.
   * @internal
   */
  public abstract _examples(): readonly JsonObject[];

  /**
   * What is known of the sets that Argo CD will make, before the selector.
   * @internal
   */
  public abstract _sets(facts: SetFacts): readonly KnownSet[];

  /**
   * Whether `values` is a parameter whose values need not be texts, as in an element of a list.
   * @internal
   */
  public get _hasLooseValues(): boolean {
    return false;
  }

  /**
   * What speaks against the generator, once everything that the app writes is known.
   * @internal
   */
  public _problems(_facts: SetFacts): readonly string[] {
    return [];
  }

  /**
   * The Git repositories whose paths are parameters.
   * @internal
   */
  public get _repositories(): readonly GitRepository[] {
    return [];
  }

  /**
   * The fleets that it is given.
   * @internal
   */
  public get _fleets(): readonly Fleet[] {
    return [];
  }

  /**
   * The generator without selector and template.
   * @internal
   */
  public abstract _toKube(): ApplicationSetSpecGenerator;

  /** The values, when there are some. */
  protected get valuesToKube(): Readonly<Record<string, string>> | undefined {
    return Object.keys(this.values).length > 0 ? this.values : undefined;
  }
}
