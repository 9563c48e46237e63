import { InputError } from '../manifests/input-error';
import { addedImage } from './add-image';
import { findImage } from './find-image';
import { type ImageReference, isMoving, parseReference, parseVersion, showReference } from './image-reference';
import { checked, type LockFileOptions, parseLockFile, shownName } from './lock-file';

/** An image and what it is to be: `web=v2.2.0`. */
export interface Bump {
  readonly name: string;
  /** A tag, a digest, both, or another image. */
  readonly version: string;
}

/** How images are changed. */
export interface BumpOptions extends LockFileOptions {
  /** The environment whose images are meant. */
  readonly environment?: string;
  /** Whether images that the file does not have are added to it. */
  readonly add?: boolean;
}

/** What became of an image. */
export interface BumpedImage {
  readonly name: string;
  /** What it was; undefined for one that was added. */
  readonly from?: string;
  readonly to: string;
  /** Whether it was held by a digest and is not any longer. */
  readonly unpinned: boolean;
}

/** A lock file with other images. */
export interface BumpedLock {
  readonly text: string;
  readonly images: readonly BumpedImage[];
}

/**
 * Changes images in the text of a lock file. Nothing but those references changes in it, and nothing at all if one of them is wrong.
 *
 * @param file as messages name it
 * @throws InputError
 */
export function bumpedLock(text: string, file: string, bumps: readonly Bump[], options: BumpOptions = {}): BumpedLock {
  const twice = bumps.find(({ name }, index) => bumps.findIndex((bump) => bump.name === name) < index);
  if (twice) {
    const versions = bumps.filter(({ name }) => name === twice.name).map(({ version }) => version);
    throw new InputError(`${shownName(twice.name, options.environment)} is named ${versions.length} times: ${versions.join(', ')}. give one version for an image`);
  }
  return bumps.reduce<BumpedLock>((lock, bump) => {
    const next = bumpedImage(lock.text, file, bump, options);
    return { text: next.text, images: [...lock.images, next.image] };
  }, { text, images: [] });
}

function bumpedImage(text: string, file: string, { name, version }: Bump, options: BumpOptions): { text: string; image: BumpedImage } {
  const locked = parseLockFile(text, file, { allowLatest: true });
  const known = locked.images.some((image) => image.name === name && image.environment === options.environment);
  if (!known && options.add === true) {
    const to = showReference(acceptable(version, name, options));
    const image = { name, to, unpinned: false };
    return { text: addedImage(locked, file, { name, environment: options.environment, reference: to }), image };
  }
  const { reference: old, range: [start, end] } = findImage(locked, file, name, options.environment, byOption);
  const reference = acceptable(versionOf(old, version), name, options);
  const to = showReference(reference);
  const quote = /["']/.exec(text.charAt(start))?.[0] ?? '';
  return {
    text: `${text.slice(0, start)}${quote}${to}${quote}${text.slice(end)}`,
    image: { name, from: showReference(old), to, unpinned: old.digest !== undefined && reference.digest === undefined },
  };
}

function byOption(environments: readonly string[]): string {
  return `say which is meant: ${environments.map((environment) => `--environment ${environment}`).join(' or ')}`;
}

/** A tag or a digest keeps the repository, and never the digest of another tag. */
function versionOf(old: ImageReference, version: string): string {
  const parsed = parseVersion(version);
  return parsed ? showReference({ repository: old.repository, ...parsed }) : version;
}

function acceptable(text: string, name: string, options: BumpOptions): ImageReference {
  const shown = shownName(name, options.environment);
  const given = parseReference(text);
  if (!given) {
    throw new InputError(`${shown}: ${JSON.stringify(text)} is no tag, no digest and no image. ` +
      'write v2.1.0, sha256: and 64 digits, or registry.example.com/shop/web:v2.1.0');
  }
  if (parseVersion(text) && showReference(given) === given.repository) {
    throw new InputError(`${shown}: ${JSON.stringify(text)} is a tag, and the image is new. ` +
      `name its repository too: ${name}=registry.example.com/${name}:${text}`);
  }
  const reference = checked(text, options);
  if (typeof reference === 'string') throw new InputError(`${shown}: ${reference}${isMoving(given) ? ' (--allow-latest)' : ''}`);
  return reference;
}
