import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../../src/output/writer';

const made: string[] = [];

afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that is removed after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-argo-output-'));
  made.push(folder);
  return folder;
}

/** Puts a file where the writer did not. */
export function put(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Every file below a folder, with its content. */
export function tree(folder: string, below = ''): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? Object.entries(tree(folder, path)) : [[path, readFileSync(join(folder, path), 'utf8')]];
  }));
}

/** Files in the default layout, by unit. */
export function units(contents: Readonly<Record<string, string>>): OutputFile[] {
  return Object.entries(contents).map(([unit, content]) => ({ unit, path: `${unit}/${unit.split('/').pop()}.k8s.yaml`, content }));
}
