/** Where an object comes from, for messages. */
export interface Provenance {
  /** Path of the construct that made it, such as `shop/Web/Resource`. Absent for objects that were read from a file. */
  readonly constructPath?: string;
  /**
   * The user's `file:line`, relative to the working directory.
   * A function, because turning a captured stack into text is dear and only a message needs it.
   */
  readonly source?: () => string | undefined;
  /** Whether that line is where the chart around the construct is made, as nobody knows that of the construct itself. */
  readonly isLineOfChart?: () => boolean;
  /** The file that the object is written to, relative to the output folder. */
  readonly file?: string;
}

/** The user's line as messages name it: `main.ts:12`, or `in the chart made at main.ts:10` for an object of another library. */
export function lineOf({ source, isLineOfChart }: Provenance): string | undefined {
  const line = source?.();
  return line !== undefined && isLineOfChart?.() ? `in the chart made at ${line}` : line;
}
