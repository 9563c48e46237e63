import type {
  ImageUpdaterSpecApplicationRefImage, ImageUpdaterSpecApplicationRefImageManifestTargets, ImageUpdaterSpecCommonUpdateSettings,
} from '../../../imports/types/argocd-image-updater/image-updater';
import { InputError } from '../../manifests/input-error';
import type { DigestImageProps, FilteredImageProps, ImageProps, SemverImageProps } from './image-props';
import type { Tags } from './tags';

type Strategy = 'semver' | 'digest' | 'newest-build' | 'alphabetical';

/** An image that is kept up to date, and what decides on its next version. */
export class UpdatedImage {
  /** Takes the highest version. */
  public static semver(props: SemverImageProps): UpdatedImage {
    return new UpdatedImage('semver', props, props.constraint, props.allowTags);
  }

  /** Follows one tag that moves, by its digest. */
  public static digest(props: DigestImageProps): UpdatedImage {
    return new UpdatedImage('digest', props, props.tag);
  }

  /** Takes the tag that was built last. The Image Updater has to read the metadata of each tag that counts: filter them well. */
  public static newestBuild(props: FilteredImageProps): UpdatedImage {
    return new UpdatedImage('newest-build', props, undefined, props.allowTags);
  }

  /** Takes the last tag of the alphabet: for tags that begin with a date. */
  public static alphabetical(props: FilteredImageProps): UpdatedImage {
    return new UpdatedImage('alphabetical', props, undefined, props.allowTags);
  }

  /** A short name. */
  public readonly alias: string;
  /** The image with the versions that may be taken. */
  public readonly imageName: string;

  private constructor(
    private readonly strategy: Strategy,
    private readonly props: ImageProps,
    constraint: string | undefined,
    private readonly allowTags?: Tags,
  ) {
    const { image, alias = image.split('/').at(-1)!, platforms = [] } = props;
    if (/[\s,=@]|^$/.test(image) || image.split('/').at(-1)!.includes(':')) {
      throw new InputError(`the image is ${JSON.stringify(image)}. give it without tag and digest, as manifests name it: registry.example.com/shop/web`);
    }
    if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/.test(alias)) {
      throw new InputError(`the alias of ${image} is ${JSON.stringify(alias)}. give letters, digits, dots, hyphens and underscores`);
    }
    const platform = platforms.find((one) => !/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(one));
    if (platform !== undefined) throw new InputError(`a platform of ${image} is ${JSON.stringify(platform)}. write it as linux/amd64 or linux/arm/v7`);
    if (constraint !== undefined && constraint.trim() === '') throw new InputError(`the tag or constraint of ${image} is empty. leave it out, or say which versions`);
    this.alias = alias;
    this.imageName = constraint === undefined ? image : `${image}:${constraint}`;
  }

  /** @internal */
  public _target(): ImageUpdaterSpecApplicationRefImageManifestTargets | undefined {
    return this.props.target?._toKube();
  }

  /** @internal */
  public _settings(): ImageUpdaterSpecCommonUpdateSettings {
    const { forceUpdate, ignoreTags, platforms, pullSecret } = this.props;
    return {
      // It is what the Image Updater takes, but a setting of the whole ImageUpdater may say otherwise.
      updateStrategy: this.strategy,
      allowTags: this.allowTags?.text,
      ignoreTags,
      forceUpdate: forceUpdate || undefined,
      platforms,
      pullSecret: pullSecret?.text,
    };
  }

  /** @internal */
  public _toKube(): ImageUpdaterSpecApplicationRefImage {
    return { alias: this.alias, imageName: this.imageName, commonUpdateSettings: this._settings(), manifestTargets: this._target() };
  }
}
