import type { ImageUpdaterSpecApplicationRefImageManifestTargets } from '../../../imports/types/argocd-image-updater/image-updater';
import { InputError } from '../../manifests/input-error';

type Wire = ImageUpdaterSpecApplicationRefImageManifestTargets;

/** Where in its sources an Application says which image it runs. */
export class ImageTarget {
  /** Two values of a Helm chart, by their paths: `{ name: 'image.repository', tag: 'image.tag' }`. */
  public static helm(values: { readonly name: string; readonly tag: string }): ImageTarget {
    return new ImageTarget({ helm: { name: values.name, tag: values.tag } });
  }

  /** One value of a Helm chart that holds the whole image: `image`. */
  public static helmImage(value: string): ImageTarget {
    return new ImageTarget({ helm: { spec: value } });
  }

  /** An entry of `images` in a kustomization.yaml, by its `name`, which may differ from the image that it becomes. */
  public static kustomize(name: string): ImageTarget {
    if (name.trim() === '') throw new InputError('the entry of the kustomization has no name. give what stands at images[].name');
    return new ImageTarget({ kustomize: { name } });
  }

  /** Environment variables of a config management plugin. */
  public static plugin(variables: { readonly name: string; readonly tag: string } | { readonly image: string }): ImageTarget {
    return new ImageTarget({ plugin: 'image' in variables ? { spec: variables.image } : { name: variables.name, tag: variables.tag } });
  }

  private constructor(private readonly wire: Wire) {}

  /** @internal */
  public _toKube(): Wire {
    return this.wire;
  }
}
