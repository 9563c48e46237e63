import { isTokenAsUser } from '../languages/credentials/url-user';
import { InputError } from '../manifests/input-error';

/** Refuses a URL with credentials in it: it is written to every manifest that names the repository. */
export function refuseCredentials(url: string): void {
  const [, user] = /^[a-z]+:\/\/([^/:@]*)@/i.exec(url) ?? [];
  if (/^[a-z]+:\/\/[^/]*:[^/]*@|[?&](access_token|token|password)=/i.test(url) || (user !== undefined && isTokenAsUser(user))) {
    throw new InputError('the url of the repository carries credentials, which would be committed. register them with Argo CD instead');
  }
}
