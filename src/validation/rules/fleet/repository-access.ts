import { defineRule, type RuleContext } from '../../rule';
import { exampleSealedRepository } from './example-registration';
import { fieldText, type Registration, registrationOfType, SECRET_KINDS } from './registrations';

/** Finds credentials that do not fit the URL of their repository. */
export const repositoryAccess = defineRule({
  id: 'fleet/repository-access',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-252'],
  title: 'the credentials of a repository are of a sort that its URL takes',
  rationale: 'Argo CD signs in to a URL of HTTPS with a password, a token or an app, and to one of SSH with a key, and takes the first that it finds. '
    + 'With credentials of the other sort it connects without any. A token in the header is for Git over HTTPS, in place of a password.',
  bad: exampleSealedRepository('https://git.example.com/org/manifests.git', 'sshPrivateKey'),
  good: exampleSealedRepository('git@git.example.com:org/manifests.git', 'sshPrivateKey'),
  check(entry, context) {
    const registration = registrationOfType(entry, 'repository', 'repository-write', 'repo-creds', 'repo-write-creds');
    if (!registration) return;
    checkForms(registration, context);
    checkToken(registration, context);
    checkRegistry(registration, context);
  },
});

function typeOf(registration: Registration): string {
  const { fields } = registration;
  return fields.has('type') ? fieldText(registration, 'type') : 'git';
}

function checkForms(registration: Registration, context: RuleContext): void {
  const { fields } = registration;
  const url = fieldText(registration, 'url');
  if (url === '' || !['git', ''].includes(typeOf(registration))) return;
  const isSsh = /^(ssh:\/\/|[^/:]*@)/.test(url);
  const key = fields.get('sshPrivateKey');
  const others = ['password', 'bearerToken', 'githubAppPrivateKey', 'gcpServiceAccountKey'].filter((name) => fields.has(name));
  if (key && !isSsh && /^https?:/.test(url)) {
    context.report(key.pointer, 'a key of SSH is given for a URL of HTTPS, which does not use it', {
      received: url, fix: 'register the SSH address of the repository, or sign in with a password, a token or an app',
    });
  } else if (isSsh && !key && others.length > 0) {
    context.report(fields.get(others[0]!)!.pointer, `${others[0]} is given for a URL of SSH, which does not use it`, {
      received: url, fix: 'register the HTTPS address of the repository, or sign in with sshPrivateKey',
    });
  }
}

function checkToken(registration: Registration, context: RuleContext): void {
  const { fields } = registration;
  const token = fields.get('bearerToken');
  if (!token) return;
  const type = typeOf(registration);
  if (fields.has('password')) {
    context.report(token.pointer, 'a token and a password are given, and the token is sent', { expected: 'one of the two', fix: 'leave out bearerToken, or password' });
  } else if (!['git', ''].includes(type) && fields.get('type')?.text !== undefined) {
    context.report(token.pointer, `a repository of type ${type} takes no bearerToken`, { fix: 'give username and password' });
  }
}

function checkRegistry(registration: Registration, context: RuleContext): void {
  const { fields } = registration;
  const type = typeOf(registration);
  const url = fields.get('url');
  if (type === 'helm' && url?.text?.startsWith('oci://')) {
    context.report(url.pointer, 'a Helm repository in a registry is named with oci://, and no Application that writes the host alone finds it', {
      received: url.text, expected: url.text.slice('oci://'.length), fix: 'leave out oci:// here and in the Applications, or say type: oci',
    });
  }
  const http = fields.get('insecureOCIForceHttp');
  if (http?.text !== 'true' || type === 'oci' || (type === 'helm' && fieldText(registration, 'enableOCI') === 'true')) return;
  if (fields.get('type') && fields.get('type')!.text === undefined) return;
  context.report(http.pointer, 'insecureOCIForceHttp says something about a registry, and this is none', { fix: 'leave it out, or say type: oci' });
}
