import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ExternalSecretSpec } from '../../../imports/types/external-secrets/external-secret';
import type { SealedSecretSpec } from '../../../imports/types/sealed-secrets/sealed-secret';
import { fail } from '../../render/construct-error';
import { declareControllerWrites } from '../../render/controller-writes';
import type { RemoteSecret } from './remote-secret';
import type { SealedValue } from './sealed-value';
import { isSealed, type SecretValue } from './secret-value';

/** A Secret that exists in the cluster, and only there, with its values. */
export interface MadeSecretProps {
  /** Name, and labels and annotations of the object that is written. */
  readonly metadata: ApiObjectMetadata;
  /** Labels of the Secret. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the Secret. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Values that are no secret; `undefined` is left out. In those that hold `{{ }}`, credentials are filled in by their name. */
  readonly texts: Readonly<Record<string, string | undefined>>;
  /** Credentials that are values of the Secret. */
  readonly secrets: Readonly<Record<string, SecretValue>>;
  /** Credentials that texts name. */
  readonly filledIn?: Readonly<Record<string, SecretValue>>;
}

/**
 * Declares what makes a Secret: an ExternalSecret where its credentials are in a store, a SealedSecret where they are sealed, and
 * the Secret itself where it has none.
 */
export function makeSecret(scope: Construct, props: MadeSecretProps): ApiObject {
  const values = Object.entries({ ...props.filledIn, ...props.secrets });
  const sealed = values.filter((value): value is [string, SealedValue] => isSealed(value[1]));
  const remote = values.filter((value): value is [string, RemoteSecret] => !isSealed(value[1]));
  if (sealed.length > 0 && remote.length > 0) {
    throw fail(scope, `${remote[0]![0]} is kept in the store ${remote[0]![1].store.name}, and ${sealed[0]![0]} is sealed, and one Secret is made by one controller. ` +
      'keep all of its credentials in a store, or seal all of them');
  }
  const texts = Object.fromEntries(Object.entries(props.texts).filter((text): text is [string, string] => text[1] !== undefined));
  const { labels, annotations, metadata } = props;
  if (remote.length > 0) {
    const made = new ApiObject(scope, 'Resource', {
      apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata, spec: externalSecret(scope, remote, { ...props, texts }),
    });
    declareControllerWrites(scope, [{
      apiVersion: made.apiVersion,
      kind: made.kind,
      name: made.name,
      namespace: made.metadata.namespace,
      jqPathExpressions: ['.spec.data[]?.remoteRef.nullBytePolicy'],
      owner: NULL_BYTE_POLICY,
    }]);
    return made;
  }
  if (sealed.length > 0) {
    return new ApiObject(scope, 'Resource', {
      apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata, spec: sealedSecret(sealed, { ...props, texts }),
    });
  }
  return new ApiObject(scope, 'Resource', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { ...metadata, labels: { ...metadata.labels, ...labels }, annotations: merged(metadata.annotations, annotations) },
    stringData: texts,
  });
}

/**
 * What the API server adds to each item of the list, before External Secrets 2.9. Argo CD takes that for a difference, which no sync
 * takes away (apis/externalsecrets/v1/externalsecret_types.go in external-secrets/external-secrets).
 */
const DEFAULTS = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' } as const;

/** Releases before 2.3 do not know the field, so it is not written as the others are. */
const NULL_BYTE_POLICY = {
  controller: 'the API server',
  reason: 'some releases of External Secrets, from 2.3 on, have the API server add the default of this field to each item of the list',
};

type Texts = Omit<MadeSecretProps, 'texts'> & { readonly texts: Readonly<Record<string, string>> };

function externalSecret(scope: Construct, remote: ReadonlyArray<[string, RemoteSecret]>, props: Texts): ExternalSecretSpec {
  const { texts, labels, annotations, secrets } = props;
  const { store } = remote[0]![1];
  const other = remote.find(([, value]) => value.store.name !== store.name || value.store.kind !== store.kind);
  if (other) {
    throw fail(scope, `the credentials come from two stores, ${store.name} and ${other[1].store.name}. keep those of one Secret in one store`);
  }
  return {
    secretStoreRef: { kind: store.kind, name: store.name },
    target: {
      template: {
        metadata: { labels, annotations: merged(annotations) },
        data: { ...texts, ...Object.fromEntries(Object.keys(secrets).map((key) => [key, `{{ .${key} }}`])) },
      },
    },
    data: remote.map(([secretKey, { key, property }]) => ({ secretKey, remoteRef: { key, property, ...DEFAULTS } })),
  };
}

function sealedSecret(sealed: ReadonlyArray<[string, SealedValue]>, { texts, labels, annotations }: Texts): SealedSecretSpec {
  return {
    encryptedData: Object.fromEntries(sealed.map(([key, { encrypted }]) => [key, encrypted])),
    template: { metadata: { labels, annotations: merged(annotations) }, data: Object.keys(texts).length > 0 ? texts : undefined },
  };
}

function merged(...annotations: ReadonlyArray<Readonly<Record<string, string>> | undefined>): Readonly<Record<string, string>> | undefined {
  const all: Record<string, string> = Object.assign({}, ...annotations);
  return Object.keys(all).length > 0 ? all : undefined;
}
