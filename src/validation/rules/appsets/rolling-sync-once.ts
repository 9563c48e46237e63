import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatedBy, listed } from './generated';
import { exampleSteps, rollingSyncSteps, stepTakes } from './rolling-sync';

const SET = `${GO_TEMPLATE}
${exampleList('{ env: staging }', '{ env: production }')}
${exampleTemplate("'web-{{ .env }}'", { metadata: "labels:\n  env: '{{ .env }}'" })}`;

/** Finds Applications that two steps of a RollingSync take. */
export const rollingSyncOnce = defineRule({
  id: 'appsets/rolling-sync-once',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-183'],
  title: 'every Application of a set is in one step of its RollingSync',
  rationale: 'An Application in two steps is synced with the first and waited for in both, and it counts in both when maxUpdate is a percentage.',
  bad: exampleApplicationSet(`${SET}
${exampleSteps('env').replace('        maxUpdate', '              - staging\n        maxUpdate')}`),
  good: exampleApplicationSet(`${SET}
${exampleSteps('env')}`),
  check(entry, context) {
    const steps = rollingSyncSteps(entry);
    const twice = new Map<string, string[]>();
    for (const { root, name, application } of generatedBy(entry, context.manifests)) {
      const taken = steps.flatMap((step, i) => (stepTakes(step, root.at('metadata', 'labels')) === true ? [i + 1] : []));
      if (taken.length > 1) twice.set(taken.join(' and '), [...twice.get(taken.join(' and ')) ?? [], name || `the Applications of ${readable(application.generator)}`]);
    }
    for (const [numbers, names] of twice) {
      context.report('/spec/strategy/rollingSync/steps', `${listed(names)} ${names.length === 1 && !names[0]!.includes(' ') ? 'is' : 'are'} in the steps ${numbers}`, {
        fix: 'give the steps values that exclude each other',
      });
    }
  },
});
