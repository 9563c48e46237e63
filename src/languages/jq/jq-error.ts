/** Why a jq expression does not compile. */
export class JqError extends Error {
  public constructor(
    /** What is wrong and what was wanted, in words for whoever wrote the expression. */
    public readonly reason: string,
    /** Where in the text, from 0. */
    public readonly at: number,
  ) {
    super(reason);
  }
}

/** The expression may well compile, but is nested deeper than this library goes. */
export class TooDeepJq extends Error {
  public constructor() {
    super('the expression is nested too deeply to be read here');
  }
}
