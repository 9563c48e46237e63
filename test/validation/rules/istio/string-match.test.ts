import { istioHttpMatch } from '../../../../src/validation/rules/istio/http-match';
import { exampleVirtualService } from '../../../../src/validation/rules/rollouts/example-rollout';
import { runRule } from '../rollouts/run-rule';

const problems = (regex: string): string[] =>
  runRule(istioHttpMatch, exampleVirtualService(`http: [{ match: [{ uri: { regex: ${JSON.stringify(regex)} } }], route: [{ destination: { host: web } }] }]`))
    .map(({ message }) => message.replace('this regular expression ', ''));

test.each([
  ['(', 'a parenthesis is never closed'],
  ['a)', 'a closing parenthesis has no opening one'],
  ['[a-z', 'a bracket is never closed'],
  ['*.example.com', 'nothing stands before * that it could repeat'],
  ['/a|+', 'nothing stands before + that it could repeat'],
  ['/a**', '* follows another repetition'],
  ['/a*+', '+ follows another repetition'],
  ['(?!a)', 'the regular expressions of Go have no lookaround'],
])('%s is refused: %s', (regex, problem) => {
  expect(problems(regex)).toEqual([`is refused by Istio: ${problem}`]);
});

test.each(['/a/.*', '(?i)/a', '(?:a|b)?', 'a??', 'a+?b', '[*+?]+', '\\*+', '\\(*', '[^*]*?', 'a{2,3}', '(?P<id>\\d+)', '[[:alpha:]]+'])('%s is fine', (regex) => {
  expect(problems(regex)).toEqual([]);
});
