import { InputError } from '../../manifests/input-error';
import { ALL_RULES } from '../rules';
import { nearest } from '../schema/similar-name';
import { isWaivable } from '../waivers';
import type { RuleLevels } from './levels';

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'off'];

/** Refuses, where types were lost, rules and levels that do not exist, and rules whose findings nobody can live with. */
export function checkLevels(rules: RuleLevels): void {
  const ids = new Set(ALL_RULES.map((rule) => rule.id));
  for (const [id, level] of Object.entries<unknown>(rules)) {
    if (!ids.has(id)) {
      const meant = nearest(id, ids);
      throw new InputError(`the profile names the rule ${id}, which does not exist. ${meant === undefined ? 'remove it' : `did you mean ${meant}?`}`);
    }
    if (level === undefined) continue;
    if (typeof level !== 'string' || !LEVELS.includes(level)) {
      throw new InputError(`the profile sets ${id} to ${JSON.stringify(level)}, which is no level. write ${LEVELS.slice(0, -1).join(', ')} or off`);
    }
    if (level !== 'error' && !id.startsWith('waivers/') && !isWaivable(id)) {
      throw new InputError(`the profile sets ${id} to ${level}, and what it finds leaves objects that cannot be written. remove it from the profile`);
    }
  }
}
