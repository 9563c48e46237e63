import type { ImageTarget } from './image-target';
import type { RegistryCredential } from './registry-credential';
import type { Tags } from './tags';

/** A platform that images are made for. */
export type ImagePlatform = `${string}/${string}`;

/** What is said about every image, whatever decides on its next version. */
export interface ImageProps {
  /** The image as manifests name it, registry and all, without a tag: `registry.example.com/shop/web`. */
  readonly image: string;
  /**
   * A short name. Unique in its Application.
   * @default - the last part of the image: `web`
   */
  readonly alias?: string;
  /**
   * Tags that do not count, as patterns in which `*` stands for anything but a slash.
   * @default - none
   */
  readonly ignoreTags?: readonly string[];
  /**
   * Platforms that a version has to be there for: `linux/amd64`.
   * @default - that of the Image Updater itself
   */
  readonly platforms?: readonly ImagePlatform[];
  /**
   * The login of the registry.
   * @default - that of the registry in the configuration of the Image Updater, or none
   */
  readonly pullSecret?: RegistryCredential;
  /**
   * Whether the image is updated although no pod of the Application runs it now: one of a Job, or of a custom resource.
   * @default false
   */
  readonly forceUpdate?: boolean;
  /**
   * Where the new version is written.
   * @default - the values image.name and image.tag of a Helm chart; for Kustomize the entry with the name of the image
   */
  readonly target?: ImageTarget;
}

/** Tags that are versions, and which of them are taken. */
export interface SemverImageProps extends ImageProps {
  /**
   * Versions that may be taken: `1.x`, `~2.3`, `>=1.2 <2`.
   * @default - any, the next major version too
   */
  readonly constraint?: string;
  /**
   * Tags that count.
   * @default - every tag that is a version
   */
  readonly allowTags?: Tags;
}

/** One tag that moves from build to build. */
export interface DigestImageProps extends ImageProps {
  /** The tag: `stable`. */
  readonly tag: string;
}

/** Tags that are no versions. */
export interface FilteredImageProps extends ImageProps {
  /** Tags that count. Say `Tags.any()` where every tag of the repository may be deployed. */
  readonly allowTags: Tags;
}
