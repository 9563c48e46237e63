import { defineRule } from '../../rule';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds globs where regular expressions are expected. */
export const regexPatterns = defineRule({
  id: 'rbac/regex-patterns',
  severity: 'error',
  kinds: ['ConfigMap'],
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
      // What nothing stands before cannot be repeated: certain without reading the whole expression.
      const glob = [resource, action, object].find((field) => /^[*+?]|[(|][*+]/.test(field));
      if (glob === undefined) continue;
      context.report(keyPointer(source), `line ${number} has a glob where a regular expression is read, so its subject is denied`, {
        received: glob, expected: 'a regular expression', fix: `write ${glob.replace(/(^|\/)\*(?=\/|$)/g, '$1.*')}`,
      });
    }
  },
});
