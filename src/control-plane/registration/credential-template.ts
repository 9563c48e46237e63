import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { fail } from '../../render/construct-error';
import { nameFor } from '../../render/object-name';
import { makeSecret } from '../secrets/made-secret';
import type { RepositoryCredentials, RepositoryType } from './repository-credentials';
import { SECRET_TYPE } from './secret-type';

/** What a `CredentialTemplate` is made of. */
export interface CredentialTemplateProps<T extends RepositoryType> {
  /** The sort of repositories. */
  readonly type: T;
  /** What their URLs begin with: `https://git.example.com/org`. Of several that fit a URL the longest one counts. */
  readonly urlPrefix: string;
  /** How Argo CD signs in to them. */
  readonly credentials: RepositoryCredentials<NoInfer<T>>;
  /**
   * What the credentials are for: `write` is what the source hydrator pushes with.
   * @default 'read'
   */
  readonly access?: 'read' | 'write';
  /**
   * Name of the Secret, and labels and annotations of the object that makes it.
   * @default - the name comes from the ids
   */
  readonly metadata?: ApiObjectMetadata;
}

// This sort of Secret writes these keys in another way than that of a single repository.
const OTHER_KEYS: Readonly<Record<string, string>> = {
  azureServicePrincipalClientId: 'azureServicePrincipalClientID',
  azureServicePrincipalTenantId: 'azureServicePrincipalTenantID',
};

/**
 * Credentials for every repository whose URL begins in the same way. The chart has to go to the namespace of Argo CD.
 *
 * @see util/db/repository_secrets.go in argoproj/argo-cd
 */
export class CredentialTemplate<T extends RepositoryType> extends Construct {
  private readonly object: ApiObject;

  public constructor(scope: Construct, id: string, props: CredentialTemplateProps<T>) {
    super(scope, id);
    adopt(this);
    const { type, urlPrefix, credentials, access = 'read' } = props;
    const problem = credentials._problem(urlPrefix);
    if (problem !== undefined) throw fail(this, problem);
    if (/^https?:\/\/[^/]*$/.test(urlPrefix)) {
      throw fail(this, `the url begins with ${urlPrefix}, which a host such as ${urlPrefix}.elsewhere.com begins with too, and would be sent the credentials. ` +
        `end it with a slash, or name an organization: ${urlPrefix}/org`);
    }
    this.object = makeSecret(this, {
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      labels: { [SECRET_TYPE]: access === 'write' ? 'repo-write-creds' : 'repo-creds' },
      texts: {
        type,
        url: urlPrefix,
        ...Object.fromEntries(Object.entries(credentials._texts).map(([key, value]) => [OTHER_KEYS[key] ?? key, value])),
      },
      secrets: credentials._secrets,
    });
  }

  /** Name of the Secret. */
  public get name(): string {
    return this.object.name;
  }
}
