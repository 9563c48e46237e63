import { ALL_RULES } from '../../src/validation/rules';
import { ruleIndex } from './rule-index';
import { rulePage } from './rule-page';

/** Every file of docs/rules, by its path in there. */
export function ruleDocs(): ReadonlyMap<string, string> {
  const files = new Map([['README.md', ruleIndex(ALL_RULES)]]);
  for (const rule of ALL_RULES) files.set(`${rule.id}.md`, rulePage(rule));
  return files;
}
