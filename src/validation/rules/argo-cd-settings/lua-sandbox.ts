import { sandboxProblems } from '../../../languages/lua/sandbox-problems';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleConfig } from './config-maps';
import { scriptsIn } from './customization';

/** Finds scripts that use what Argo CD does not give them. */
export const luaSandbox = defineRule({
  id: 'argo-cd-settings/lua-sandbox',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-196'],
  title: 'scripts of argocd-cm use the functions that they get',
  rationale: 'Scripts of argocd-cm run without the libraries for texts and numbers, unlike those that come with Argo CD, so a copy of one '
    + 'of those may fail. resource.customizations.useOpenLibs.<kind> brings the libraries.',
  bad: exampleConfig('resource.customizations.health.example.com_Cache: return { status = string.upper("x") }'),
  good: exampleConfig(`
resource.customizations.health.example.com_Cache: return { status = string.upper("x") }
resource.customizations.useOpenLibs.example.com_Cache: "true"`),
  check(entry, context) {
    for (const { what, text, openLibs, isHealthCheck, kind, pointer } of scriptsIn(entry)) {
      const [problem] = sandboxProblems(text, { openLibs });
      if (!problem) continue;
      const libraries = isHealthCheck ? `add resource.customizations.useOpenLibs.${kind}: "true", or do without` : 'do without: actions never get them';
      context.report(pointer, `${what} fails when it is run: ${problem.message}`, { fix: problem.needsOpenLibs ? libraries : problem.fix });
    }
  },
});
