import { goRegExpProblem } from '../../../languages/conditions/go-regexp-syntax';
import type { Place } from '../../../manifests/references/place';
import type { RuleContext } from '../../rule';

/** What Envoy takes as a regular expression. */
const LONGEST = 1024;

/** Reports a match of a text that Istio refuses: an empty prefix, or a regular expression that is empty, too long or not RE2. */
export function checkStringMatch(context: RuleContext, match: Place, allowsEmptyPrefix = false): void {
  const [prefix, regex] = [match.at('prefix'), match.at('regex')];
  if (prefix.value === '' && !allowsEmptyPrefix) {
    context.report(prefix.pointer, 'an empty prefix matches everything, and Istio refuses it', {
      received: '""', expected: 'some text', fix: 'write the prefix, or remove the match',
    });
  }
  if (typeof regex.value !== 'string') return;
  const problem = problemOfRegex(regex.value);
  if (problem === undefined) return;
  context.report(regex.pointer, `this regular expression ${problem}`, {
    received: regex.value.length > 80 ? `${regex.value.slice(0, 77)}...` : regex.value || '""', expected: `RE2 of at most ${LONGEST} characters`, fix: 'write a simpler expression, or several matches',
  });
}

function problemOfRegex(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (text.length > LONGEST) return `has ${text.length} characters`;
  const problem = goRegExpProblem(text);
  return problem === undefined ? undefined : `is refused by Istio: ${problem}`;
}
