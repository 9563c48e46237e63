import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { type Generated, generatedBy, listed } from './generated';
import { exampleSteps, type RollingSyncStep, rollingSyncSteps, stepTakes } from './rolling-sync';

const GENERATORS = `${GO_TEMPLATE}
${exampleList('{ env: staging }', '{ env: production }')}`;

/** Finds Applications that no step of a RollingSync takes. */
export const rollingSyncCovers = defineRule({
  id: 'appsets/rolling-sync-covers',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-182', 'E36'],
  title: 'every Application of a set is in a step of its RollingSync',
  rationale: 'Steps select by the labels of the generated Application, which the template sets, not by those of the cluster. RollingSync '
    + 'switches automatic sync off, so an Application in no step is never synced again, and nothing says so.',
  bad: exampleApplicationSet(`${GENERATORS}
${exampleTemplate("'web-{{ .env }}'")}
${exampleSteps('env')}`),
  good: exampleApplicationSet(`${GENERATORS}
${exampleTemplate("'web-{{ .env }}'", { metadata: "labels:\n  env: '{{ .env }}'" })}
${exampleSteps('env')}`),
  check(entry, context) {
    const steps = rollingSyncSteps(entry);
    if (steps.length === 0) return;
    const generated = generatedBy(entry, context.manifests);
    const keys = [...new Set(steps.flatMap(({ expressions }) => expressions.map((expression) => expression.at('key').text)))].sort();
    const outside = generated.filter(({ root, application }) =>
      application.unknown === undefined && steps.every((step) => stepTakes(step, root.at('metadata', 'labels')) === false));
    if (outside.length === 0) return;
    const unset = keys.filter((key) => outside.every(({ root }) => !root.at('metadata', 'labels', key).exists));
    const all = outside.length === generated.length;
    const who = all ? 'the Applications are' : `${listed(outside.map(shown))} ${outside.length === 1 && outside[0]!.name !== '' ? 'is' : 'are'}`;
    context.report('/spec/strategy/rollingSync/steps', `${who} in no step and would never be synced`, {
      received: unset.length > 0 ? `no label ${unset.join(', ')} in the template` : listed(outside.map((one) => labelsOf(one, steps))),
      expected: listed(steps.flatMap(({ expressions }) => expressions.map((one) => `${one.at('key').text} ${one.at('operator').text} ${one.at('values').items.map(({ text }) => text).join(', ')}`))),
      fix: unset.length > 0 ? `set it in the template: labels: { ${unset[0]!}: ... }, from a parameter` : 'add a step that takes them',
    });
  },
});

function shown({ name, application }: Generated): string {
  return name || `the Applications of ${readable(application.generator)}`;
}

function labelsOf({ root }: Generated, steps: readonly RollingSyncStep[]): string {
  const keys = new Set(steps.flatMap(({ expressions }) => expressions.map((expression) => expression.at('key').text)));
  return [...keys].sort().map((key) => `${key}: ${root.at('metadata', 'labels', key).text || 'none'}`).join(', ');
}
