import { valueAt } from '../manifests/pointer';
import type { Finding } from '../validation/finding';
import type { LintedObject } from './linted-object';
import { type Position, Positions } from './positions';
import { isJson, placeIn } from './source-document';

/**
 * Where a finding is read. What is inside of a text of YAML is found when the text stands line by line, behind a `|`; otherwise the place
 * is that of the text.
 */
export function positionOf({ pointer, inside }: Finding, object: LintedObject, positions: Positions): Position {
  const at = positions.of(object.base + pointer);
  const text = inside === undefined ? undefined : textAt(object, pointer);
  if (inside === undefined || text === undefined || isJson(object.document.file)) return at;
  const lines = object.document.text.split('\n');
  const key = at.line - placeIn(object.document, 0, 0).line;
  if (!/[:-][ \t]*(?:[&!]\S+[ \t]+)*\|[-+\d]*[ \t]*(?:#.*)?\r?$/.test(lines[key] ?? '')) return at;
  const { line, column } = new Positions({ file: { path: 'values.yaml', text }, text, line: 0, offset: 0, firstLine: 0 }).of(inside);
  const first = text.split('\n').findIndex((one) => one.trim() !== '');
  const indent = indentOf(lines[key + 1 + first] ?? '') - indentOf(text.split('\n')[first] ?? '');
  return placeIn(object.document, key + line, column - 1 + indent);
}

/** The text that stands at a place of an object, as its file has it. */
export function textAt({ manifest, written }: LintedObject, at: string): string | undefined {
  const text = valueAt(written ?? manifest, at);
  return typeof text === 'string' ? text : undefined;
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}
