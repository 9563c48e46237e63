/** Thrown by an assertion that does not hold. What else an assertion throws is a misuse, or what a synth would refuse. */
export class FailedExpectation extends Error {
  public override readonly name = 'FailedExpectation';
}
