/** Why a Go template does not parse, or fails when it is filled in. */
export class TemplateError extends Error {
  public constructor(
    /** What is wrong and what was wanted, in words for whoever wrote the template. */
    public readonly reason: string,
    /** Where in the text, from 0. */
    public readonly at: number,
  ) {
    super(reason);
  }
}

/** The controller may well know what comes out, but this library does not. */
export class UnknownOutcome extends Error {
  public constructor(
    /** What is not known: `the label region of a cluster`, `what the function genCA gives`. */
    public readonly reason: string,
  ) {
    super(reason);
  }
}

/** A reason with its place in front: `character 5: ...`, with the line where there are several. */
export function placed(source: string, { reason, at }: TemplateError): string {
  const before = source.slice(0, at).split('\n');
  const character = before.at(-1)!.length + 1;
  const line = source.includes('\n') ? `line ${before.length}, ` : '';
  return `${line}character ${character}: ${reason}`;
}

/** Why a function fails. Who called it knows where. */
export class FunctionFailure extends Error {}

/** A key that a map does not have. */
export class MissingKey extends TemplateError {}
