import { createColors, isColorSupported } from 'picocolors';

/** Where a command writes to. */
export interface Terminal {
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** What went wrong, and what else there is to know. */
  readonly err: (text: string) => void;
  readonly colors: ReturnType<typeof createColors>;
}

/** The terminal of this process. Without one, as in a pipe, there are no colours. */
export function processTerminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colors: createColors(isColorSupported && process.stdout.isTTY),
  };
}
