import { dirname, resolve } from 'node:path';
import { readSettingsYaml } from '../languages/yaml-text';
import { InputError } from '../manifests/input-error';
import { isJsonObject } from '../manifests/json';
import { type Pointer, pointer } from '../manifests/pointer';
import type { Severity } from '../validation/finding';
import { type Profile, profileOf } from '../validation/profiles';
import type { Targets } from '../validation/targets';
import type { Waiver } from '../validation/waivers';
import { clusterOf, refuseNamesakes } from './declared-cluster';
import { elsewhereOf } from './elsewhere';
import { FileGlobs } from './file-globs';
import { namedProfile } from './named-profile';
import type { PlacedOrigin } from './placed-origin';
import { type Position, Positions } from './positions';
import { listOf, mapOf } from './setting';
import type { SettingsPlace } from './settings-place';
import { documentsOf } from './source-document';
import type { Surroundings } from './surroundings';
import { targetsOf } from './targets-of';
import { waiverOf } from './waiver-setting';

/** What a configuration file says. Paths are in full. */
export interface LintConfig {
  readonly profile?: Profile;
  readonly waivers: readonly Waiver[];
  readonly targets: Partial<Targets>;
  readonly surroundings?: Surroundings;
  /** Whether a path, in full, is passed over. */
  readonly isIgnored: (path: string) => boolean;
  readonly complete?: boolean;
  readonly severity?: Severity;
  readonly baseline?: string;
  /** The folder of the file, and the name of the file for messages. */
  readonly place?: Pick<SettingsPlace, 'folder' | 'shown'>;
}

/** What holds when there is no file. */
export const NO_CONFIG: LintConfig = { waivers: [], targets: {}, isIgnored: () => false };

const KEYS = [
  'baseline', 'clusters', 'complete', 'elsewhere', 'ignore', 'profile', 'rules', 'separate', 'severity', 'targets', 'waivers',
];
const SEVERITIES: readonly string[] = ['error', 'warning', 'info'];

/**
 * Reads a configuration. Its paths and globs are relative to its folder.
 *
 * @param shown the name of the file for messages
 * @param cwd what files of findings are relative to
 * @throws InputError that says what is wrong with it
 */
export function lintConfig(text: string, file: string, shown: string, cwd: string): LintConfig {
  try {
    const reading = readSettingsYaml(text);
    if (reading.problem !== undefined) throw new InputError(`it is no YAML: ${reading.problem}`);
    const originOf = (at: Pointer): PlacedOrigin => ({ file: shown, place: () => positionIn(text, shown, at) });
    return read(reading.value ?? {}, { folder: dirname(file), shown, cwd, originOf });
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${shown}: ${error.reason}`);
    throw new InputError(`${shown}: ${(error as Error).message}`);
  }
}

function read(value: unknown, place: SettingsPlace): LintConfig {
  const { folder, shown } = place;
  const settings = mapOf(value, KEYS, `it is ${JSON.stringify(value)}; a map with keys such as profile and waivers is wanted`);
  const { profile, rules, targets = {}, ignore = [], complete, severity, baseline, separate } = settings;
  if (complete !== undefined && typeof complete !== 'boolean') throw new InputError('complete is true or false');
  if (severity !== undefined && !isSeverity(severity)) throw new InputError(`severity is one of ${SEVERITIES.join(', ')}`);
  if (baseline !== undefined && typeof baseline !== 'string') throw new InputError('baseline is the path of a file');
  if (!isJsonObject(targets)) throw new InputError('targets is a map, such as kubernetes: "1.36"');
  const ignored = FileGlobs.read(ignore, 'ignore', folder);
  return {
    ...(profile !== undefined || rules !== undefined ? { profile: profileOfConfig(profile, rules, place) } : {}),
    waivers: listOf(settings.waivers, 'waivers').map((waiver, index) => waiverOf(waiver, pointer('/waivers', index), place)),
    targets: targetsOf(targets),
    surroundings: {
      elsewhere: listOf(settings.elsewhere, 'elsewhere').map((object) => elsewhereOf(object, folder)),
      clusters: refuseNamesakes(listOf(settings.clusters, 'clusters').map((cluster) => clusterOf(cluster, folder))),
      ...(separate === undefined ? {} : { separate: FileGlobs.read(separate, 'separate', folder) }),
      originOf: place.originOf,
    },
    isIgnored: (path) => ignored.has(path),
    place: { folder, shown },
    ...(complete === undefined ? {} : { complete }),
    ...(severity === undefined ? {} : { severity }),
    ...(baseline === undefined ? {} : { baseline: resolve(folder, baseline) }),
  };
}

/** `profile` is a name, the path of a file or a whole profile; `rules` beside it are levels that differ from it. */
function profileOfConfig(profile: unknown, rules: unknown, { folder, cwd }: SettingsPlace): Profile {
  const base = typeof profile === 'string' ? namedProfile(profile, folder, cwd) : profileOf(profile ?? 'recommended');
  if (rules === undefined) return base;
  return base.with(isJsonObject(rules) ? rules : refuse('rules is a map of levels by the id of the rule'));
}

function positionIn(text: string, path: string, at: Pointer): Position {
  return new Positions(documentsOf({ path, text })[0]!).of(at);
}

function isSeverity(value: unknown): value is Severity {
  return typeof value === 'string' && SEVERITIES.includes(value);
}

function refuse(reason: string): never {
  throw new InputError(reason);
}
