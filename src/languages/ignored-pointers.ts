/** Why a JSON pointer leads to no field, and what to write instead. */
export interface PointerProblem {
  readonly message: string;
  readonly fix: string;
}

/** Maps of texts, in which a slash can only be part of a key. */
const MAP_OF_TEXTS = /^((?:\/[^/]+)*\/(?:metadata\/(?:annotations|labels)|matchLabels|nodeSelector))\/([^/]+\/.+)$/;

/**
 * Why a JSON pointer that is one otherwise leads nowhere: a slash in the key of an annotation, or a `~` that escapes nothing. The library
 * takes such a text apart as it finds it, and finds no field.
 *
 * @see RFC 6901, and github.com/evanphx/json-patch, which Argo CD removes ignored fields with
 */
export function pointerProblem(pointer: string): PointerProblem | undefined {
  if (!pointer.startsWith('/') || pointer.includes('{{')) return undefined;
  if (/~(?![01])/.test(pointer)) {
    return {
      message: 'this leads to no field, as ~ stands only before 0 or 1 in a JSON pointer',
      fix: 'write ~1 for a slash in a key, and ~0 for a ~',
    };
  }
  const [, map, key] = MAP_OF_TEXTS.exec(pointer) ?? [];
  if (map === undefined || key === undefined) return undefined;
  return { message: `this leads below the key ${key.split('/')[0]!}, which holds a text`, fix: `write ${map}/${key.replaceAll('/', '~1')}` };
}
