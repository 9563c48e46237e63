/** Why a condition does not compile, or cannot be evaluated. */
export class ConditionError extends Error {
  public constructor(
    /** What is wrong and what was wanted, in words for whoever wrote the condition. */
    public readonly reason: string,
    /** Where in the text, from 0. Absent where the whole condition is meant. */
    public readonly at?: number,
  ) {
    super(at === undefined ? reason : `character ${at + 1}: ${reason}`);
  }
}

/** Nothing can be said before the arguments of the analysis are known, as one of them may be an operator or half a number. */
export class UndecidedCondition extends Error {
  public constructor() {
    super('the condition depends on the text of an argument');
  }
}

/** The controller may well evaluate it, but this library cannot. */
export class UnsupportedCondition extends Error {
  public constructor(what: string) {
    super(`${what} cannot be evaluated here, only in the cluster`);
  }
}
