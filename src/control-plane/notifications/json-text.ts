import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';

/** JSON inside of a template: as a list of objects, or as a text that is JSON once the template is filled in. */
export type JsonSection = string | readonly JsonObject[];

/**
 * JSON in which templates may stand. A text that is one action and ends in `toJson` gets no quotes of ours: toJson writes its own, and
 * so any message fits, with quotes and line breaks.
 */
export function jsonSection(section: JsonSection): string {
  if (typeof section === 'string') return section;
  const json = JSON.stringify(section, undefined, 2);
  if (json.includes('{{') && /\{\{(?:(?!\}\})[^])*$/.test(json)) throw new InputError('a template in a list of objects is never closed. write }} where it ends');
  // What JSON escapes, a template would read with the backslash.
  return json
    .replace(/\{\{(?:(?!\}\})[^])*\}\}/g, (action) => action.replace(/\\(["\\])/g, '$1'))
    .replace(/"(\{\{(?:(?!\}\})[^])*\|\s*toJson\s*\}\})"/g, '$1');
}
