import * as fs from 'node:fs';
import type { Environment } from '../fleet/environment';
import { showReference } from '../languages/image-reference';
import { InputError } from '../manifests/input-error';
import { findImage, type ToNameOne } from './find-image';
import { type LockFile, type LockFileOptions, parseLockFile } from './lock-file';

/** How a lock file is read. */
export interface ImageLockOptions<N extends string = string> extends LockFileOptions {
  /**
   * The names that the program asks for. Another one does not compile then, and one that the file does not have is an error at once.
   * @default - any name; one that the file does not have, with or without an environment, is an error when it is asked for
   */
  readonly names?: readonly N[];
}

/** Which of the images of one name is meant. */
export interface LockedImageOptions {
  /**
   * The environment whose image is meant. Images of environments stand below its name in the file.
   * @default - the image that is no environment's
   */
  readonly environment?: Environment | string;
}

/**
 * The images that run, in a file of their own: one line an image. A deployment is then a commit that changes one line, which
 * `cdk8s-argo bump` makes without touching code, and going back is reverting it.
 *
 * ```yaml
 * storefront: registry.example.com/shop/storefront:4.2.0
 *
 * production:
 *   storefront: registry.example.com/shop/storefront:4.1.0@sha256:...
 * ```
 */
export class ImageLock<N extends string = string> {
  /**
   * Reads a lock file of the project, such as `images.lock.yaml`. It belongs into Git: what a synth makes depends on it.
   *
   * @throws InputError when it cannot be read, an image in it is no reference, or has no tag of its own
   */
  public static read<const N extends string = string>(file: string, options: ImageLockOptions<N> = {}): ImageLock<N> {
    const locked = parseLockFile(textOf(file), file, options);
    // Which environments have it is asked when it is used.
    const unknown = options.names?.find((name) => !locked.images.some((image) => image.name === name));
    if (unknown !== undefined) findImage(locked, file, unknown, undefined, byArgument(unknown));
    return new ImageLock<N>(file, locked);
  }

  private constructor(
    /** The file, as it was named. */
    public readonly file: string,
    private readonly locked: LockFile,
  ) {}

  /**
   * The image of a name, for a container: `registry.example.com/shop/web:v2.1.0@sha256:...`.
   *
   * @throws InputError when the file has none for it
   */
  public of(name: N, options: LockedImageOptions = {}): string {
    const { environment } = options;
    const wanted = typeof environment === 'object' ? environment.name : environment;
    return showReference(findImage(this.locked, this.file, name, wanted, byArgument(name)).reference);
  }
}

function byArgument(name: string): ToNameOne {
  return ([first]) => `say which is meant: images.of(${JSON.stringify(name)}, { environment: ${JSON.stringify(first)} })`;
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`the lock file ${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}. ` +
      `to make it: npx cdk8s-argo bump --file ${file} --add web=registry.example.com/web:v1.0.0`);
  }
}
