import { goRegExpProblem } from '../../../languages/conditions/go-regexp-syntax';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf } from './generator-entries';

const FIELDS = ['repositoryMatch', 'labelMatch', 'branchMatch', 'targetBranchMatch', 'titleMatch'];

/** Finds filters whose regular expression Go refuses. */
export const filterRegexp = defineRule({
  id: 'appsets/filter-regexp',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-173'],
  title: 'filters of repositories and pull requests are regular expressions of Go',
  rationale: 'An expression that does not compile is an error that stops the whole set. Go has no lookaround and no back-references.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${filtered('^(?!dependabot/)')}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${filtered('^feature/')}`),
  check(entry, context) {
    for (const generator of [...generatorsOf(entry, 'scmProvider'), ...generatorsOf(entry, 'pullRequest')]) {
      for (const filter of generator.at('filters').items) {
        for (const field of FIELDS.map((name) => filter.at(name))) {
          const problem = field.text.includes('{{') ? undefined : goRegExpProblem(field.text);
          if (problem !== undefined) context.report(field.pointer, `Go refuses the expression: ${problem}`, { received: field.text });
        }
      }
    }
  },
});

function filtered(pattern: string): string {
  return `generators:
  - pullRequest:
      github:
        owner: example
        repo: web
      filters:
        - branchMatch: '${pattern}'
${exampleTemplate("'web-{{ .number }}'")}`;
}
