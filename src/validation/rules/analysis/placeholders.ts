import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleTemplate } from './example-analysis';
import { halfPlaceholdersIn, METRIC_KINDS, metricsOf, placeholdersIn } from './template-metrics';

/** A template that asks this address. */
function addressExample(host: string): string {
  return exampleTemplate({ args: '    - name: service\n      value: web', metrics: `
    - name: status
      successCondition: result == "ok"
      provider:
        web:
          url: http://${host}.shop.svc.cluster.local/status
          jsonPath: "{$.status}"
` });
}

/** Finds placeholders that no argument fills. */
export const placeholders = defineRule({
  id: 'analysis/placeholders',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-081', 'AR-107'],
  title: 'placeholders of a metric are arguments that its template declares',
  rationale: 'The controller replaces {{args.name}} anywhere in a metric and knows no other placeholder, of Helm or Go for instance. '
    + 'One that it cannot fill, with the arguments of the same template, makes the Rollout InvalidSpec or the run end in Error.',
  bad: addressExample('{{args.host}}'),
  good: addressExample('{{args.service}}'),
  check(entry, context) {
    const declared = objectsField(specOf(entry.manifest), 'args').map(([, arg]) => textField(arg, 'name')).sort();
    const known = declared.map((name) => `args.${name}`);
    for (const { name, metric, pointer: at } of metricsOf(entry.manifest)) {
      for (const { tag, pointer } of halfPlaceholdersIn(metric, at, known.filter((one) => /^[\w.-]+$/.test(one)))) {
        context.report(pointer, `metric ${name} has ${tag} with a brace too few, so it is text`, {
          received: tag, expected: `{{${tag}}}`, fix: `write {{${tag}}}`,
        });
      }
      for (const { tag, pointer } of placeholdersIn(metric, at)) {
        if (known.includes(tag)) continue;
        const wanted = /^args\.([A-Za-z0-9_-]+)$/.exec(tag)?.[1];
        context.report(pointer, `metric ${name} has the placeholder {{${tag}}}, which nothing fills`, {
          received: `{{${tag}}}`,
          expected: known.map((text) => `{{${text}}}`).join(', ') || 'no placeholders, as there are no args',
          fix: wanted
            ? `declare ${wanted} in spec.args, or correct the name`
            : 'write {{args.<name>}} for an argument of spec.args, or the text itself',
        });
      }
    }
  },
});
