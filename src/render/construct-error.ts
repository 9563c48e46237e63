import type { IConstruct } from 'constructs';
import { printAlone } from '../manifests/uncaught';
import { currentUserFrame, readableStack, userFramesOf } from '../manifests/user-frame';
import { sourceOf } from './source-frame';

/** Thrown when a construct is given something that contradicts itself; the message starts with the construct's path. */
export class ConstructError extends Error {
  /** What JavaScript calls this kind of error. */
  public override readonly name = 'ConstructError';

  public constructor(
    construct: IConstruct,
    /** What is wrong, without path and line. */
    public readonly reason: string,
    line = sourceOf(construct),
  ) {
    super(`${construct.node.path || construct.node.id || 'app'}: ${reason}${line ? ` (${line})` : ''}`);
    Object.defineProperty(this, 'reason', { enumerable: false });
    this.stack = readableStack(this);
    const callers = line ? [] : userFramesOf(this);
    printAlone(this, [`error: ${this.message}`, ...callers.map((frame) => `  from ${frame}`)].join('\n'));
  }
}

/** An error about how a construct was made, to be thrown by the caller so that control flow stays visible. */
export function fail(construct: IConstruct, reason: string): ConstructError {
  return new ConstructError(construct, reason);
}

/** An error about what is being asked of a construct that exists already: it names the line that asks. */
export function failHere(construct: IConstruct, reason: string): ConstructError {
  return new ConstructError(construct, reason, currentUserFrame());
}
