import { normalizedGitUrl } from '../../../manifests/git-url';
import { readSetOnce } from '../../../manifests/read-once';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleRepository } from './example-registration';
import { fieldText, isTogether, type Registration, registrationOfType, registrationsIn, SECRET_KINDS, SECRET_TYPE } from './registrations';

/** Finds repositories that are registered twice. */
export const repositoryIdentity = defineRule({
  id: 'fleet/repository-identity',
  severity: 'warning',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-251'],
  title: 'a repository is registered once for each project',
  rationale: 'Of several Secrets for one URL and one project Argo CD takes one, the first or the last that it comes across, and writes a warning to its '
    + 'log: which credentials are used changes from one day to the next. Capitals and .git make no difference to a URL.',
  bad: `${exampleRepository({})}---\n${exampleRepository({ url: 'https://git.example.com/Org/manifests' }, 'again')}`,
  good: `${exampleRepository({})}---\n${exampleRepository({ project: 'shop' }, 'again')}`,
  check(entry, context) {
    const registration = registrationOfType(entry, 'repository', 'repository-write', 'repo-creds', 'repo-write-creds');
    const key = registration && keyOf(registration);
    if (!registration || key === undefined) return;
    const first = twinsIn(context.manifests).get(key)?.find((other) => isTogether(other.entry, entry));
    if (!first || first === registration) return;
    context.report(registration.fields.get('url')!.pointer, `the repository is registered by ${first.entry.id.name} already${madeAt(first.entry, entry)}`, {
      rival: first.entry,
      received: fieldText(registration, 'url'),
      fix: 'take one of the two out, or give it to another project',
    });
  },
});

/** What makes two registrations one; undefined where it cannot be read. */
function keyOf(registration: Registration): string | undefined {
  const { fields, labels } = registration;
  const url = fieldText(registration, 'url');
  if (url === '' || (fields.has('project') && fields.get('project')!.text === undefined)) return undefined;
  return [labels.at(SECRET_TYPE).text, normalizedGitUrl(url) || url, fieldText(registration, 'project')].join('\n');
}

const twinsIn = readSetOnce((manifests): ReadonlyMap<string, readonly Registration[]> => {
  const twins = new Map<string, Registration[]>();
  for (const registration of registrationsIn(manifests)) {
    const key = keyOf(registration);
    if (key !== undefined) twins.set(key, [...twins.get(key) ?? [], registration]);
  }
  return twins;
});
