import { relative, resolve } from 'node:path';
import { readSettingsYaml } from '../languages/yaml-text';
import { InputError } from '../manifests/input-error';
import { type Profile, profileOf } from '../validation/profiles';
import { textOfFile } from './named-file';

/**
 * A profile by its name, or of a file when it is written as a path.
 *
 * @param folder what the path is relative to
 * @param cwd what paths in messages are relative to
 */
export function namedProfile(text: string, folder: string, cwd: string): Profile {
  if (!/[/.]/.test(text)) return profileOf(text);
  const { value, problem } = readSettingsYaml(textOfFile(resolve(folder, text), cwd));
  if (problem !== undefined) throw new InputError(`${relative(cwd, resolve(folder, text))} is no YAML: ${problem}`);
  return profileOf(value);
}
