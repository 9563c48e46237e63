/** Where an object comes from, for messages. */
export interface Provenance {
  /** Path of the construct that made it, such as `shop/Web/Resource`. Absent for objects that were read from a file. */
  readonly constructPath?: string;
  /**
   * The user's `file:line`, relative to the working directory.
   * A function, because turning a captured stack into text is dear and only a message needs it.
   */
  readonly source?: () => string | undefined;
  /** The file that the object is written to, relative to the output folder. */
  readonly file?: string;
}
