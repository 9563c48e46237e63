import { Lazy } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { failHere } from '../render/construct-error';
import { contentHash } from './content-hash';

/**
 * Makes new pods when configuration changes that keeps its name, by an annotation of the pod template. Use it where the name is
 * given, or where Kubernetes never sees the content, as with Secrets. Both versions then read the same, new configuration: a stable
 * pod that restarts during the release has it too, and going back needs the old content in Git. Where that matters use a
 * `HashedConfigMap`, which has neither problem.
 *
 * The workload is whoever has the pod template: for `CanaryRollout.fromDeployment` that is the Deployment.
 */
export class RollOnChange {
  /** Rolls when the content of the ConfigMap changes, whatever is added to it until the synth. */
  public static ofConfigMap(workload: kplus.Workload, configMap: kplus.ConfigMap): void {
    const hash = Lazy.any({ produce: () => contentHash({ data: configMap.data, binaryData: configMap.binaryData }) });
    // cdk8s resolves what is lazy in metadata when it renders; its type is that of the result.
    workload.podMetadata.addAnnotation(`checksum/configmap.${configMap.name}`, hash as string);
  }

  /**
   * Rolls when `version` changes: the Secret's content is not known here, and must not be. Raise the version in the change that
   * rotates the Secret.
   */
  public static ofSecret(workload: kplus.Workload, secret: kplus.ISecret, version: string): void {
    if (version.trim() === '') throw failHere(workload, `the version of the Secret ${secret.name} is empty. give one, such as 2026-04, and change it with the Secret`);
    workload.podMetadata.addAnnotation(`version/secret.${secret.name}`, version);
  }

  private constructor() {}
}
