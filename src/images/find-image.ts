import { distance } from 'fastest-levenshtein';
import { InputError } from '../manifests/input-error';
import { type LockedImage, type LockFile, shownName } from './lock-file';

/** The lock file of a project that names no other. */
export const DEFAULT_LOCK_FILE = 'images.lock.yaml';

/** What to change where an image stands for these environments alone, and none was named. */
export type ToNameOne = (environments: readonly string[]) => string;

/**
 * The image of a name.
 *
 * @param file as messages name it
 * @throws InputError when the file has none
 */
export function findImage(
  { images, environments }: LockFile, file: string, name: string, environment: string | undefined, toNameOne: ToNameOne,
): LockedImage {
  const found = images.find((image) => image.name === name && image.environment === environment);
  if (found) return found;
  const add = addition(file, name, environment);
  if (environment !== undefined && !environments.includes(environment)) {
    throw new InputError(`${file} has no environment ${JSON.stringify(environment)}${hintOf(environment, environments)}. ${add}`);
  }
  const elsewhere = images.filter((image) => image.name === name).map((image) => image.environment).sort();
  // One that was added beside them would be an image that nothing asks for.
  const only = elsewhere.filter((place) => place !== undefined);
  if (environment === undefined && only.length > 0) {
    throw new InputError(`${file} has no image ${JSON.stringify(name)} that is for no environment, only for ${only.join(' and ')}. ${toNameOne(only)}`);
  }
  const names = images.filter((image) => image.environment === environment).map((image) => image.name);
  const hint = elsewhere.length > 0 ? `, only for ${elsewhere.map((place) => place ?? 'no environment').join(' and ')}` : hintOf(name, names);
  throw new InputError(`${file} has no image ${shownName(name, environment)}${hint}. ${add}`);
}

function hintOf(name: string, names: readonly string[]): string {
  const [best] = [...names].sort((a, b) => distance(name, a) - distance(name, b) || (a < b ? -1 : 1));
  if (best === undefined) return '';
  const begun = name.length > 2 ? names.filter((known) => known.startsWith(name)) : [];
  const meant = begun.length === 1 ? begun[0]! : best;
  if (begun.length === 1 || distance(name, best) <= Math.max(2, name.length / 3)) return ` (did you mean ${JSON.stringify(meant)}?)`;
  const sorted = [...names].sort();
  return ` (only ${sorted.length > 5 ? `${sorted.slice(0, 5).join(', ')} and ${sorted.length - 5} more` : sorted.join(', ')})`;
}

function addition(file: string, name: string, environment: string | undefined): string {
  const where = `${file === DEFAULT_LOCK_FILE ? '' : ` --file ${file}`}${environment === undefined ? '' : ` --environment ${environment}`}`;
  return `to add it: npx cdk8s-argo bump${where} --add ${name}=registry.example.com/${name}:v1.0.0`;
}
