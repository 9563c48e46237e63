import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';

const TEMPLATE = exampleTemplate({ args: '    - name: service' });
const FIRST = 'templates:\n  - templateName: smoke\nargs:\n  - name: service\n    value: web';

/** Finds arguments that an analysis passes with two values. */
export const argPassedOnce = defineRule({
  id: 'analysis/arg-passed-once',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an analysis passes each argument once',
  rationale: 'Of two values for one argument the controller takes the last and says nothing about the other, so half of what is written '
    + 'there is not so.',
  bad: exampleStepAnalysis(`${FIRST}\n  - name: service\n    value: web-canary`, TEMPLATE),
  good: exampleStepAnalysis(FIRST, TEMPLATE),
  check(entry, context) {
    for (const { analysis, pointer: path } of rolloutAnalyses(entry.manifest)) {
      const passed = new Map<string, string>();
      for (const [index, arg] of objectsField(analysis, 'args')) {
        const name = textField(arg, 'name');
        const source = JSON.stringify([arg.value, arg.valueFrom]);
        const other = passed.get(name);
        passed.set(name, source);
        if (other === undefined || other === source) continue;
        context.report(pointer(path, 'args', index), `the argument ${name} is passed twice with different values, and the last one counts`, {
          received: name, expected: 'each argument once', fix: 'remove one of the two',
        });
      }
    }
  },
});
