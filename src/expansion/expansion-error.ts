import type { Pointer } from '../manifests/pointer';

/** Why the ApplicationSet controller gives up: it then changes no Application at all. */
export class ExpansionError extends Error {
  public constructor(
    /** Where in the ApplicationSet. */
    public readonly pointer: Pointer,
    /** What is wrong, in words for whoever wrote it. */
    public readonly reason: string,
    /** Whether a parameter is missing. */
    public readonly missingKey = false,
  ) {
    super(reason);
  }
}
