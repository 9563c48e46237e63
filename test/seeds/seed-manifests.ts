import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Fleet } from '../../src/fleet/fleet';
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
  return findingsIn(set);
}

/** What validation says about everything that an app wrote, each folder of it an Application of its own, on clusters that may be one. */
export function findingsBelow(outdir: string, fleet: Fleet): string[] {
  const set = new ManifestSet();
  for (const cluster of fleet._facts()) set.addCluster(cluster);
  for (const file of readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))) {
    const unit = { id: dirname(file), namespace: 'default', destination: { cluster: '' } };
    for (const object of loadAll(readFileSync(join(outdir, file), 'utf8')) as Manifest[]) set.add(unit, object);
  }
  return findingsIn(set);
}

function findingsIn(set: ManifestSet): string[] {
  return validate(set, { targets: DEFAULT_TARGETS }).findings.map(({ severity, rule, entry, pointer }) =>
    `${severity} ${rule} ${entry ? describeId({ ...entry.id, namespace: '' }) : ''} ${pointer}`);
}
