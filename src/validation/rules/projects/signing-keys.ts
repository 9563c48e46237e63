import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

const KEY = '4AEE18F83AFDEB23';

/** Finds demands for signatures that no commit can meet. */
export const signingKeys = defineRule({
  id: 'projects/signing-keys',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-136', 'CD-138'],
  title: 'a demand for signatures has a known mode and ids of GPG keys',
  rationale:
    'The schema takes any mode and any text for a key. Argo CD looks at them when it reads the repository, and then no revision can be synced.',
  bad: integrity('history', KEY),
  good: integrity('strict', KEY),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const keys = spec.at('signatureKeys').items.map((item) => item.at('keyID'));
    for (const policy of spec.at('sourceIntegrity', 'git', 'policies').items) {
      const mode = policy.at('gpg', 'mode');
      keys.push(...policy.at('gpg', 'keys').items);
      if (typeof mode.value !== 'string' || ['none', 'head', 'strict'].includes(mode.value)) continue;
      context.report(mode.pointer, `there is no mode ${JSON.stringify(mode.value)}`, {
        received: mode.value,
        expected: 'none, head (the commit or tag) or strict (every commit)',
      });
    }
    for (const key of keys) {
      if (typeof key.value !== 'string' || /^([0-9a-f]{16}|[0-9a-f]{40})$/i.test(key.value)) continue;
      context.report(key.pointer, `${JSON.stringify(key.value)} is no id of a GPG key`, { received: key.value, expected: '16 or 40 hexadecimal digits' });
    }
  },
});

function integrity(mode: string, key: string): string {
  return exampleProject(`${EXAMPLE_PERMISSIONS}
sourceIntegrity:
  git:
    policies:
      - repos:
          - url: https://git.example.com/shop/*
        gpg:
          mode: ${mode}
          keys:
            - ${key}`);
}
