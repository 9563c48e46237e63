import type * as yaml from 'yaml';
import { type ImageReference, isMoving, parseReference } from '../languages/image-reference';
import { InputError } from '../manifests/input-error';
import { lineOfConflict } from '../manifests/merge-conflict';

/** An image in a lock file. */
export interface LockedImage {
  readonly name: string;
  /** The environment that it is for, undefined for one that is none's. */
  readonly environment?: string;
  readonly reference: ImageReference;
  /** Where its reference is in the text of the file. */
  readonly range: readonly [start: number, end: number];
}

/** What is wanted of a lock file. */
export interface LockFileOptions {
  /**
   * Whether an image may be `latest`, or have neither tag nor digest: another image may run tomorrow, and Git knows nothing of it.
   * @default false
   */
  readonly allowLatest?: boolean;
}

/** A lock file as it was read. */
export interface LockFile {
  readonly document: yaml.Document.Parsed;
  readonly images: readonly LockedImage[];
  readonly environments: readonly string[];
  /** Whether its lines end as those of Windows do. */
  readonly crlf: boolean;
}

/**
 * Reads the text of a lock file: images by name, and environments with images of their own.
 *
 * @param file as messages name it
 * @throws InputError when it is no such file, or an image is no reference
 */
export function parseLockFile(text: string, file: string, options: LockFileOptions = {}): LockFile {
  const conflict = lineOfConflict(text);
  if (conflict !== undefined) throw new InputError(`${file}:${conflict}: a merge conflict is not resolved. keep the images that are to run, and remove its marks`);
  const { isMap, isScalar, LineCounter, parseDocument } = require('yaml') as typeof yaml;
  const lines = new LineCounter();
  // The parser compares each key with all before it.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const wrong = (node: unknown, why: string): InputError => {
    const [start] = (node as yaml.Node | undefined)?.range ?? [0];
    return new InputError(`${file}:${lines.linePos(start).line}: ${why}`);
  };
  const [error] = document.errors;
  if (error) throw new InputError(`${file}:${error.linePos?.[0].line ?? 1}: it is no YAML: ${error.message.split(' at line ')[0]}`);
  const images: LockedImage[] = [];
  const environments: string[] = [];
  const read = (map: yaml.YAMLMap, environment?: string): void => {
    const names = new Map<string, boolean>();
    for (const { key, value } of map.items) {
      const name = nameOf(key);
      if (!NAME.test(name)) throw wrong(key, `${JSON.stringify(name)} cannot name an image. use letters, digits and inner dots, hyphens and slashes`);
      const twice = names.get(name);
      if (twice !== undefined) {
        throw wrong(key, `${shownName(name, environment)} ${twice === isMap(value) ? 'stands there twice. keep one of them' : 'is an image and an environment. give one another name'}`);
      }
      names.set(name, isMap(value));
      if (environment === undefined && isMap(value)) {
        environments.push(name);
        read(value, name);
      } else if (isScalar(value) && typeof value.value === 'string' && value.type?.startsWith('BLOCK') !== true) {
        const reference = checked(value.value, options);
        if (typeof reference === 'string') throw wrong(value, `${shownName(name, environment)}: ${reference}`);
        images.push({ name, environment, reference, range: [value.range![0], value.range![1]] });
      } else {
        throw wrong(value ?? key, `${shownName(name, environment)}: an image is wanted, such as registry.example.com/shop/${name}:v2.1.0`);
      }
    }
  };
  if (document.contents !== null && !isMap(document.contents)) throw wrong(document.contents, 'lines such as "web: registry.example.com/shop/web:v2.1.0" are wanted');
  if (isMap(document.contents)) read(document.contents);
  return { document, images, environments, crlf: text.includes('\r\n') };
}

/** The name that a key says. As it is written: `1.10` would be the number 1.1, and `0x1f` would be 31. */
export function nameOf(key: unknown): string {
  const { isScalar } = require('yaml') as typeof yaml;
  return isScalar(key) ? key.source ?? String(key.value) : '';
}

/** An image as messages name it. */
export function shownName(name: string, environment: string | undefined): string {
  return environment === undefined ? JSON.stringify(name) : `${JSON.stringify(name)} for ${environment}`;
}

/** The reference, or why it cannot be taken. */
export function checked(text: string, options: LockFileOptions): ImageReference | string {
  const reference = parseReference(text);
  if (/^sha\d+:/.test(text)) return `${JSON.stringify(text)} is no digest: sha256: and 64 digits from 0 to 9 and a to f are wanted${lengthOf(text)}`;
  if (!reference) return `${JSON.stringify(text)} is no image. write it as registry.example.com/shop/web:v2.1.0, with or without @sha256: and 64 digits`;
  if (/^(?:localhost$|[^/]*\.[^/]*$)/.test(reference.repository)) {
    return `${JSON.stringify(text)} is a registry and no image of it. write it as ${text.replace(/@.*$/, '')}/shop/web:v2.1.0`;
  }
  if (options.allowLatest !== true && isMoving(reference)) {
    return `${JSON.stringify(text)} may be another image tomorrow, and nobody could go back to it. give it a tag of its own or a digest, or allow latest`;
  }
  return reference;
}

function lengthOf(digest: string): string {
  const digits = digest.slice(digest.indexOf(':') + 1);
  return digits.length === 64 ? '' : `, and it has ${digits.length}`;
}

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/;
