import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { type Manifest, describe as describeId } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { validate } from '../../src/validation/engine';
import { DEFAULT_TARGETS } from '../../src/validation/targets';

const FOLDER = join(__dirname, 'manifests');

/** The objects of one file, by the number that it begins with. */
export function seed(number: string): Manifest[] {
  const file = readdirSync(FOLDER).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`there is no seed ${number} in ${FOLDER}`);
  return loadAll(readFileSync(join(FOLDER, file), 'utf8')) as Manifest[];
}

/**
 * What validation says about these objects, applied together into a namespace from a folder: severity, rule, object and pointer of each
 * finding, in one line. The object is named without its namespace.
 */
export function findingsOf(objects: readonly Manifest[], namespace = 'default', folder = 'seed'): string[] {
  const set = new ManifestSet();
  for (const object of objects) set.add({ id: folder, namespace, destination: { cluster: '' } }, object);
  return validate(set, { targets: DEFAULT_TARGETS }).findings.map(({ severity, rule, entry, pointer }) =>
    `${severity} ${rule} ${entry ? describeId({ ...entry.id, namespace: '' }) : ''} ${pointer}`);
}

/** Everything that an app wrote into a folder. */
export function objectsBelow(folder: string): Manifest[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as Manifest[]);
}
