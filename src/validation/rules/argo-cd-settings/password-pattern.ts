import { goRegExpProblem } from '../../../languages/conditions/go-regexp-syntax';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

/** Finds patterns of passwords that Go does not compile. */
export const passwordPattern = defineRule({
  id: 'argo-cd-settings/password-pattern',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: [],
  title: 'the pattern of passwords is a regular expression of Go',
  rationale: 'Argo CD compiles the pattern when somebody changes a password. One that does not compile refuses every new password, and Go has no '
    + 'lookahead, which patterns for "a digit and a capital" are often made of.',
  bad: exampleConfig("passwordPattern: '^(?=.*[0-9]).{12,64}$'"),
  good: exampleConfig("passwordPattern: '^.{12,64}$'"),
  check(entry, context) {
    for (const { key, value, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      const problem = key === 'passwordPattern' ? goRegExpProblem(value) : undefined;
      if (problem === undefined) continue;
      context.report(pointer, `passwordPattern cannot be compiled, so nobody can set a password: ${problem}`, {
        received: value, expected: 'a regular expression of Go, which has no lookahead and no back reference', fix: 'ask for a length instead, such as ^.{12,64}$',
      });
    }
  },
});
