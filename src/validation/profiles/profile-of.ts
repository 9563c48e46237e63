import { InputError } from '../../manifests/input-error';
import { nearest } from '../schema/similar-name';
import type { RuleLevels } from './levels';
import { Profile, type ProfileName } from './profile';

/** A profile as data, such as the content of a file: `{ "extends": "recommended", "rules": { "practices/liveness": "off" } }`. */
export interface ProfileProps {
  /**
   * The profile that it starts from.
   * @default 'recommended'
   */
  readonly extends?: ProfileName;
  /**
   * Levels that differ from it, by the id of the rule.
   * @default - none
   */
  readonly rules?: RuleLevels;
}

const NAMED: ReadonlyMap<string, () => Profile> = new Map([['recommended', () => Profile.recommended()], ['strict', () => Profile.strict()]]);
const KEYS = ['extends', 'rules'];

/**
 * The profile of a name, or of data that somebody wrote.
 *
 * @throws an `InputError` that says what is wrong with it
 */
export function profileOf(profile: ProfileName | ProfileProps): Profile;
export function profileOf(profile: unknown): Profile;
export function profileOf(profile: unknown): Profile {
  if (typeof profile === 'string') return named(profile);
  if (!isRecord(profile)) {
    throw new InputError(`a profile is ${shown(profile)}. write recommended, strict, or an object with extends and rules`);
  }
  for (const key of Object.keys(profile)) {
    if (KEYS.includes(key)) continue;
    const meant = nearest(key, KEYS) ?? 'rules';
    throw new InputError(`a profile has ${key}, which is not read. did you mean ${meant}? levels of rules stand under rules`);
  }
  const { extends: base = 'recommended', rules = {} } = profile;
  if (typeof base !== 'string') throw new InputError(`a profile extends ${shown(base)}. write recommended or strict`);
  if (!isRecord(rules)) throw new InputError(`the rules of a profile are ${shown(rules)}. write an object with the level of each rule by its id`);
  return named(base).with(rules);
}

function named(name: string): Profile {
  const make = NAMED.get(name);
  if (make) return make();
  const meant = nearest(name, NAMED.keys());
  throw new InputError(`there is no profile ${JSON.stringify(name)}. ${meant === undefined ? 'write recommended or strict' : `did you mean ${meant}?`}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
