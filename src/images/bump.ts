import { type ImageReference, isMoving, parseReference, parseVersion, showReference } from '../languages/image-reference';
import { InputError } from '../manifests/input-error';
import { addedImages } from './add-image';
import { findImage } from './find-image';
import { checked, type LockFile, type LockFileOptions, parseLockFile, shownName } from './lock-file';

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
  const locked = parseLockFile(text, file, { allowLatest: true });
  const changes = bumps.map((bump) => changeOf(locked, file, bump, options));
  const { environment } = options;
  const added = changes.filter(({ range }) => range === undefined).map(({ image: { name, to } }) => ({ name, environment, reference: to }));
  const changed = replaced(text, changes);
  const next = added.length === 0 ? changed : addedImages(parseLockFile(changed, file, { allowLatest: true }), file, added);
  if (next !== text) refuseUnreadable(next, file);
  return { text: next, images: changes.map(({ image }) => image) };
}

/** What is to become of an image, and where its reference is; nowhere when it is to be added. */
interface Change {
  readonly image: BumpedImage;
  readonly range?: readonly [start: number, end: number];
}

function changeOf(locked: LockFile, file: string, { name, version }: Bump, options: BumpOptions): Change {
  const known = locked.images.some((image) => image.name === name && image.environment === options.environment);
  if (!known && options.add === true) return { image: { name, to: showReference(acceptable(version, name, options)), unpinned: false } };
  const { reference: old, range } = findImage(locked, file, name, options.environment, byOption);
  const reference = acceptable(versionOf(old, version), name, options);
  const unpinned = old.digest !== undefined && reference.digest === undefined;
  return { image: { name, from: showReference(old), to: showReference(reference), unpinned }, range };
}

/** The text with other references, from its end to its start, so that none moves before its turn. */
function replaced(text: string, changes: readonly Change[]): string {
  const placed = changes.flatMap(({ image, range }) => (range ? [{ to: image.to, start: range[0], end: range[1] }] : []));
  return placed.sort((a, b) => b.start - a.start).reduce((before, { to, start, end }) => {
    // The address of a registry in brackets would be a list.
    const quote = /["']/.exec(before.charAt(start))?.[0] ?? (to.startsWith('[') ? '"' : '');
    return `${before.slice(0, start)}${quote}${to}${quote}${before.slice(end)}`;
  }, text);
}

/** What nobody can read afterwards is not written, whatever the reason. */
function refuseUnreadable(text: string, file: string): void {
  try {
    parseLockFile(text, file, { allowLatest: true });
  } catch (error) {
    throw error instanceof InputError ? new InputError(`nobody could read the file any longer: ${error.reason}`) : error;
  }
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
