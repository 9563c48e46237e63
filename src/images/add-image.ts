import type * as yaml from 'yaml';
import { InputError } from '../manifests/input-error';
import { type LockFile, nameOf } from './lock-file';

/** An image that is to be added. */
export interface NewImage {
  readonly name: string;
  readonly environment?: string;
  readonly reference: string;
}

/**
 * The text of a lock file with more images, each in its place in the alphabet. Every image is set apart from its neighbours, because
 * Git merges changes of lines that do not touch each other.
 *
 * @param file as messages name it
 * @throws InputError when the environment has the name of an image
 */
export function addedImages({ document, crlf }: LockFile, file: string, images: readonly NewImage[]): string {
  const { isMap, YAMLMap } = require('yaml') as typeof yaml;
  const next = document.clone() as yaml.Document;
  const root = isMap(next.contents) ? next.contents : new YAMLMap();
  next.contents = root;
  for (const image of images) add(root, file, image);
  const text = next.toString({ lineWidth: 0 });
  return crlf ? text.replace(/\r?\n/g, '\r\n') : text;
}

function add(root: yaml.YAMLMap, file: string, { name, environment, reference }: NewImage): void {
  const { isMap, Pair, Scalar, YAMLMap } = require('yaml') as typeof yaml;
  const find = (key: string): unknown => root.items.find((item) => nameOf(item.key) === key)?.value;
  if (environment !== undefined && find(environment) === undefined) root.items.push(new Pair(new Scalar(environment), new YAMLMap()));
  const map = environment === undefined ? root : find(environment);
  if (!isMap(map)) throw new InputError(`${file} has an image of the name ${JSON.stringify(environment)}, so no environment can have it. choose another name`);
  const later = map.items.findIndex(({ key, value }) => isMap(value) || nameOf(key) > name);
  map.items.splice(later < 0 ? map.items.length : later, 0, new Pair(new Scalar(name), new Scalar(reference)));
  for (const within of [root, map]) {
    within.items.forEach(({ key }, index) => ((key as yaml.Scalar).spaceBefore = index > 0));
    // Maps of an empty file or environment: {} would be written in one line.
    if (within.items.length === 1) within.flow = false;
  }
}
