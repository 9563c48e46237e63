import { InputError } from '../../manifests/input-error';
import type { UpdatedImage } from './updated-image';
import type { WriteBack } from './write-back';

const PREFIX = 'argocd-image-updater.argoproj.io';

/** What annotations say of the images of an Application. */
export interface ImageUpdaterAnnotationsProps {
  /** The images that are kept up to date, each with an alias of its own: the annotation `image-list`. */
  readonly images: readonly [UpdatedImage, ...UpdatedImage[]];
  /** What becomes of new versions. Pull requests cannot be asked for in annotations. */
  readonly writeBack: WriteBack;
}

/**
 * What the Image Updater read before release 1.0, and reads since then where an `ImageUpdater` says `fromAnnotations` for the
 * Application. They belong to the Application, or to the template of an ApplicationSet, and are read nowhere else:
 *
 * @example
 *   new Application(this, 'Web', { metadata: { annotations: ImageUpdaterAnnotations.of({ images: [web], writeBack }) }, ...others });
 *
 * @see pkg/argocd/annotations.go in argoproj-labs/argocd-image-updater
 */
export class ImageUpdaterAnnotations {
  /** The annotations, for `metadata.annotations` of the Application. */
  public static of(props: ImageUpdaterAnnotationsProps): Readonly<Record<string, string>> {
    const { images, writeBack } = props;
    const aliases = images.map(({ alias }) => alias);
    const twice = aliases.find((alias, i) => aliases.indexOf(alias) < i);
    if (twice !== undefined) throw new InputError(`two images have the alias ${JSON.stringify(twice)}. give one of them another alias`);
    return Object.fromEntries([
      [`${PREFIX}/image-list`, images.map(listed).join(', ')] as const,
      ...images.flatMap((image) => [...settings(image), ...targets(image)].map(([key, value]) => [`${PREFIX}/${image.alias}.${key}`, value] as const)),
      ...writeBackEntries(writeBack),
    ]);
  }

  private constructor() {}
}

type Entry = readonly [key: string, value: string];

function listed({ alias, imageName }: UpdatedImage): string {
  if (imageName.includes(',')) throw new InputError(`the constraint of ${alias} has a comma, and the list of images is split at commas. write a blank instead: >=1.2 <2`);
  return `${alias}=${imageName}`;
}

function settings(image: UpdatedImage): Entry[] {
  const { updateStrategy, allowTags, ignoreTags, forceUpdate, platforms, pullSecret } = image._settings();
  const comma = ignoreTags?.find((tag) => tag.includes(','));
  if (comma !== undefined) throw new InputError(`a tag of ${image.alias} to ignore is ${JSON.stringify(comma)}, and the list is split at commas. list two patterns`);
  return present([
    ['update-strategy', updateStrategy],
    ['allow-tags', allowTags],
    ['ignore-tags', ignoreTags?.join(', ')],
    ['force-update', forceUpdate ? 'true' : undefined],
    ['platforms', platforms?.join(', ')],
    ['pull-secret', pullSecret],
  ]);
}

function targets(image: UpdatedImage): Entry[] {
  const { helm, kustomize, plugin } = image._target() ?? {};
  if (plugin) throw new InputError(`${image.alias} is written to a plugin, which annotations cannot say. list it in an ImageUpdater`);
  return present([
    ['helm.image-name', helm?.name],
    ['helm.image-tag', helm?.tag],
    ['helm.image-spec', helm?.spec],
    ['kustomize.image-name', kustomize?.name],
  ]);
}

function writeBackEntries(writeBack: WriteBack): Entry[] {
  const { method, gitConfig } = writeBack._toKube();
  if (gitConfig?.pullRequest) throw new InputError('annotations cannot ask for pull requests. list the images in an ImageUpdater');
  return present([
    ['write-back-method', method],
    ['git-branch', gitConfig?.branch],
    ['git-repository', gitConfig?.repository],
    ['write-back-target', gitConfig?.writeBackTarget],
  ]).map(([key, value]) => [`${PREFIX}/${key}`, value]);
}

function present(entries: ReadonlyArray<readonly [string, string | undefined]>): Entry[] {
  return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
