import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { userFrameOf } from '../manifests/user-frame';

/**
 * Where in the user's program a construct was made.
 *
 * A stack is captured raw with each construct of ours and only turned into text when a message needs it: formatting costs
 * ten times what capturing does. Objects of other libraries borrow the place of their nearest ancestor that has one.
 */
const captured = new WeakMap<IConstruct, { readonly stack?: string }>();

// Deep enough to get past our own constructors and two or three subclasses of the user's.
const FRAMES = 14;

/** Remembers the line that is making this construct. */
export function captureSource(construct: IConstruct): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const holder: { readonly stack?: string } = {};
  Error.captureStackTrace(holder, captureSource);
  Error.stackTraceLimit = limit;
  captured.set(construct, holder);
}

/** The user's `file:line` that made the construct or its nearest ancestor of ours, relative to the working directory. */
export function sourceOf(construct: IConstruct): string | undefined {
  return frameOf(construct)?.frame;
}

/** Whether that line is where the chart around the construct was made: nobody has captured a line of the construct. */
export function isLineOfChart(construct: IConstruct): boolean {
  const maker = frameOf(construct)?.maker;
  return maker !== undefined && maker !== construct && Chart.isChart(maker);
}

function frameOf(construct: IConstruct): { readonly maker: IConstruct; readonly frame: string } | undefined {
  for (let maker: IConstruct | undefined = construct; maker; maker = maker.node.scope) {
    const holder = captured.get(maker);
    const frame = holder?.stack && userFrameOf(holder.stack);
    if (frame) return { maker, frame };
  }
  return undefined;
}
