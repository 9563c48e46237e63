import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds fields with a blank behind them. */
export const blankBeforeComma = defineRule({
  id: 'rbac/blank-before-comma',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-212'],
  title: 'no blank stands before a comma of a policy',
  rationale:
    'Blanks after a comma are left out, those before one belong to the field. A subject, resource, action or object with a blank at its '
    + 'end is the name of nothing, so a line that allows does not, and one that denies lets through.',
  bad: exampleRbac(`
p, role:shop, applications, get, shop/*, allow
p, role:shop, applications, delete , shop/*, deny
g, org:shop, role:shop`),
  good: exampleRbac(`
p, role:shop, applications, get, shop/*, allow
p, role:shop, applications, delete, shop/*, deny
g, org:shop, role:shop`),
  check(entry, context) {
    for (const line of rbacConfigMap(entry)?.own.lines ?? []) {
      if (line.type === 'unreadable') continue;
      const fields = line.type === 'p' ? [line.subject, line.resource, line.action, line.object, line.effect] : [line.member, line.role];
      const field = fields.find((text) => text !== text.trim());
      if (field === undefined) continue;
      context.report(keyPointer(line.source), `line ${line.number} has a blank that belongs to the field, so the line fits nothing`, {
        received: JSON.stringify(field), expected: JSON.stringify(field.trim()), fix: 'take out the blank before the comma',
      });
    }
  },
});
