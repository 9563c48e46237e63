import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_ID_FILE, ruleIdType } from '../../tools/docs/rule-id-type';

test('the type of ids is as the rules generate it: npm run docs', () => {
  expect(readFileSync(join(__dirname, '../..', RULE_ID_FILE), 'utf8')).toBe(ruleIdType());
});
