import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { yamlOf } from '../../manifests/yaml';
import { fail } from '../../render/construct-error';
import type { ImageRegistry } from './image-registry';

/** What an `ImageUpdaterConfig` is made of. */
export interface ImageUpdaterConfigProps {
  /** Registries beside those that the Image Updater knows. */
  readonly registries: readonly [ImageRegistry, ...ImageRegistry[]];
  /**
   * Namespace, labels and annotations. The name is given: the Image Updater mounts it.
   * @default - those of the chart, whose namespace has to be that of the Image Updater
   */
  readonly metadata?: Omit<ApiObjectMetadata, 'name'>;
}

/**
 * The registries that the Image Updater asks: the ConfigMap `argocd-image-updater-config`, in place of the one that its installation
 * brought. It is read when the Image Updater starts.
 *
 * @see registry-scanner/pkg/registry/config.go in argoproj-labs/argocd-image-updater
 */
export class ImageUpdaterConfig extends Construct {
  public constructor(scope: Construct, id: string, props: ImageUpdaterConfigProps) {
    super(scope, id);
    adopt(this);
    const defaults = props.registries.filter(({ isDefault }) => isDefault).map(({ name }) => name);
    if (defaults.length > 1) throw fail(this, `${defaults.join(' and ')} are both the default, and there is one. give the others a prefix: ImageRegistry.of(...)`);
    const prefixes = props.registries.map(({ prefix }) => prefix).filter((prefix) => prefix !== undefined);
    const twice = prefixes.find((prefix, i) => prefixes.indexOf(prefix) < i);
    if (twice !== undefined) throw fail(this, `two registries have the prefix ${twice}, and one would replace the other. take one out`);
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...props.metadata, name: 'argocd-image-updater-config' },
      data: { 'registries.conf': yamlOf({ registries: props.registries.map((registry) => registry._toKube()) }) },
    });
  }
}
