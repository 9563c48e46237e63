import { credentialForm } from '../../../languages/credentials/credential-forms';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, sourcesOf } from '../apps/application-spec';
import { exampleSource } from '../apps/example-application';
import { secretKeysOfPatch } from './secret-patch';

/** Finds secrets in patches of Kustomize. */
export const plainPatch = defineRule({
  id: 'secrets/plain-patch',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['P31'],
  title: 'no patch of an Application puts a value into a Secret',
  rationale: 'The patch stands in the Application, which is committed, and everybody who may see the Application in Argo CD reads it too. Let a '
    + 'controller in the cluster make the Secret, and rotate what was committed already.',
  bad: exampleSource(`
path: overlays/production
kustomize:
  patches:
    - target: { kind: Secret, name: database }
      patch: '[{ "op": "add", "path": "/stringData/password", "value": "hunter2" }]'`),
  good: exampleSource(`
path: overlays/production
kustomize:
  patches:
    - target: { kind: Secret, name: database }
      patch: '[{ "op": "add", "path": "/metadata/labels/team", "value": "shop" }]'`),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      for (const item of source.at('kustomize', 'patches').items) {
        const patch = item.at('patch');
        // A text with a form of its own is an error already.
        const keys = credentialForm(patch.text) === undefined ? secretKeysOfPatch(patch.text, item.at('target', 'kind').text) : [];
        if (keys.length === 0) continue;
        context.report(patch.pointer, 'the patch puts values into a Secret, in plain text', {
          received: keys.sort().join(', '),
          expected: 'a SealedSecret, an ExternalSecret, or a file encrypted with SOPS',
          fix: 'keep the value outside the code and let a controller in the cluster make the Secret',
        });
      }
    }
  },
});
