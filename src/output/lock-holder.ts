import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hasCode } from './output-error';

/** The name of a file that says who writes: the process, its machine, and what no two holders have in common. */
export function newHolder(): string {
  return [process.pid, MACHINE, process.hrtime.bigint()].join('.');
}

/** The number of the process, on its machine. */
export function processOf(holder: string): number {
  return Number(holder.split('.')[0]);
}

/** The name of its machine. */
export function machineOf(holder: string): string {
  return (holder.split('.')[1] ?? '').replace(/-\d+$/, '');
}

/** Whether it was started where this process can ask for it. */
export function isHere(holder: string): boolean {
  return holder.split('.')[1] === MACHINE;
}

/** Whether its process has certainly ended. */
export function isDead(holder: string): boolean {
  if (!isHere(holder)) return false;
  if (processOf(holder) === process.pid) return wasBeforeThisProcess(holder);
  try {
    process.kill(processOf(holder), 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/** In containers every run has the same number. Made in this process, the holder is another thread. */
function wasBeforeThisProcess(holder: string): boolean {
  const started = process.hrtime.bigint() - BigInt(Math.ceil(process.uptime() * 1e9));
  return !/^\d+$/.test(holder.split('.')[2] ?? '') || BigInt(holder.split('.')[2]!) < started;
}

/** The machine, and on Linux the container too: a process has another number outside of its container. */
const MACHINE = `${hostname().replace(/[^A-Za-z0-9-]/g, '-')}-${processNamespace()}`;

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return '0';
  }
}
