import { globProblem } from '../../../languages/globs';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds globs in policies that fit nothing, as Argo CD cannot read them. */
export const patternCompiles = defineRule({
  id: 'rbac/pattern-compiles',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: [],
  title: 'the globs of a policy can be read',
  rationale:
    'Argo CD writes a glob that does not compile into its log, and takes the line for one that fits nothing: what it allows is not allowed, and '
    + 'what it denies is not denied.',
  bad: exampleRbac('p, dave, applications, get, shop/[a-z, allow'),
  good: exampleRbac('p, dave, applications, get, shop/[a-z]*, allow'),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    if (!rbac || rbac.settings.mode !== 'glob') return;
    for (const { source, number, resource, action, object } of rbac.own.permissions) {
      for (const glob of [resource, action, object]) {
        const problem = globProblem(glob);
        if (problem === undefined) continue;
        context.report(keyPointer(source), `line ${number} has ${problem}, so it fits nothing`, {
          received: glob, expected: 'a glob such as shop/*', fix: 'close what is open, or put a backslash before a character that means itself',
        });
      }
    }
  },
});
