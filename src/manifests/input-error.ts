import { printAlone } from './uncaught';
import { currentUserFrame, readableStack, userFramesOf } from './user-frame';

/** Thrown by values that stand in no construct, such as steps and metrics. The message ends with the user's line. */
export class InputError extends Error {
  public override readonly name = 'InputError';

  /** The user's line that made the value. */
  public readonly line?: string;

  public constructor(
    /** What is wrong, without the line. */
    public readonly reason: string,
  ) {
    const line = currentUserFrame();
    super(line ? `${reason} (${line})` : reason);
    this.line = line;
    // Node prints these of an error that nobody catches, and the message has said them.
    for (const key of ['reason', 'line']) Object.defineProperty(this, key, { enumerable: false });
    this.stack = readableStack(this);
    // The message has the line. Those that led to it may say which of many values it is.
    const callers = userFramesOf(this).filter((frame) => frame !== line);
    printAlone(this, [`error: ${this.message}`, ...callers.map((frame) => `  from ${frame}`)].join('\n'));
  }
}
