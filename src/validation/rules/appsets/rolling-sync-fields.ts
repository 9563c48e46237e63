import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { exampleSteps } from './rolling-sync';

const TYPES = ['AllAtOnce', 'RollingSync'];
const ORDERS = ['AllAtOnce', 'Reverse'];

const EXAMPLE = `${GO_TEMPLATE}
${exampleList('{ env: staging }', '{ env: production }')}
${exampleTemplate("'web-{{ .env }}'", { metadata: "labels:\n  env: '{{ .env }}'" })}`;

/** Finds strategies that Argo CD reads otherwise than they are written. */
export const rollingSyncFields = defineRule({
  id: 'appsets/rolling-sync-fields',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-182'],
  title: 'the strategy of a set says what Argo CD reads',
  rationale: 'Nothing of it is checked. A type that is misspelt syncs everything at once, an operator but In and NotIn takes what lacks the '
    + 'label and leaves out what has it, and a maxUpdate that is no number counts as 1.',
  bad: exampleApplicationSet(`${EXAMPLE}
${exampleSteps('env').replace('25%', '25 percent')}`),
  good: exampleApplicationSet(`${EXAMPLE}
${exampleSteps('env')}`),
  check(entry, context) {
    const strategy = Place.root(entry.manifest).at('spec', 'strategy');
    const steps = strategy.at('rollingSync', 'steps');
    const type = strategy.at('type');
    oneOf(type, TYPES, 'everything is synced at once', context);
    if (type.text === 'RollingSync' && steps.items.length === 0) {
      context.report(strategy.pointer, 'RollingSync has no steps, so automatic sync is switched off and nothing is synced', { fix: 'add rollingSync.steps' });
    }
    if ((!type.exists || type.text === 'AllAtOnce') && steps.items.length > 0) {
      context.report(steps.pointer, 'the steps are ignored without type: RollingSync', { fix: 'write type: RollingSync' });
    }
    const order = strategy.at('deletionOrder');
    if (!ORDERS.some((one) => one.toLowerCase() === order.text.toLowerCase())) oneOf(order, ORDERS, 'everything is deleted at once', context);
    else if (order.text.toLowerCase() === 'reverse' && (type.text !== 'RollingSync' || steps.items.length === 0)) {
      context.report(order.pointer, 'an order of deletion needs RollingSync with steps, and is ignored', { fix: 'write the steps, or leave it out' });
    }
    for (const step of steps.items) checkStep(step, context);
  },
});

function checkStep(step: Place, context: RuleContext): void {
  for (const expression of step.at('matchExpressions').items) {
    const operator = expression.at('operator');
    if (operator.exists && operator.text !== 'In' && operator.text !== 'NotIn') {
      context.report(operator.pointer, `steps have no operator ${operator.text}: it takes the Applications without the label, and none that has it`, {
        received: operator.text, expected: 'In or NotIn', fix: 'write In with the values',
      });
    } else if (expression.at('values').items.length === 0) {
      context.report(expression.pointer, `${operator.text || 'the expression'} has no values`, { expected: 'the values of the label that belong to the step' });
    }
  }
  const maxUpdate = step.at('maxUpdate');
  const { value } = maxUpdate;
  if (typeof value === 'string' && !/^\d+%$/.test(value)) {
    context.report(maxUpdate.pointer, `maxUpdate ${JSON.stringify(value)} is no number and no percentage, and counts as 1`, {
      received: value, expected: 'a number of Applications, or a percentage such as 25%', fix: /^\d+$/.test(value) ? `write ${value} without quotes` : undefined,
    });
  } else if (typeof value === 'number' && value < 0) {
    context.report(maxUpdate.pointer, `maxUpdate is ${value}, and nothing of the step is ever synced`, { received: String(value), expected: 'a number of Applications' });
  }
}

function oneOf(place: Place, known: readonly string[], otherwise: string, context: RuleContext): void {
  if (typeof place.value !== 'string' || place.text === '' || known.includes(place.text)) return;
  context.report(place.pointer, `Argo CD knows no ${place.text} here, and ${otherwise}`, {
    received: place.text, expected: known.join(' or '), fix: nearest(place.text, known) && `write ${nearest(place.text, known)!}`,
  });
}
