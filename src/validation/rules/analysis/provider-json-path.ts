import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric with this path. */
function pathExample(path: string): string {
  return exampleTemplate({
    metrics: exampleProvider(`web:\n  url: http://web-status.shop.svc.cluster.local/status\n  jsonPath: "${path}"`, {
      fields: ['successCondition: result == "ok"'],
    }),
  });
}

/** Why the parser of kubectl would not find what is meant. Braces inside of a text in quotes are letters. */
function pathProblem(path: string): string | undefined {
  const plain = path.replace(/'[^']*'|"[^"]*"/g, '');
  if (!plain.includes('{')) return 'has no braces, so it is the result itself';
  const [opened, closed] = [plain.split('{').length - 1, plain.split('}').length - 1];
  return opened > closed ? 'has a brace that is not closed' : undefined;
}

/** Finds paths that do not read the answer. */
export const providerJsonPath = defineRule({
  id: 'analysis/provider-json-path',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-132'],
  title: 'the jsonPath of a web metric is in braces',
  rationale: 'The path is a template as in kubectl: what stands outside of braces is text. Without braces the result is the path '
    + 'itself, whatever the service answers; with an open one every measurement ends in an error.',
  bad: pathExample('$.status'),
  good: pathExample('{$.status}'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'web')) {
      const path = textField(fields, 'jsonPath');
      const problem = path === '' || holdsPlaceholder(path) ? undefined : pathProblem(path);
      if (problem === undefined) continue;
      context.report(pointer(at, 'jsonPath'), `metric ${name} has the jsonPath ${path}, which ${problem}`, {
        received: path, expected: 'a path in braces, such as {$.data.ok}', fix: `write {${path.replace(/[{}]/g, '')}}`,
      });
    }
  },
});
