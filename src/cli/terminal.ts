import { createColors, isColorSupported } from 'picocolors';
import { ExitCode } from './exit-code';

/** Where a command writes to. */
export interface Terminal {
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** What went wrong, and what else there is to know. */
  readonly err: (text: string) => void;
  readonly colors: ReturnType<typeof createColors>;
}

/** The terminal of this process. Without one, as in a pipe, there are no colours, unless FORCE_COLOR says so; NO_COLOR says no. */
export function processTerminal(): Terminal {
  // `| head` closes the pipe when it has seen enough, which is no mistake of anybody.
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.exitCode = ExitCode.refused;
    process.stderr.write(`error: not all of the output could be written: ${message}\n`);
  });
  process.stderr.on('error', () => undefined);
  const { FORCE_COLOR: forced } = process.env;
  const isForced = forced === undefined || forced === '' ? undefined : !/^(0|false)$/.test(forced);
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colors: createColors(isColorSupported && (isForced ?? process.stdout.isTTY)),
  };
}
