import { distance } from 'fastest-levenshtein';
import { pointer } from '../../../manifests/pointer';
import { certainlyMeant } from '../../certain-edit';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenArguments, flattenTemplates } from './template-flattening';

const TEMPLATE = exampleTemplate({ args: '    - name: service\n      value: web' });

/** An analysis that passes this argument. */
function argumentExample(name: string): string {
  return exampleStepAnalysis(`templates:\n  - templateName: smoke\nargs:\n  - name: ${name}\n    value: web-canary`, TEMPLATE);
}

/** Finds arguments that no template declares. */
export const knownArgs = defineRule({
  id: 'analysis/known-args',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an analysis passes only arguments that its templates declare',
  rationale: 'The controller ignores any other argument without a word. A misspelt one leaves the default of the template in place, '
    + 'so the analysis measures something else than it says.',
  bad: argumentExample('servcie'),
  good: argumentExample('service'),
  check(entry, context) {
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      const passed = objectsField(analysis.analysis, 'args');
      if (passed.length === 0) continue;
      const { templates, complete } = flattenTemplates(entry, analysis, context.manifests);
      if (templates.length === 0) continue;
      const declared = flattenArguments(templates).args.map((arg) => arg.name).sort();
      for (const [index, arg] of passed) {
        const name = textField(arg, 'name');
        if (name === '' || declared.includes(name)) continue;
        const meant = declared.find((other) => distance(other, name) <= 2);
        // A template that is not among the manifests may declare it, but hardly one that is nearly another's and given to nobody.
        const given = passed.map(([, other]) => textField(other, 'name'));
        if (!complete && !declared.some((other) => !given.includes(other) && certainlyMeant(name, [other]) !== undefined)) continue;
        context.report(
          pointer(analysis.pointer, 'args', index, 'name'),
          `no template of this analysis declares the argument ${name}, so it is ignored`,
          {
            received: name,
            expected: declared.join(', ') || 'no arguments',
            fix: meant ? `write ${meant}` : `declare ${name} in args of a template, or remove it here`,
          },
        );
      }
    }
  },
});
