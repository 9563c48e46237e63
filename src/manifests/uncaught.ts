import { isMainThread } from 'node:worker_threads';

const texts = new WeakMap<object, string>();
let isWatching = false;

/**
 * Says what is printed of an error that nobody catches. Node alone would put it between a line of its own code, a stack and its version.
 * The program ends with 1 as it would without; whoever catches the error notices nothing.
 */
export function printAlone(error: Error, text: string): void {
  texts.set(error, text);
  // In a worker an error that nobody catches is an event for the thread that started it.
  if (isWatching || !isMainThread) return;
  isWatching = true;
  process.on('uncaughtExceptionMonitor', print);
}

function print(error: unknown): void {
  const text = texts.get(error as object);
  // Who handles such errors decides what becomes of them.
  const isHandled = process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback();
  if (text === undefined || isHandled) return;
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
