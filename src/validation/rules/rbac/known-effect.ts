import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds lines that neither allow nor deny. */
export const knownEffect = defineRule({
  id: 'rbac/known-effect',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-213'],
  title: 'a line of a policy says allow or deny',
  rationale: 'Argo CD takes any word for the effect of a line, and a line with another one decides nothing. A denial that is misspelt denies nothing.',
  bad: exampleRbac('p, dave, applications, get, shop/*, Allow'),
  good: exampleRbac('p, dave, applications, get, shop/*, allow'),
  check(entry, context) {
    for (const { source, number, effect } of rbacConfigMap(entry)?.own.permissions ?? []) {
      // A blank at the end of the effect is another rule's.
      if (['allow', 'deny'].includes(effect.trim())) continue;
      context.report(keyPointer(source), `line ${number} says ${JSON.stringify(effect)} at its end, and so decides nothing`, {
        received: effect, expected: 'allow or deny', fix: /^d/i.test(effect) ? 'write deny' : 'write allow, in lower case',
      });
    }
  },
});
