import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds keys of the old form that count no more. */
export const signatureKeysIgnored = defineRule({
  id: 'projects/signature-keys-ignored',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-137'],
  title: 'a project says in one way whose signatures it demands',
  rationale:
    'signatureKeys is the old form. Beside sourceIntegrity.git it is ignored with a line in the log: repositories that no policy names are '
    + 'then not verified at all.',
  bad: exampleProject(`${EXAMPLE_PERMISSIONS}
signatureKeys:
  - keyID: 4AEE18F83AFDEB23
sourceIntegrity:
  git:
    policies:
      - repos:
          - url: https://git.example.com/shop/web
        gpg:
          mode: head
          keys:
            - D56C4FCA57A46444`),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
sourceIntegrity:
  git:
    policies:
      - repos:
          - url: https://git.example.com/shop/*
        gpg:
          mode: head
          keys:
            - 4AEE18F83AFDEB23
            - D56C4FCA57A46444`),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    if (spec.at('signatureKeys').items.length === 0 || !spec.at('sourceIntegrity', 'git').exists) return;
    context.report(spec.at('signatureKeys').pointer, 'signatureKeys is ignored, as sourceIntegrity.git is there', {
      fix: 'move the keys to a policy of sourceIntegrity.git, and take out signatureKeys',
    });
  },
});
