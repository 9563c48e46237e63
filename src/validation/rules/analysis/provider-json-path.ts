import { jsonPathProblem } from '../../../languages/json-path';
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

/** Why a path would not give what is meant. */
function pathProblem(path: string): string | undefined {
  const start = path.indexOf('{');
  if (start < 0) return 'has no braces, so it is the result itself';
  const problem = jsonPathProblem(path);
  if (problem !== undefined) return problem;
  if (start > 0) return `begins with the text ${JSON.stringify(path.slice(0, start))}, which is the result`;
  // Braces in quotes are letters.
  const rest = path.replace(/'[^']*'|"[^"]*"/g, '').split('}').at(-1)!.trim();
  return rest === '' ? undefined : `goes on with the text ${JSON.stringify(rest)} after its brace, which is passed over`;
}

/** Finds paths that do not read the answer. */
export const providerJsonPath = defineRule({
  id: 'analysis/provider-json-path',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-132'],
  title: 'the jsonPath of a web metric can be read, and is in braces',
  rationale: 'The path is a template as in kubectl: what stands outside of braces is text, and the first of its parts is the result. '
    + 'Without braces that is the path itself, whatever the service answers; one that cannot be read makes every measurement an error.',
  bad: pathExample('$.status'),
  good: pathExample('{$.status}'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'web')) {
      const path = textField(fields, 'jsonPath');
      const problem = path === '' || holdsPlaceholder(path) ? undefined : pathProblem(path);
      if (problem === undefined) continue;
      context.report(pointer(at, 'jsonPath'), `metric ${name} has the jsonPath ${path}, which ${problem}`, {
        received: path, expected: 'a path in braces, such as {$.data.ok}', fix: path.includes('{$') || !path.includes('{') ? `write {${/[$.][^{}]*/.exec(path)?.[0] ?? path.replace(/[{}]/g, '')}}` : 'correct the path',
      });
    }
  },
});
