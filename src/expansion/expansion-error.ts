import type { Pointer } from '../manifests/pointer';

/** What sort of error it is: generators that are written wrong, a parameter that is missing, or something about what comes out. */
export type ProblemKind = 'shape' | 'missing-key' | 'outcome';

/** Why the ApplicationSet controller gives up: it then changes no Application at all. */
export class ExpansionError extends Error {
  public constructor(
    /** Where in the ApplicationSet. */
    public readonly pointer: Pointer,
    /** What is wrong, in words for whoever wrote it. */
    public readonly reason: string,
    public readonly kind: ProblemKind = 'outcome',
  ) {
    super(reason);
  }

  /** The error of a text that cannot be filled in. */
  public static ofText(pointer: Pointer, outcome: { readonly problem: string; readonly missingKey: boolean }): ExpansionError {
    return new ExpansionError(pointer, outcome.problem, outcome.missingKey ? 'missing-key' : 'outcome');
  }
}
