import type { GoMap } from '../languages/go-templates/values';
import type { Manifest } from '../manifests/manifest';
import type { Pointer } from '../manifests/pointer';
import type { ProblemKind } from './expansion-error';
import type { GeneratorType } from './generators/generator-types';
import type { Count, ParameterSet } from './parameter-set';
import type { LeftOver } from './template';

/** An Application that the ApplicationSet makes. */
export interface GeneratedApplication {
  /** The Application. Texts that depend on what is not known stand as they are written, with their braces. */
  readonly manifest: Manifest;
  /** The Application without the patch of the template; absent when no patch has changed it. */
  readonly unpatched?: Manifest;
  /** How many Applications it stands for. */
  readonly count: Count;
  /** The parameters that it is made of. */
  readonly parameters: GoMap;
  /** The generator, by its place in the ApplicationSet. */
  readonly generator: Pointer;
  /** Texts in which a parameter is missing. */
  readonly left: readonly LeftOver[];
  /** Why the Application may differ from this in other ways. */
  readonly unknown?: string;
}

/** Something for which the controller gives up on the whole set. */
export interface ExpansionProblem {
  /** Where in the ApplicationSet. */
  readonly pointer: Pointer;
  /** What is wrong, in words for whoever wrote it. */
  readonly reason: string;
  readonly kind: ProblemKind;
}

/** What one of the generators at the top gives. */
export interface ExpandedGenerator {
  readonly pointer: Pointer;
  readonly type: GeneratorType;
  readonly sets: readonly ParameterSet[];
  /** Why there may be other sets than these, or not even these; absent when all is known. */
  readonly unknown?: string;
}

/** A set of parameters that a merge makes nothing of. */
export interface UnusedSet {
  /** The generator in the merge. */
  readonly pointer: Pointer;
  /** Its merge keys with their values, in words. */
  readonly keys: string;
}

/** What an ApplicationSet makes, as far as anybody can know without a cluster. */
export interface ApplicationSetExpansion {
  /** In the order of the generators. */
  readonly applications: readonly GeneratedApplication[];
  readonly generators: readonly ExpandedGenerator[];
  /** Sets of parameters in merges that fit none of the first generator. */
  readonly unused: readonly UnusedSet[];
  /** With any of them the controller changes nothing at all. */
  readonly problems: readonly ExpansionProblem[];
}
