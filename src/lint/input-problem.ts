/** A file, or a part of one, that could not be looked at. The rest is linted all the same. */
export interface InputProblem {
  /** As it is shown: relative to the working directory, with slashes. */
  readonly file: string;
  /** Counted from 1. Absent when the whole file is meant. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** One line, lower case: what is wrong and what to do. */
  readonly message: string;
}

/** The problem as a line of a terminal: `web/app.yaml:3:5: a tab ...`. */
export function problemLine({ file, line, column, message }: InputProblem): string {
  return `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`;
}
