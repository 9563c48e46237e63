import { InputError } from '../manifests/input-error';
import { nearest } from '../validation/schema/similar-name';
import { DEFAULT_TARGETS, type Targets } from '../validation/targets';

/** The versions that can be checked for, by the name of the program. The first is what is assumed. */
const VERSIONS = {
  'argo-cd': { key: 'argoCd', versions: ['3.5'] },
  'argo-rollouts': { key: 'argoRollouts', versions: ['1.9'] },
  'istio': { key: 'istio', versions: ['1.30'] },
  'kubernetes': { key: 'kubernetes', versions: ['1.36', '1.27'] },
} as const;

/** The names of the programs, for help and messages. */
export const TARGET_NAMES: readonly string[] = Object.keys(VERSIONS);

/** The versions that `--target argo-cd=3.5,kubernetes=1.27` names. */
export function targetsOfText(text: string): Partial<Targets> {
  return targetsOf(Object.fromEntries(text.split(',').map((part) => {
    const [name = '', version] = part.split('=').map((side) => side.trim());
    if (version === undefined || version === '') throw new InputError(`the target ${JSON.stringify(part)} has no version. write it as kubernetes=1.36`);
    return [name, version];
  })));
}

/** The versions that a map names. YAML reads 1.30 as the number 1.3, so numbers are compared as numbers. */
export function targetsOf(map: Readonly<Record<string, unknown>>): Partial<Targets> {
  return Object.fromEntries(Object.entries(map).map(([name, wanted]) => {
    if (!isName(name)) {
      const meant = nearest(name, TARGET_NAMES);
      throw new InputError(`${JSON.stringify(name)} is no target. ${meant === undefined ? `write one of ${TARGET_NAMES.join(', ')}` : `did you mean ${meant}?`}`);
    }
    const { key, versions } = VERSIONS[name];
    const found = versions.find((version) => version === wanted || (typeof wanted === 'number' && Number(version) === wanted));
    if (found === undefined) throw new InputError(`${name} ${String(wanted)} cannot be checked for. write one of ${versions.join(', ')}`);
    return [key, found];
  }));
}

/** Whole targets: what is said last wins. */
export function mergedTargets(...parts: ReadonlyArray<Partial<Targets>>): Targets {
  return Object.assign({}, DEFAULT_TARGETS, ...parts) as Targets;
}

function isName(name: string): name is keyof typeof VERSIONS {
  return Object.hasOwn(VERSIONS, name);
}
