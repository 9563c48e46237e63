import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import type { GitRepository } from '../../fleet/git-repository';
import type { HelmRepository } from '../../fleet/helm-repository';
import type { OciRepository } from '../../fleet/oci-repository';
import { fail } from '../../render/construct-error';
import { nameFor } from '../../render/object-name';
import { makeSecret } from '../secrets/made-secret';
import type { RepositoryCredentials, RepositoryType } from './repository-credentials';
import { SECRET_TYPE } from './secret-type';

/** What is said of any repository. */
export interface RepositoryRegistrationBaseProps<T extends RepositoryType> {
  /**
   * How Argo CD signs in.
   * @default - not at all, or by a `CredentialTemplate` for the beginning of the URL
   */
  readonly credentials?: RepositoryCredentials<T>;
  /**
   * The only AppProject whose Applications may use it.
   * @default - every project's
   */
  readonly project?: string;
  /**
   * Whether the certificate of the server is left unverified, so that anybody can answer for it.
   * @default false
   */
  readonly insecure?: boolean;
  /**
   * Proxy on the way to the repository.
   * @default - the one of Argo CD's own environment, if any
   */
  readonly proxy?: string;
  /**
   * Hosts that are reached without the proxy, separated by commas.
   * @default - none
   */
  readonly noProxy?: string;
  /**
   * Name of the Secret, and labels and annotations of the object that makes it.
   * @default - the name comes from the ids
   */
  readonly metadata?: ApiObjectMetadata;
}

/** How a Git repository is registered. */
export interface GitRegistrationProps extends RepositoryRegistrationBaseProps<'git'> {
  /** The Git repository, whose URL is registered. */
  readonly repository: GitRepository;
  /**
   * What the credentials are for: `write` is what the source hydrator pushes with.
   * @default 'read'
   */
  readonly access?: 'read' | 'write';
  /**
   * Whether files in Git LFS are fetched.
   * @default false
   */
  readonly enableLfs?: boolean;
  /**
   * How many commits are fetched. A shallow clone is faster, and cannot show what changed.
   * @default - all of them
   */
  readonly depth?: number;
  /**
   * Whether the key of an SSH server is left unverified, so that anybody can answer for it.
   * @default false
   */
  readonly insecureIgnoreHostKey?: boolean;
}

/** How a repository of Helm charts is registered. */
export interface HelmRegistrationProps extends RepositoryRegistrationBaseProps<'helm'> {
  /** The repository of charts, whose URL is registered. */
  readonly repository: HelmRepository;
  /** Name by which the dependencies of charts find it: `@shop`. */
  readonly name: string;
}

/** How an artifact in a registry is registered. */
export interface OciRegistrationProps extends RepositoryRegistrationBaseProps<'oci'> {
  /** The repository of the artifact. Its URL is `url` of the Secret. */
  readonly repository: OciRepository;
  /**
   * Whether the registry is spoken to without TLS.
   * @default false
   */
  readonly insecureOciForceHttp?: boolean;
}

/** What a `RepositoryRegistration` is made of. */
export type RepositoryRegistrationProps = GitRegistrationProps | HelmRegistrationProps | OciRegistrationProps;

/**
 * Registers a repository with Argo CD. Credentials come from a store or are sealed; a repository without any is a plain Secret of
 * settings. The chart has to go to the namespace of Argo CD.
 *
 * @see util/db/repository_secrets.go in argoproj/argo-cd
 */
export class RepositoryRegistration extends Construct {
  private readonly object: ApiObject;

  public constructor(scope: Construct, id: string, props: RepositoryRegistrationProps) {
    super(scope, id);
    adopt(this);
    const { repository, credentials, project, insecure, proxy, noProxy } = props;
    const problem = credentials?._problem(repository.url);
    if (problem !== undefined) throw fail(this, problem);
    this.object = makeSecret(this, {
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      labels: { [SECRET_TYPE]: 'access' in props && props.access === 'write' ? 'repository-write' : 'repository' },
      texts: {
        type: repository.type,
        url: repository.url,
        project,
        insecure: flag(insecure),
        proxy,
        noProxy,
        ...this.ofType(props),
        ...credentials?._texts,
      },
      secrets: credentials?._secrets ?? {},
    });
  }

  /** Name of the Secret. */
  public get name(): string {
    return this.object.name;
  }

  private ofType(props: RepositoryRegistrationProps): Readonly<Record<string, string | undefined>> {
    if ('enableLfs' in props || 'depth' in props || 'insecureIgnoreHostKey' in props) {
      const { depth } = props;
      if (depth !== undefined && !(Number.isInteger(depth) && depth > 0)) {
        throw fail(this, `depth is ${depth}. give a number of commits, 1 or more, or leave it out for all of them`);
      }
      return { enableLfs: flag(props.enableLfs), depth: depth?.toString(), insecureIgnoreHostKey: flag(props.insecureIgnoreHostKey) };
    }
    if ('name' in props) return { name: props.name, enableOCI: flag(props.repository.isRegistry) };
    return 'insecureOciForceHttp' in props ? { insecureOCIForceHttp: flag(props.insecureOciForceHttp) } : {};
  }
}

function flag(value: boolean | undefined): string | undefined {
  return value === true ? 'true' : undefined;
}
