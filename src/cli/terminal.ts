import { createColors } from 'picocolors';
import { hasColors } from '../validation/report/has-colors';
import { ExitCode } from './exit-code';

/** Where a command writes to. */
export interface Terminal {
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** What went wrong, and what else there is to know. */
  readonly err: (text: string) => void;
  /** The colours of what was asked for. */
  readonly colors: ReturnType<typeof createColors>;
  /** The colours of the rest: one of the two may be a terminal, and the other a file. */
  readonly errColors: ReturnType<typeof createColors>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // `| head` closes the pipe when it has seen enough, which is no mistake of anybody.
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.exitCode = ExitCode.refused;
    process.stderr.write(`error: not all of the output could be written: ${message}\n`);
  });
  process.stderr.on('error', () => undefined);
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colors: createColors(hasColors(process.stdout)),
    errColors: createColors(hasColors(process.stderr)),
  };
}
