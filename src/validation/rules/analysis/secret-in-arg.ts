import { credentialForm } from '../../../languages/credentials/credential-forms';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';
import { exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { METRIC_KINDS } from './template-metrics';

const CREDENTIAL_NAME = /(password|passwd|token|api[-_]?key|access[-_]?key|private[-_]?key|client[-_]?secret|credentials?)$/i;

// The forms of bearer and basic authorization, JSON web tokens, and tokens that say by their first letters whose they are.
const CREDENTIAL_VALUE = /^(bearer|basic) \S{8}|^eyJ[\w-]+\.[\w-]+\.|^(gh[opsu]|xox[abp]|glpat|github_pat)[-_]\w{8}/i;

/** A template with this argument. */
function tokenExample(source: string): string {
  return exampleTemplate({ args: `    - name: api-token\n${source}` });
}

/** Finds credentials in the values of arguments. */
export const secretInArg = defineRule({
  id: 'analysis/secret-in-arg',
  severity: 'warning',
  kinds: [ROLLOUT, ...METRIC_KINDS],
  since: '0.1.0',
  implements: ['P31'],
  title: 'an argument that is a credential is read from a Secret',
  rationale: 'The value of an argument goes to Git, and into every AnalysisRun, where everybody who may read runs can see it. With '
    + 'valueFrom.secretKeyRef in the template it is read when a run starts and kept nowhere.',
  bad: tokenExample('      value: s3cr3t-of-the-shop'),
  good: tokenExample('      valueFrom:\n        secretKeyRef:\n          name: metrics\n          key: token'),
  check(entry, context) {
    const lists: Array<readonly [Pointer, ReturnType<typeof objectsField>]> = entry.manifest.kind === 'Rollout'
      ? rolloutAnalyses(entry.manifest).map(({ analysis, pointer: path }) => [pointer(path, 'args'), objectsField(analysis, 'args')])
      : [['/spec/args', objectsField(specOf(entry.manifest), 'args')]];
    for (const [path, args] of lists) {
      for (const [index, arg] of args) {
        const [name, value] = [textField(arg, 'name'), textField(arg, 'value')];
        // What is a credential beyond doubt is an error of another rule.
        if (value === '' || value.includes('{{') || credentialForm(value) !== undefined) continue;
        if (!CREDENTIAL_NAME.test(name) && !CREDENTIAL_VALUE.test(value)) continue;
        context.report(pointer(path, index, 'value'), `the argument ${name} looks like a credential and is written as text`, {
          received: 'text',
          expected: 'valueFrom.secretKeyRef in the template',
          fix: 'declare the argument with valueFrom.secretKeyRef in the template, pass nothing, and rotate what was committed',
        });
      }
    }
  },
});
