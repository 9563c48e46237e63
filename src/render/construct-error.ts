import type { IConstruct } from 'constructs';
import { sourceOf } from './source-frame';

/** Thrown when a construct is given something that contradicts itself; the message starts with the construct's path. */
export class ConstructError extends Error {
  public override readonly name = 'ConstructError';

  public constructor(construct: IConstruct, message: string) {
    const source = sourceOf(construct);
    super(`${construct.node.path || construct.node.id || 'app'}: ${message}${source ? ` (${source})` : ''}`);
  }
}

/** An error that names the construct, to be thrown by the caller so that control flow stays visible. */
export function fail(construct: IConstruct, message: string): ConstructError {
  return new ConstructError(construct, message);
}
