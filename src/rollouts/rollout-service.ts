import * as kplus from 'cdk8s-plus-27';

/** A Service of a rollout, without the fields that say what Kubernetes assumes anyway. */
export class RolloutService extends kplus.Service {
  /** @internal */
  public override _toKube(): kplus.k8s.ServiceSpec {
    const { externalIPs = [], type, ...spec } = super._toKube();
    return {
      ...spec,
      externalIPs: externalIPs.length > 0 ? externalIPs : undefined,
      type: type === kplus.ServiceType.CLUSTER_IP ? undefined : type,
    };
  }
}
