import { pointer } from '../../../manifests/pointer';
import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { objectField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { measuredBy } from './measured-by';
import { isUrlWithHost, urlProblem } from './server-url';
import { METRIC_KINDS } from './template-metrics';

/** A metric with these fields of oauth2. */
function oauth2Example(...fields: readonly string[]): string {
  const oauth2 = fields.map((field) => `      ${field}`).join('\n');
  return exampleTemplate({
    args: oauth2.includes('{{') ? '    - name: secret\n      valueFrom:\n        secretKeyRef:\n          name: metrics\n          key: secret' : '',
    metrics: exampleProvider(`web:\n  url: https://status.example.com/web\n  jsonPath: "{$.ok}"\n  authentication:\n    oauth2:\n${oauth2}`),
  });
}

/** Finds OAuth 2.0 clients that lack what a token costs. */
export const providerOauth2 = defineRule({
  id: 'analysis/provider-oauth2',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-128'],
  title: 'oauth2 of a provider is complete, and its tokenUrl can be asked',
  rationale: 'With a tokenUrl and without clientId or clientSecret every measurement ends in an error. Without a tokenUrl the controller '
    + 'leaves the rest aside and asks without a token. The tokenUrl is asked by HTTP.',
  bad: oauth2Example('tokenUrl: https://login.example.com/token', 'clientId: rollouts'),
  good: oauth2Example('tokenUrl: https://login.example.com/token', 'clientId: rollouts', 'clientSecret: "{{args.secret}}"'),
  check(entry, context) {
    for (const provider of ['prometheus', 'web']) {
      for (const { name, fields, pointer: at } of measuredBy(entry.manifest, provider)) {
        const oauth2 = objectField(objectField(fields, 'authentication'), 'oauth2');
        if (!oauth2 || Object.keys(oauth2).length === 0) continue;
        const missing = ['tokenUrl', 'clientId', 'clientSecret'].filter((field) => textField(oauth2, field) === '');
        if (missing.length === 0) {
          const tokenUrl = textField(oauth2, 'tokenUrl');
          const problem = isUrlWithHost(tokenUrl) ? urlProblem(tokenUrl) : { what: 'has no scheme and host' };
          if (!problem) continue;
          const where = pointer(at, 'authentication', 'oauth2', 'tokenUrl');
          context.report(where, `metric ${name} asks for a token at a URL that ${problem.what}`, {
            received: problem.what, expected: 'a URL such as https://login.example.com/token', fix: problem.fix ?? 'correct the tokenUrl',
            ...corrected(where, problem.meant),
          });
          continue;
        }
        context.report(pointer(at, 'authentication', 'oauth2'), `metric ${name} has oauth2 without ${missing.join(' and ')}`, {
          received: Object.keys(oauth2).sort().join(', '), expected: 'tokenUrl, clientId and clientSecret', fix: `add ${missing.join(' and ')}`,
        });
      }
    }
  },
});
