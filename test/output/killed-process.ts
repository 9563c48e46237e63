import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../../src/output/writer';
import { compiledWriter } from './compiled-writer';
import { scratch } from './scratch';

/** What changes the file system, and is counted. */
const CHANGES = ['mkdirSync', 'openSync', 'writeFileSync', 'renameSync', 'unlinkSync', 'rmdirSync', 'utimesSync'];

/**
 * A program that writes files and kills itself instead of its nth change: `node <program> <outdir> <n>`. A write is done to half
 * before. It says how many changes it made if it comes to its end.
 */
export function killedWriter(files: readonly OutputFile[]): string {
  const program = join(scratch(), 'program.js');
  writeFileSync(program, `
    const fs = require('node:fs');
    const { writeOutput } = require(${JSON.stringify(compiledWriter())});
    let left = Number(process.argv[3]);
    let made = 0;
    for (const name of ${JSON.stringify(CHANGES)}) {
      const real = fs[name];
      fs[name] = (...args) => {
        const reads = name === 'openSync' && (typeof args[1] === 'number' ? args[1] & 3 : args[1] === 'r') === 0;
        if (!reads && left-- === 0) {
          if (name === 'writeFileSync') real(args[0], Buffer.from(args[1]).subarray(0, args[1].length / 2));
          process.kill(process.pid, 'SIGKILL');
        }
        if (!reads) made++;
        return real(...args);
      };
    }
    writeOutput({ outdir: process.argv[2], app: 'shop', files: ${JSON.stringify(files)} });
    process.stdout.write(String(made));
  `);
  return program;
}

/** How a process ended. */
export interface End {
  readonly signal: string | null;
  readonly output: string;
}

export function endOf(program: string, ...args: readonly (string | number)[]): Promise<End> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [program, ...args.map(String)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', fail);
    child.on('close', (_, signal) => settle({ signal, output }));
  });
}

/** Does something with every item, a few at a time. */
export async function eachOf<T>(items: readonly T[], atOnce: number, action: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await action(item);
  }));
}
