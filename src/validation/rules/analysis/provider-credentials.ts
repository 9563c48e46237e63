import { credentialForm } from '../../../languages/credentials/credential-forms';
import { carriesCredential } from '../../../manifests/credential-header';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric with this header. */
function headerExample(value: string): string {
  return exampleTemplate({
    args: value.includes('{{') ? '    - name: token\n      valueFrom:\n        secretKeyRef:\n          name: metrics\n          key: token' : '',
    metrics: exampleProvider(
      `web:\n  url: https://status.example.com/web\n  jsonPath: "{$.ok}"\n  headers:\n    - key: Authorization\n      value: ${value}`,
    ),
  });
}

/** Finds credentials in the text of a template. */
export const providerCredentials = defineRule({
  id: 'analysis/provider-credentials',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['P31'],
  title: 'credentials of a provider come from arguments that read a Secret',
  rationale: 'The template goes to Git, where everybody who can read the repository reads it, for ever. The controller fills arguments '
    + 'with valueFrom.secretKeyRef when a run starts, so the text needs a reference only. Rotate what was committed already.',
  bad: headerExample('Bearer eyJhbGciOiJub25lIn0'),
  good: headerExample('"Bearer {{args.token}}"'),
  check(entry, context) {
    for (const provider of ['prometheus', 'web']) {
      for (const { name, fields, pointer: at } of measuredBy(entry.manifest, provider)) {
        const report = (where: string, what: string): void => context.report(where, `metric ${name} has ${what} in plain text`, {
          received: 'text',
          expected: 'a reference such as {{args.token}}',
          fix: 'declare an argument with valueFrom.secretKeyRef, and write its reference here',
        });
        for (const [index, header] of objectsField(fields, 'headers')) {
          const [key, value] = [textField(header, 'key'), textField(header, 'value')];
          if (carriesCredential(key) && isWritten(value)) {
            report(pointer(at, 'headers', index, 'value'), `the credential of the header ${key}`);
          }
        }
        const secret = textField(objectField(objectField(fields, 'authentication'), 'oauth2'), 'clientSecret');
        if (isWritten(secret)) report(pointer(at, 'authentication', 'oauth2', 'clientSecret'), 'the clientSecret');
      }
    }
  },
});

/** Whether a credential stands there. One that is known by its form is for another rule to find. */
function isWritten(text: string): boolean {
  return text !== '' && !holdsPlaceholder(text) && credentialForm(text) === undefined;
}
