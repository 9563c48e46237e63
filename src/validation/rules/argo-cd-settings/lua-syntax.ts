import { luaProblem } from '../../../languages/lua/lua-syntax';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleConfig } from './config-maps';
import { scriptsIn } from './customization';

/** Finds scripts that are no Lua. */
export const luaSyntax = defineRule({
  id: 'argo-cd-settings/lua-syntax',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-193', 'CD-197'],
  title: 'scripts of argocd-cm are Lua 5.1',
  rationale: 'Argo CD reads a script when it needs it: every object of the kind is Unknown then, and a wave with one of them waits for ever.',
  bad: exampleConfig('resource.customizations.health.example.com_Cache: return { status = "Healthy"'),
  good: exampleConfig('resource.customizations.health.example.com_Cache: return { status = "Healthy" }'),
  check(entry, context) {
    for (const { what, text, pointer } of scriptsIn(entry)) {
      const problem = luaProblem(text);
      if (problem !== undefined) context.report(pointer, `${what} is not Lua 5.1`, { received: problem, expected: 'a script that can be run', fix: 'mend the line' });
    }
  },
});
