import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds the mode in which nobody is an administrator. */
export const regexMode = defineRule({
  id: 'rbac/regex-mode',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-215', 'CD-227'],
  title: 'patterns are globs, as those of the roles of Argo CD',
  rationale:
    'The roles role:admin and role:readonly are written in globs such as */*, which are no regular expressions. In the mode regex Argo CD '
    + 'fails at them and denies: the user admin, and everybody else with one of these roles, may do next to nothing, whatever else allows it.',
  bad: exampleRbac('p, dave, applications, get, ^shop/.*, allow', "policy.default: ''\npolicy.matchMode: regex"),
  good: exampleRbac('p, dave, applications, get, shop/*, allow'),
  check(entry, context) {
    if (rbacConfigMap(entry)?.settings.mode !== 'regex') return;
    context.report(keyPointer('policy.matchMode'), 'in this mode the roles of Argo CD allow nothing, so nobody is an administrator', {
      received: 'regex', expected: 'glob', fix: 'write globs, or acknowledge this if there are roles of your own for everything',
    });
  },
});
