import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shownPath } from './input-path';
import { type LintConfig, lintConfig, NO_CONFIG } from './lint-config';
import { textOfFile } from './named-file';

const CONFIG = 'cdk8s-argo.yaml';

/** The settings: of a file that was named, or of the next one upwards; none when they are not wanted. */
export function configOf(named: string | boolean | undefined, cwd: string): LintConfig {
  if (named === false) return NO_CONFIG;
  const file = typeof named === 'string' ? resolve(cwd, named) : nextUpwards(cwd);
  return file === undefined ? NO_CONFIG : lintConfig(textOfFile(file, cwd), file, shownPath(file, cwd), cwd);
}

function nextUpwards(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, CONFIG);
    if (existsSync(file)) return file;
    if (at === dirname(at)) return undefined;
  }
}
