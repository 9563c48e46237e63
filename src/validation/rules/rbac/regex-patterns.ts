import { goRegExpProblem } from '../../../languages/conditions/go-regexp-syntax';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds globs where regular expressions are expected. */
export const regexPatterns = defineRule({
  id: 'rbac/regex-patterns',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-215'],
  title: 'in the mode regex patterns are regular expressions',
  rationale:
    'A field that is no regular expression, such as the glob *, is an error of the decision, and an error denies: the subject of the line '
    + 'loses what its other lines allow as well.',
  bad: exampleRbac('p, dave, applications, get, */*, allow', "policy.default: ''\npolicy.matchMode: regex"),
  good: exampleRbac('p, dave, applications, get, shop/*, allow'),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    if (rbac?.settings.mode !== 'regex') return;
    for (const { source, number, resource, action, object } of rbac.own.permissions) {
      for (const field of [resource, action, object]) {
        const problem = goRegExpProblem(field);
        if (problem === undefined) continue;
        const glob = /(^|\/)\*(?=\/|$)/g;
        const meant = field.replace(glob, '$1.*');
        context.report(keyPointer(source), `line ${number} has no regular expression (${problem}), so its subject is denied`, {
          received: field, expected: 'a regular expression', fix: goRegExpProblem(meant) === undefined ? `write ${meant}` : 'write one that Go can read',
        });
        break;
      }
    }
  },
});
