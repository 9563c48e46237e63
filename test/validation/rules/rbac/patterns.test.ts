import type { Rule } from '../../../../src/validation/rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from '../../../../src/validation/rules/projects/example-project';
import { patternCompiles as projectPatternCompiles } from '../../../../src/validation/rules/projects/pattern-compiles';
import { patternCompiles } from '../../../../src/validation/rules/rbac/pattern-compiles';
import { exampleRbac } from '../../../../src/validation/rules/rbac/rbac-config-map';
import { regexPatterns } from '../../../../src/validation/rules/rbac/regex-patterns';
import { findingsOf } from '../findings-of';

const said = (rule: Rule, yaml: string) => findingsOf(rule, yaml).map(({ message, fix }) => `${message}; ${fix}`);
const REGEX = "policy.default: ''\npolicy.matchMode: regex";

test.each([
  ['(a/.*', 'line 1 has no regular expression (a parenthesis is never closed), so its subject is denied; write one that Go can read'],
  ['*/*', 'line 1 has no regular expression (nothing stands before * that it could repeat), so its subject is denied; write .*/.*'],
])('in the mode regex %s is found', (object, message) => {
  const line = `p, dave, applications, get, ${object}, allow`;
  expect(said(regexPatterns, exampleRbac(line, REGEX))).toEqual([message]);
  expect(said(regexPatterns, exampleRbac(line))).toEqual([]);
});

test('in the mode glob a class without an end is found', () => {
  const line = 'p, dave, applications, get, [a/*, allow';
  expect(findingsOf(patternCompiles, exampleRbac(line)).map(({ received }) => received)).toEqual(['[a/*']);
  expect(findingsOf(patternCompiles, exampleRbac(line, REGEX))).toEqual([]);
});

test.each([['/[a/', 1], ['/(a/', 1], ['/^shop-[0-9]+$/', 0], ['/^(?!kube-)/', 0], ['/(?i)shop/', 0], ['[a', 1]])('the namespace %s of a project gives %d findings', (pattern, count) => {
  expect(findingsOf(projectPatternCompiles, exampleProject(`${EXAMPLE_PERMISSIONS}\nsourceNamespaces:\n  - '${pattern}'`))).toHaveLength(count);
});
