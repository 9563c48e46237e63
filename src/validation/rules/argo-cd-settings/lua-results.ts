import { healthResultProblems } from '../../../languages/lua/health-results';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleConfig } from './config-maps';
import { scriptsIn } from './customization';

/** Finds health checks that do not always say how healthy an object is. */
export const luaResults = defineRule({
  id: 'argo-cd-settings/lua-results',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-194', 'CD-195'],
  title: 'a health check gives a status on all of its ways',
  rationale: 'An object without a status yet is the first that a check sees. An empty table, or none, is no health: the Application counts '
    + 'it as healthy, while a sync wave waits for it for ever. A status that Argo CD does not know makes the object Unknown.',
  bad: exampleConfig(`
resource.customizations.health.example.com_Cache: |
  hs = {}
  if obj.status ~= nil then
    hs.status = obj.status.health
  end
  return hs`),
  good: exampleConfig(`
resource.customizations.health.example.com_Cache: |
  hs = { status = "Progressing" }
  if obj.status ~= nil then
    hs.status = obj.status.health
  end
  return hs`),
  check(entry, context) {
    for (const { what, text, isHealthCheck, pointer } of scriptsIn(entry)) {
      const problems = isHealthCheck ? healthResultProblems(text) : [];
      if (problems.length === 0) continue;
      context.report(pointer, `${what} may give no status`, {
        received: problems.map(({ message }) => message).join('; '),
        expected: 'a table with status: Healthy, Progressing, Degraded, Suspended, Missing or Unknown',
        fix: 'begin with { status = "Progressing" }, and change it where more is known',
      });
    }
  },
});
