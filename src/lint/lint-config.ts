import { dirname, relative, resolve, sep } from 'node:path';
import { matchesGlob } from '../languages/globs';
import { readYaml } from '../languages/yaml-text';
import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject } from '../manifests/json';
import { type Finding, provenanceOf, type Severity } from '../validation/finding';
import { type Profile, profileOf } from '../validation/profiles';
import { nearest } from '../validation/schema/similar-name';
import type { Targets } from '../validation/targets';
import { Waiver } from '../validation/waivers';
import { targetsOf } from './targets-of';

/** What a configuration file says. Paths are in full. */
export interface LintConfig {
  readonly profile?: Profile;
  readonly waivers: readonly Waiver[];
  readonly targets: Partial<Targets>;
  /** Whether a path, in full, is passed over. */
  readonly isIgnored: (path: string) => boolean;
  readonly complete?: boolean;
  readonly severity?: Severity;
  readonly baseline?: string;
}

/** What holds when there is no file. */
export const NO_CONFIG: LintConfig = { waivers: [], targets: {}, isIgnored: () => false };

const KEYS = ['baseline', 'complete', 'ignore', 'profile', 'rules', 'severity', 'targets', 'waivers'];
const WAIVER_KEYS = ['files', 'object', 'reason', 'rule', 'until'];
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
    const reading = readYaml(text);
    if (reading.problem !== undefined) throw new InputError(`it is no YAML: ${reading.problem}`);
    return read(reading.value ?? {}, dirname(file), shown, cwd);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${shown}: ${error.reason}`);
    throw new InputError(`${shown}: ${(error as Error).message}`);
  }
}

function read(value: unknown, folder: string, shown: string, cwd: string): LintConfig {
  if (!isJsonObject(value)) throw new InputError(`it is ${JSON.stringify(value)}; a map with keys such as profile and waivers is wanted`);
  refuseUnknown(value, KEYS);
  const { profile, rules, waivers = [], targets = {}, ignore = [], complete, severity, baseline } = value;
  if (complete !== undefined && typeof complete !== 'boolean') throw new InputError('complete is true or false');
  if (severity !== undefined && !isSeverity(severity)) throw new InputError(`severity is one of ${SEVERITIES.join(', ')}`);
  if (baseline !== undefined && typeof baseline !== 'string') throw new InputError('baseline is the path of a file');
  if (!isJsonObject(targets)) throw new InputError('targets is a map, such as kubernetes: "1.36"');
  if (!Array.isArray(waivers)) throw new InputError('waivers is a list');
  const globs = globList(ignore, 'ignore');
  return {
    ...(profile !== undefined || rules !== undefined ? { profile: profileOfConfig(profile, rules) } : {}),
    waivers: waivers.map((waiver: unknown) => waiverOf(waiver, folder, shown, cwd)),
    targets: targetsOf(targets),
    isIgnored: (path) => isAmong(globs, path, folder),
    ...(complete === undefined ? {} : { complete }),
    ...(severity === undefined ? {} : { severity }),
    ...(baseline === undefined ? {} : { baseline: resolve(folder, baseline) }),
  };
}

/** `profile` is a name or a whole profile; `rules` beside it are levels that differ from it. */
function profileOfConfig(profile: unknown, rules: unknown): Profile {
  const base = profileOf(profile ?? 'recommended');
  if (rules === undefined) return base;
  return base.with(isJsonObject(rules) ? rules as Parameters<Profile['with']>[0] : refuse('rules is a map of levels by the id of the rule'));
}

function waiverOf(value: unknown, folder: string, shown: string, cwd: string): Waiver {
  if (!isJsonObject(value)) throw new InputError('a waiver is a map with rule and reason');
  refuseUnknown(value, WAIVER_KEYS);
  const { rule, reason, until, files, object } = value;
  if (typeof rule !== 'string') throw new InputError('a waiver names no rule. add rule: and reason:');
  if (typeof reason !== 'string') throw new InputError(`the waiver of ${rule} gives no reason. say why it is right here`);
  if (until !== undefined && typeof until !== 'string') throw new InputError(`the waiver of ${rule} ends on ${JSON.stringify(until)}; a date such as 2027-03-01 is wanted`);
  if (object !== undefined && (typeof object !== 'string' || !object.includes('/'))) throw new InputError(`the object of the waiver of ${rule} is written as Kind/name or Kind/namespace/name`);
  const globs = files === undefined ? undefined : globList(files, 'files');
  const isInFiles = (finding: Finding): boolean => globs === undefined || isAmong(globs, resolve(cwd, provenanceOf(finding).file ?? ''), folder);
  return new Waiver({
    rule, reason, ...(until === undefined ? {} : { until }),
    scope: {
      matches: (finding) => (object === undefined || isObject(finding, object)) && isInFiles(finding),
      text: [object, ...globs ?? []].filter((part) => part !== undefined).join(' in ') || 'all files',
    },
    origin: { file: shown },
  });
}

function isObject({ entry }: Finding, text: string): boolean {
  if (!entry) return false;
  const [kind, ...rest] = text.split('/');
  const { id } = entry;
  return id.kind === kind && id.name === rest.at(-1) && (rest.length === 1 || id.namespace === rest[0]);
}

function globList(value: unknown, key: string): readonly string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((glob) => (typeof glob === 'string' ? glob : refuse(`${key} is a list of paths, such as vendor/**`)));
}

function isAmong(globs: readonly string[], path: string, folder: string): boolean {
  const inside = relative(folder, path).split(sep).join('/');
  return globs.some((glob) => matchesGlob(glob, inside, '/') || `${inside}/`.startsWith(`${glob.replace(/\/+$/, '')}/`));
}

function refuseUnknown(map: JsonObject, keys: readonly string[]): void {
  for (const key of Object.keys(map)) {
    if (keys.includes(key)) continue;
    const meant = nearest(key, keys);
    throw new InputError(`${key} is not read. ${meant === undefined ? `the keys are ${keys.join(', ')}` : `did you mean ${meant}?`}`);
  }
}

function isSeverity(value: unknown): value is Severity {
  return typeof value === 'string' && SEVERITIES.includes(value);
}

function refuse(reason: string): never {
  throw new InputError(reason);
}
