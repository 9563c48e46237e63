import * as path from 'node:path';

const OWN_FOLDER = path.resolve(__dirname, '..') + path.sep;
const DEPENDENCIES = `${path.sep}node_modules${path.sep}`;

/** The first `file:line` of a stack that is the user's: not ours, not a dependency's, not Node's. Relative to the working directory. */
export function userFrameOf(stack: string): string | undefined {
  for (const line of stack.split('\n')) {
    const match = /\(?((?:file:\/\/)?(?:[A-Za-z]:)?[^():]+):(\d+):\d+\)?$/.exec(line.trim());
    if (!match) continue;
    const file = match[1]!.replace(/^(at )?(async )?/, '').replace(/^file:\/\//, '');
    if (!path.isAbsolute(file) || file.startsWith(OWN_FOLDER) || file.includes(DEPENDENCIES)) continue;
    return `${path.relative(process.cwd(), file).split(path.sep).join('/')}:${match[2]}`;
  }
  return undefined;
}

/** Every `file:line` of the user's in the stack of an error, each once, the innermost first. */
export function userFramesOf(error: Error): readonly string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line)).map(userFrameOf);
  return [...new Set(frames.filter((frame) => frame !== undefined))];
}

/** The stack of an error that the user is to read: its message, and the user's lines. What the message says would drown in our own. */
export function readableStack(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line) && userFrameOf(line) !== undefined);
  return [`${error.name}: ${error.message}`, ...lines].join('\n');
}

/** Deep enough to get past our own frames. */
const FRAMES = 14;

/** The user's line that is running now, for a message that may come later: the stack is read only when the line is asked for. */
export function capturedFrame(): () => string | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const holder: { readonly stack?: string } = {};
  Error.captureStackTrace(holder, capturedFrame);
  Error.stackTraceLimit = limit;
  return () => (holder.stack === undefined ? undefined : userFrameOf(holder.stack));
}

/** The user's line that is running now. */
export function currentUserFrame(): string | undefined {
  return userFrameOf(new Error().stack ?? '');
}
