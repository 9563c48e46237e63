import type { JsonObject, JsonValue } from './json';
import { describe, idOf, type Manifest } from './manifest';
import { type KeyContext, orderedKeys } from './yaml-key-order';
import { firstRefused, YamlRefusal } from './yaml-refusal';
import { keyText, NotRepresentable, numberText, stringText } from './yaml-scalar';

/**
 * Manifests as one YAML text, documents separated by `---`. Argo CD (YAML 1.1) and readers of YAML 1.2 get back exactly
 * the same JSON.
 *
 * @throws YamlRefusal when a manifest holds a value without YAML form
 */
export function toYaml(manifests: readonly Manifest[]): string {
  return manifests.map((manifest) => document(manifest, 'manifest', () => describe(idOf(manifest)))).join('---\n');
}

/**
 * A JSON value as one YAML document that ends with a newline.
 *
 * @throws YamlRefusal when it holds a value without YAML form
 */
export function yamlOf(value: JsonValue): string {
  return document(value, 'other', () => '');
}

function document(value: JsonValue, context: KeyContext, subject: () => string): string {
  try {
    return `${typeof value === 'string' ? stringText(value, '\n', true) : node(value, '\n', context)}\n`;
  } catch (error) {
    if (!(error instanceof NotRepresentable)) throw error;
    const refused = firstRefused(value, '');
    throw refused ? new YamlRefusal(subject(), refused.at, refused.complaint) : error;
  }
}

/** A value that is a document or follows a dash. Its first line stands where the caller puts it, the others after `line`. */
function node(value: JsonValue, line: string, context: KeyContext): string {
  if (typeof value !== 'object' || value === null) return scalar(value, line);
  return isList(value) ? list(value, line) || '[]' : map(value, line, context) || '{}';
}

function scalar(value: JsonValue | undefined, line: string): string {
  switch (typeof value) {
    case 'string': return stringText(value, line);
    case 'number': return numberText(value);
    case 'boolean': return value ? 'true' : 'false';
    default:
      if (value === null) return 'null';
      throw new NotRepresentable();
  }
}

/** The lines of a map, `''` when no property is rendered. `line` is a newline and the indentation of its keys. */
function map(object: JsonObject, line: string, context: KeyContext): string {
  const inner = deeper(line);
  let text = '';
  for (const key of orderedKeys(object, context)) {
    const value = object[key];
    if (value === undefined) continue;
    if (text !== '') text += line;
    text += keyText(key, line);
    if (typeof value !== 'object' || value === null) {
      text += ' ';
      text += scalar(value, line);
      continue;
    }
    const below = isList(value) ? list(value, inner) : map(value, inner, key === 'metadata' ? 'metadata' : 'other');
    if (below === '') text += isList(value) ? ' []' : ' {}';
    else text += inner + below;
  }
  return text;
}

/** The lines of a list, `''` when it has no items. `line` is a newline and the indentation of its dashes. */
function list(items: readonly JsonValue[], line: string): string {
  const inner = deeper(line);
  let text = '';
  for (const item of items) {
    if (text !== '') text += line;
    text += '- ';
    // A literal block is indented from the list, everything else from the text after the dash.
    text += typeof item === 'string' ? stringText(item, line) : node(item, inner, 'list item');
  }
  return text;
}

/** Starts of lines by depth, made once: joining them anew for each map would be a tenth of the work. */
const LINES = ['\n'];

function deeper(line: string): string {
  const depth = (line.length + 1) / 2;
  return (LINES[depth] ??= `${line}  `);
}

function isList(value: JsonObject | readonly JsonValue[]): value is readonly JsonValue[] {
  return Array.isArray(value);
}
