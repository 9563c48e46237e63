import { defineRule } from '../../rule';
import { exampleUpdater } from './examples';
import { settingsOf, UPDATED_KINDS } from './settings';

/** Finds logins for Git that are not looked up. */
export const gitCredentials = defineRule({
  id: 'image-updater/git-credentials',
  severity: 'error',
  kinds: UPDATED_KINDS,
  since: '0.1.0',
  implements: ['CD-265'],
  title: 'the login for Git is that of Argo CD, or a Secret beside the Application',
  rationale: 'The Image Updater looks into Argo CD (repocreds) or into a Secret of the namespace of the Application. With anything else it passes over the Application.',
  bad: exampleUpdater('writeBackConfig:\n  method: git:secret:builds/git-login'),
  good: exampleUpdater('writeBackConfig:\n  method: git:secret:argocd/git-login'),
  check(entry, context) {
    for (const { text, pointer } of settingsOf(entry, 'method')) {
      const credentials = /^git:([^]*)$/.exec(text)?.[1];
      // Other methods: the schema, and for annotations the rule of their values.
      if (credentials === undefined || credentials === 'repocreds') continue;
      const [, namespace, name] = /^secret:(?:([^/]+)\/)?([^/]+)$/.exec(credentials) ?? [];
      if (name === undefined) {
        context.report(pointer, 'the method names a login in no form that is known', {
          expected: 'git, git:repocreds, git:secret:<name> or git:secret:<namespace>/<name>', fix: 'write one of these forms',
        });
      } else if (namespace !== undefined && entry.id.namespace !== '' && namespace !== entry.id.namespace) {
        context.report(pointer, `the Secret is in ${namespace}, and only one in ${entry.id.namespace} is looked at`, {
          received: text, expected: `git:secret:${name}`, fix: `put the Secret into ${entry.id.namespace}, beside the Application`,
        });
      }
    }
  },
});
