import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds modes that Argo CD does not know. */
export const matchMode = defineRule({
  id: 'rbac/match-mode',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-215'],
  title: 'policy.matchMode is glob or regex',
  rationale: 'Argo CD takes every other word for glob, so patterns that are meant as regular expressions fit other objects than they should, or none.',
  bad: exampleRbac('p, dave, applications, get, shop/.*, allow', "policy.default: ''\npolicy.matchMode: regexp"),
  good: exampleRbac('p, dave, applications, get, shop/*, allow', "policy.default: ''\npolicy.matchMode: glob"),
  check(entry, context) {
    const mode = rbacConfigMap(entry)?.data['policy.matchMode'];
    if (mode === undefined || ['', 'glob', 'regex'].includes(mode)) return;
    context.report(keyPointer('policy.matchMode'), 'Argo CD does not know this mode and reads the patterns as globs', {
      received: mode, expected: 'glob or regex', fix: /^reg/i.test(mode) ? 'write regex' : 'write glob, or leave the key out',
    });
  },
});
