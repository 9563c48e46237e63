import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { type RolloutAnalysis, rolloutAnalyses } from './rollout-analyses';
import { flattenArguments, flattenTemplates } from './template-flattening';

const TEMPLATE = exampleTemplate({ args: '    - name: service' });

/** Names of the arguments that an analysis passes on. Only experiments can pass one without a value; elsewhere that is an empty text. */
function passedArguments({ role, analysis }: RolloutAnalysis): Set<string> {
  const args = objectsField(analysis, 'args').map(([, arg]) => arg);
  return new Set(args
    .filter((arg) => role !== 'experiment' || isSet(arg, 'value') || isSet(arg, 'valueFrom'))
    .map((arg) => textField(arg, 'name')));
}

/** Finds arguments of templates that nobody gives a value. */
export const argsSupplied = defineRule({
  id: 'analysis/args-supplied',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-079', 'AR-083', 'AR-084'],
  title: 'every analysis argument without a default gets a value',
  rationale: 'An argument that a template declares without a value has to come from the analysis that uses it, even if no metric uses '
    + 'it. The controller marks the Rollout InvalidSpec; for an experiment it finds out when the step runs, and aborts the release.',
  bad: exampleStepAnalysis('templates:\n  - templateName: smoke', TEMPLATE),
  good: exampleStepAnalysis('templates:\n  - templateName: smoke\nargs:\n  - name: service\n    value: web', TEMPLATE),
  check(entry, context) {
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      const passed = passedArguments(analysis);
      for (const { name, resolved, template } of flattenArguments(flattenTemplates(entry, analysis, context.manifests).templates).args) {
        if (resolved || passed.has(name)) continue;
        context.report(analysis.pointer, `${template.label}${madeAt(template.entry, entry)} needs the argument ${name}, which this analysis does not pass`, {
          received: [...passed].sort().join(', ') || 'no args',
          expected: name,
          fix: `add an entry with name: ${name} and a value to args, or give it a default in the template`,
        });
      }
    }
  },
});
