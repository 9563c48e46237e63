import type { UnusedSet } from './application-set-expansion';
import type { Definition } from './definition';
import type { ExpansionFacts } from './facts';
import { type Generated, type ParameterSet } from './parameter-set';
import type { TextRenderer } from './text-renderer';

/** What generators work with. */
export interface GeneratorContext {
  readonly facts: ExpansionFacts;
  readonly renderer: TextRenderer;
  /** What an entry of a list of generators gives, filled in with the parameters of a matrix if it stands in one. */
  generate(entry: Definition, filledBy?: ParameterSet): Generated;
  /** Notes a set of parameters that a merge makes nothing of. */
  unused(set: UnusedSet): void;
}

/** A generator: what it gives for how it is written. Throws ExpansionError. */
export type GeneratorFunction = (definition: Definition, context: GeneratorContext) => Generated;
