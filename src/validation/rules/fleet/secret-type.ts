import { pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest, spelling } from '../../schema/similar-name';
import { exampleRegistration } from './example-registration';
import { registrationOf, SECRET_KINDS, SECRET_TYPE } from './registrations';

const TYPES = ['cluster', 'repo-creds', 'repo-write-creds', 'repository', 'repository-write', 'scm-creds'];

const CLUSTER = { name: 'eu', server: 'https://eu.example.com' };

/** Finds Secrets that register something and that Argo CD does not see. */
export const secretType = defineRule({
  id: 'fleet/secret-type',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-244'],
  title: 'a registration carries a label that Argo CD looks for',
  rationale: 'Argo CD finds clusters, repositories and credentials by the label argocd.argoproj.io/secret-type and its six values, and does '
    + 'not see a Secret with any other. An ExternalSecret and a SealedSecret have to give the label to the Secret that they make: it '
    + 'stands in their template.',
  bad: exampleRegistration('clusters', 'eu', CLUSTER),
  good: exampleRegistration('cluster', 'eu', CLUSTER),
  check(entry, context) {
    const { labels, fields } = registrationOf(entry);
    const type = labels.at(SECRET_TYPE);
    if (type.exists) {
      if (TYPES.includes(type.text) || type.text.includes('{{')) return;
      const meant = nearest(type.text, TYPES);
      context.report(type.pointer, `Argo CD knows no secret-type ${JSON.stringify(type.value)} and does not see the Secret`, {
        received: type.text,
        expected: TYPES.join(', '),
        fix: meant && `did you mean ${meant}?`,
        ...corrected(type.pointer, certainlyMeant(type.text, TYPES)),
      });
      return;
    }
    const own = entry.manifest.metadata.labels?.[SECRET_TYPE];
    if (own !== undefined) {
      context.report(pointer('/metadata/labels', SECRET_TYPE), `the ${entry.id.kind} has the label, and the Secret that it makes does not, so Argo CD does not see it`, {
        expected: `${SECRET_TYPE}: ${own} in ${entry.id.kind === 'SealedSecret' ? 'spec.template' : 'spec.target.template'}.metadata.labels`,
        fix: 'give the label to the template too',
      });
      return;
    }
    const registers = fields.has('url') || fields.has('server');
    for (const [key, at] of labels.fields) {
      if (!key.includes('secret') || spelling(key, SECRET_TYPE) > (registers ? 4 : 1)) continue;
      context.report(at.pointer, `Argo CD reads no label ${key} and does not see the Secret`, { received: key, expected: SECRET_TYPE, fix: 'correct the key', ...renamed(at.pointer, certainlyMeant(key, [SECRET_TYPE])) });
    }
  },
});
