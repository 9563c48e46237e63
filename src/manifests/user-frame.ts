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

/** The user's line that is running now. */
export function currentUserFrame(): string | undefined {
  return userFrameOf(new Error().stack ?? '');
}
