/** How a command ended: nothing is wrong, something was found, or it was not carried out. */
export const ExitCode = { done: 0, found: 1, refused: 2 } as const;

/** One of the codes. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
