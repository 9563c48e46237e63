import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import type { Tool } from './build';
import type { Case } from './cases';
import type { Measurement } from './child';

/** Measures in a process of its own, so that no case warms up or fills the memory of another. */
export function measureInChild(tool: Tool, measured: Case): Measurement {
  const args = ['--expose-gc', '--import', 'tsx', path.join(__dirname, 'child.ts'), JSON.stringify([tool, measured])];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Measurement;
}
