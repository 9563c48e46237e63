import { defineRule } from '../../rule';
import { exampleUpdater } from './examples';
import { settingsOf, UPDATED_KINDS } from './settings';

const EXPECTED = 'pullsecret:<namespace>/<name>, secret:<namespace>/<name>#<key>, env:<variable> or ext:<path>';

/** Why a text is no place of a login; undefined for one that is. */
export function credentialProblem(text: string): string | undefined {
  const [, type = '', place] = /^([^:]+):([^:]+)$/.exec(text) ?? [];
  if (place === undefined) return 'this is no place of a login';
  switch (type.toLowerCase()) {
    case 'pullsecret': return /^[^/]+\/[^/]+$/.test(place) ? undefined : 'the Secret has no namespace, or the text has too many parts';
    case 'secret': return /^[^/#]+\/[^/#]+#[^#]+$/.test(place) ? undefined : 'the Secret has no namespace, or no key';
    case 'env': case 'ext': return undefined;
    default: return 'this is no place of a login';
  }
}

/** Finds logins that the Image Updater cannot look up. */
export const pullSecret = defineRule({
  id: 'image-updater/pull-secret',
  severity: 'error',
  kinds: UPDATED_KINDS,
  since: '0.1.0',
  implements: ['CD-272'],
  title: 'a pull secret says where the login is, in one of four forms',
  rationale: 'The Image Updater refuses any other text when it wants to ask the registry, and the image is not updated.',
  bad: exampleUpdater('', 'commonUpdateSettings:\n  pullSecret: pullsecret:registry-login'),
  good: exampleUpdater('', 'commonUpdateSettings:\n  pullSecret: pullsecret:argocd/registry-login'),
  check(entry, context) {
    for (const { text, pointer } of settingsOf(entry, 'pullSecret')) {
      // A registry may stand before it.
      const problem = credentialProblem(text.slice(text.indexOf('=') + 1));
      if (problem === undefined) continue;
      // It may be the login itself, so it is not repeated.
      context.report(pointer, problem, { expected: EXPECTED, fix: 'write one of these forms, with the namespace of the Secret' });
    }
  },
});
