import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds lines that make the whole policy fail. */
export const policySyntax = defineRule({
  id: 'rbac/policy-syntax',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-210', 'CD-211'],
  title: 'each line of a policy is p with six fields, or g with three',
  rationale:
    'Argo CD reads a policy as a whole: with one line that it cannot read it does not start, and after a change it answers every request '
    + 'with an error, that of the administrator too.',
  bad: exampleRbac(`
p, role:shop, applications, get, shop/* allow
g, org:shop, role:readonly`),
  good: exampleRbac(`
p, role:shop, applications, get, shop/*, allow
g, org:shop, role:shop`),
  check(entry, context) {
    for (const { source, number, text, problem, expected } of rbacConfigMap(entry)?.own.unreadable ?? []) {
      context.report(keyPointer(source), `line ${number} cannot be read, and with it nothing of the policy: ${problem}`, {
        received: text, expected, fix: 'mend the line, or put # before it',
      });
    }
  },
});
