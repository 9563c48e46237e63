import { defineRule } from '../../rule';
import { writtenCredentials } from './written-credentials';

/** A ConfigMap with this in its data. */
function dataExample(data: string): string {
  return `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  ${data}
`;
}

/** Finds credentials by what they are called. */
export const credentialByName = defineRule({
  id: 'secrets/credential-by-name',
  severity: 'warning',
  kinds: ['*'],
  since: '0.1.0',
  implements: ['P31'],
  title: 'what is called a password, token or key has no value in plain text',
  rationale: 'The output goes to Git, where everybody who can read the repository reads it, for ever. A container reads a credential by '
    + 'secretKeyRef, and a file comes from a Secret that is mounted. Placeholders, paths and names that end in _FILE or _NAME are not meant.',
  bad: dataExample('DATABASE_PASSWORD: hunter2-of-the-shop'),
  good: dataExample('DATABASE_PASSWORD_FILE: /run/secrets/database/password'),
  check(entry, context) {
    for (const { pointer, what } of writtenCredentials(entry).byName) {
      context.report(pointer, `${what} is written as text`, {
        received: 'text',
        expected: 'a reference to a Secret, or a placeholder',
        fix: 'keep the value in a Secret that a controller in the cluster makes, refer to it, and rotate what was committed',
      });
    }
  },
});
