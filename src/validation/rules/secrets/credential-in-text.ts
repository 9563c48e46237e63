import { defineRule } from '../../rule';
import { writtenCredentials } from './written-credentials';

/** Finds credentials by their form, wherever they are. */
export const credentialInText = defineRule({
  id: 'secrets/credential-in-text',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: ['P31'],
  title: 'no token, key or password stands in a manifest',
  rationale: 'The output goes to Git, where everybody who can read the repository reads it, for ever, and bots find tokens within minutes. '
    + 'Tokens of well-known issuers, private keys, and passwords in URLs are told by their form, in whatever field they are. Rotate what '
    + 'was committed already.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  CACHE: redis://:hunter2@cache.shop.svc.cluster.local:6379
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  CACHE: redis://:$(CACHE_PASSWORD)@cache.shop.svc.cluster.local:6379
`,
  check(entry, context) {
    for (const { pointer, what } of writtenCredentials(entry).byForm) {
      context.report(pointer, `${what} stands here in plain text`, {
        received: what,
        expected: 'a reference to a Secret',
        fix: 'keep the value in a Secret that a controller in the cluster makes, refer to it, and rotate what was committed',
      });
    }
  },
});
