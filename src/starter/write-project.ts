import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../manifests/input-error';

/** The folder of the package, from where this is compiled to as from where it is written. */
const PACKAGE = resolve(__dirname, '../..');
const TEMPLATE = join(PACKAGE, 'templates', 'app');

/** What the template says where the repository goes. */
export const EXAMPLE_REPOSITORY = 'https://git.example.com/my-deployments.git';

/** That address, and the name of the project where it stands alone. In one pass: the address may have the name in it. */
const EXAMPLES = /https:\/\/git\.example\.com\/my-deployments\.git|my-deployments/g;

/** npm leaves files of these names out of a package. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

/** What differs between two projects that were just made. */
export interface NewProject {
  /** The name in its `package.json`. */
  readonly name: string;
  /** Where Argo CD clones it from. */
  readonly repository: string;
}

/**
 * Writes the files of a new project.
 *
 * @param shown the folder, as messages name it
 * @returns the paths of the files in the folder, sorted
 * @throws InputError when the folder has something else in it than a `.git`
 */
export function writeProject(folder: string, shown: string, { name, repository }: NewProject): readonly string[] {
  refuseUnlessEmpty(folder, shown);
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { readonly version: string };
  return templateFiles().map((file) => {
    const target = RENAMED[file] ?? file;
    const text = readFileSync(join(TEMPLATE, file), 'utf8')
      .replace(EXAMPLES, (found) => (found === EXAMPLE_REPOSITORY ? repository : name))
      .replace('"cdk8s-argo": "*"', () => `"cdk8s-argo": "^${version}"`);
    const full = join(folder, target);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text, { flag: 'wx' });
    if (target.endsWith('.sh')) chmodSync(full, 0o755);
    return target;
  }).sort();
}

function templateFiles(): readonly string[] {
  return readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(TEMPLATE.length + 1));
}

function refuseUnlessEmpty(folder: string, shown: string): void {
  let found: string[];
  try {
    found = readdirSync(folder).filter((name) => name !== '.git').sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new InputError(code === 'ENOTDIR' ? `${shown} is a file. name a folder that is empty or does not exist` : (error as Error).message);
  }
  if (found.length === 0) return;
  const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
  throw new InputError(`${shown} is not empty: it has ${found.slice(0, 3).join(', ')}${more}. name a folder that is empty or does not exist`);
}
