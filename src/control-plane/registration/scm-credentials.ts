import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { nameFor } from '../../render/object-name';
import { makeSecret } from '../secrets/made-secret';
import type { SecretValue } from '../secrets/secret-value';
import { SECRET_TYPE } from './secret-type';

/** What `ScmCredentials` are made of. */
export interface ScmCredentialsProps {
  /** The token that reads repositories and pull requests. */
  readonly token: SecretValue;
  /**
   * Key of the token in the Secret.
   * @default 'token'
   */
  readonly key?: string;
  /**
   * Name of the Secret, and labels and annotations of the object that makes it.
   * @default - the name comes from the ids
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * A token for the generators of ApplicationSets that ask a Git server, with the label that the controller insists on when it is
 * strict about references to tokens.
 *
 * @see applicationset/utils/kubernetes.go in argoproj/argo-cd
 */
export class ScmCredentials extends Construct {
  /** Key of the token in the Secret. */
  public readonly key: string;
  private readonly object: ApiObject;

  public constructor(scope: Construct, id: string, props: ScmCredentialsProps) {
    super(scope, id);
    adopt(this);
    this.key = props.key ?? 'token';
    this.object = makeSecret(this, {
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      labels: { [SECRET_TYPE]: 'scm-creds' },
      texts: {},
      secrets: { [this.key]: props.token },
    });
  }

  /** Name of the Secret. */
  public get name(): string {
    return this.object.name;
  }
}
