import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { fail } from '../render/construct-error';
import { checkedName, nameFor } from '../render/object-name';
import { contentHash } from './content-hash';

/** What a `HashedConfigMap` is made of. All of it is said here, as the name depends on it. */
export interface HashedConfigMapProps {
  /** Texts by their keys. */
  readonly data?: Readonly<Record<string, string>>;
  /**
   * Bytes by their keys, in base64.
   * @default - none
   */
  readonly binaryData?: Readonly<Record<string, string>>;
  /**
   * What becomes of the ConfigMap of an earlier content, when Argo CD prunes. `keep` leaves it in the cluster, out of the sync
   * status: pods of the stable version can start again at any time, and going back by any means finds it. Its label
   * `app.kubernetes.io/name` finds it too, for deleting those that no ReplicaSet names any more. `pruneLast` deletes it when
   * everything else of the sync is healthy, so after the release; but with ApplyOutOfSyncOnly a second sync during a release, or
   * after an aborted one, deletes it while the stable pods still need it.
   * @default 'keep'
   */
  readonly previous?: 'keep' | 'pruneLast';
  /**
   * Name (without the hash), namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * A ConfigMap whose name ends in a hash of its content, and that never changes. Another content is another ConfigMap, so the pod
 * template that names it changes too: new configuration is released step by step like a new image, and both versions keep
 * their own. A plain ConfigMap changes under the feet of the stable pods, and nothing rolls; see `RollOnChange` for one that has
 * to keep its name.
 *
 * Mount it, or read it into the environment, as any ConfigMap of cdk8s-plus. For Secrets the content is not known here: put
 * a version into the name of the Secret that your ExternalSecret or SealedSecret makes, and raise it with the content.
 */
export class HashedConfigMap extends kplus.Resource implements kplus.IConfigMap {
  /** What cdk8s-plus calls the kind of object. */
  public readonly resourceType = 'configmaps';
  /** The ConfigMap. */
  protected readonly apiObject: ApiObject;

  public constructor(scope: Construct, id: string, props: HashedConfigMapProps) {
    super(scope, id);
    adopt(this);
    const { data = {}, binaryData = {}, previous = 'keep', metadata } = props;
    const [first, ...more] = [data, binaryData].map((entries) => Object.keys(entries));
    const twice = first!.find((key) => more.flat().includes(key));
    if (twice !== undefined) throw fail(this, `data and binaryData both have the key ${JSON.stringify(twice)}. rename one of them`);
    if (first!.length + more.flat().length === 0) throw fail(this, 'the ConfigMap is empty. give it data');
    const base = nameFor(this, metadata);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        ...metadata,
        name: checkedName(this, `${base}-${contentHash({ data, binaryData })}`, `${base} and the hash of the content`),
        labels: { 'app.kubernetes.io/name': base, ...metadata?.labels },
        annotations: { ...ANNOTATIONS[previous], ...metadata?.annotations },
      },
      immutable: true,
      data: first!.length > 0 ? { ...data } : undefined,
      binaryData: more.flat().length > 0 ? { ...binaryData } : undefined,
    });
  }
}

// The annotations stay on the object in the cluster when Git no longer has it, and that is where Argo CD reads them.
const ANNOTATIONS = {
  keep: {
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    'argocd.argoproj.io/sync-options': 'Prune=false',
  },
  pruneLast: { 'argocd.argoproj.io/sync-options': 'PruneLast=true' },
} as const;
