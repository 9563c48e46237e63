import { decide } from '../../../languages/rbac-policy/decide';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds denials that the default role undoes. */
export const denialHasEffect = defineRule({
  id: 'rbac/denial-has-effect',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-218', 'CD-219'],
  title: 'what is denied is not allowed by the default role',
  rationale:
    'Argo CD asks first whether the default role allows a request, and when it does, nobody is asked further. A line that denies the same '
    + 'to somebody reads as protection and protects nothing.',
  bad: exampleRbac('p, dave, applications, get, secret/*, deny', 'policy.default: role:readonly'),
  good: exampleRbac('p, dave, applications, get, secret/*, deny'),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    if (!rbac?.settings.defaultRole) return;
    const { whole, settings, own } = rbac;
    const shared = whole.namesOf(settings.defaultRole!);
    for (const { source, number, subject, resource, action, object, effect } of own.permissions) {
      // A denial to the default role itself counts. Patterns are asked as they are: where `*/*` allows, `secret/*` is within it.
      if (effect !== 'deny' || shared.has(subject)) continue;
      const { allowed, line } = decide(whole, settings, { resource, action, object });
      if (!allowed || !line) continue;
      context.report(keyPointer(source), `line ${number} denies what the default role allows, and the default role is asked first`, {
        received: `${settings.defaultRole} is allowed by: ${line.text}`,
        expected: 'a default role that does not allow it',
        fix: 'give everybody a smaller role of your own, and the rest to those who need it',
      });
    }
  },
});
