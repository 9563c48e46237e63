/** The parts of an image that say which one of a repository it is. */
export interface ImageVersion {
  /** `''` where there is none, which means latest. */
  readonly tag: string;
  readonly hasDigest: boolean;
}

/** Which one of its repository an image is; undefined where a template or a variable says it. */
export function imageVersion(image: string): ImageVersion | undefined {
  const text = image.trim();
  if (text === '' || text.includes('$') || text.includes('{{')) return undefined;
  const [reference = '', digest] = text.split('@');
  // A colon before a slash is the port of a registry.
  const tag = /:([^:/]*)$/.exec(reference)?.[1] ?? '';
  return { tag, hasDigest: digest !== undefined };
}
