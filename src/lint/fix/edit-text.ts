import { load } from 'js-yaml';
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { KUBERNETES_SCHEMA } from '../../languages/kubernetes-yaml/schema';
import type { JsonValue } from '../../manifests/json';
import { segmentsOf } from '../../manifests/pointer';
import type { Edit } from '../../validation/finding';
import { changesOnlyWanted } from './alias-effects';
import { editedBlock } from './block-text';

/**
 * Carries out an edit in the text of a document, and touches nothing else: comments, quotes and order stay. Undefined where the text
 * leaves no certain place for it, such as a field behind an alias.
 *
 * @param all the edits of the document: where an alias carries the change to other places, each of these needs one too
 */
export function editedText(text: string, edit: Edit, isJson: boolean, all: readonly Edit[] = [edit]): string | undefined {
  const edited = textWith(text, edit, isJson);
  return edited !== undefined && (isJson || changesOnlyWanted(text, edited, edit, all)) ? edited : undefined;
}

function textWith(text: string, edit: Edit, isJson: boolean): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !document.contents) return undefined;
  const segments = segmentsOf(edit.pointer);
  const last = segments.pop();
  if (last === undefined) return undefined;
  const spliced = (start: number, end: number, put: string): string => text.slice(0, start) + put + text.slice(end);
  const parent = reach(document.contents, segments);
  if (isSeq(parent.node) && parent.left.length === 0) {
    const item = parent.node.items[Number(last)] as Node | undefined;
    if (edit.op === 'set') return isPlainScalar(item) ? spliced(...rangeOf(item), replacement(item, edit.value, isJson)) : undefined;
    return edit.op === 'remove' && item ? withoutItem(text, parent.node, item) : undefined;
  }
  if (!isMap(parent.node)) return undefined;
  const pair = parent.left.length === 0 ? pairOf(parent.node, last) : undefined;
  switch (edit.op) {
    case 'rename':
      if (!pair || !isScalar(pair.key) || pairOf(parent.node, edit.value)) return undefined;
      return spliced(...rangeOf(pair.key), scalarText(edit.value, isJson));
    case 'remove':
      return pair && withoutPair(text, parent.node, pair);
    case 'set':
      if (!pair) return withField(text, parent.node, nested([...parent.left, last], edit.value), isJson);
      if (isPlainScalar(pair.value)) return spliced(...rangeOf(pair.value), replacement(pair.value, edit.value, isJson));
      return isLiteralBlock(pair.value) && typeof edit.value === 'string' ? withBlock(text, pair.value, edit.value) : undefined;
  }
}

/** As far as the segments lead, and those that are left. */
function reach(node: unknown, segments: readonly string[]): { readonly node: unknown; readonly left: readonly string[] } {
  const [segment, ...rest] = segments;
  if (segment === undefined) return { node, left: [] };
  const below = isMap(node) ? pairOf(node, segment)?.value : isSeq(node) ? node.items[Number(segment)] : undefined;
  return below === undefined || below === null ? { node, left: segments } : reach(below, rest);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && keyOf(pair.key) === key);
}

/** Keys that may be something else to Kubernetes than to YAML 1.2: `on` is true. */
const ODD_KEY = /^(?:[-+.\d~].*|y|n|yes|no|on|off)$/i;

function keyOf({ type, value, source = '' }: Scalar): string {
  return type === 'PLAIN' && ODD_KEY.test(source) ? String(load(source, { schema: KUBERNETES_SCHEMA })) : String(value);
}

/** A value on one line that ends where its text ends. */
function isPlainScalar(node: unknown): node is Scalar {
  return isScalar(node) && node.anchor === undefined && /^(PLAIN|QUOTE_)/.test(node.type ?? '') && rangeOf(node)[1] > rangeOf(node)[0];
}

function isLiteralBlock(node: unknown): node is Scalar<string> {
  return isScalar(node) && node.anchor === undefined && node.type === 'BLOCK_LITERAL' && typeof node.value === 'string';
}

function withBlock(text: string, node: Scalar<string>, value: string): string | undefined {
  const [start, end] = rangeOf(node);
  const block = editedBlock(text.slice(start, end), node.value, value);
  return block === undefined ? undefined : text.slice(0, start) + block + text.slice(end);
}

function rangeOf(node: Node): [start: number, end: number] {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

/** A number that was to be a text keeps how it was written: 1.10 becomes "1.10", and yes "yes". */
function replacement({ source = '' }: Scalar, value: JsonValue, isJson: boolean): string {
  if (typeof value === 'string' && source !== '' && String(load(source, { schema: KUBERNETES_SCHEMA })) === value) return JSON.stringify(source);
  return scalarText(value, isJson);
}

/** A value on one line. Texts that YAML reads as something else are put in quotes. */
function scalarText(value: JsonValue, isJson: boolean): string {
  const isLong = typeof value === 'string' ? value.includes('\n') : typeof value === 'object' && value !== null;
  if (isJson || isLong) return JSON.stringify(value);
  return stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd();
}

function nested([key, ...rest]: readonly string[], value: JsonValue): Record<string, JsonValue> {
  return { [key!]: rest.length === 0 ? value : nested(rest, value) };
}

/** A new field stands before the others: where the first of them begins is certain. */
function withField(text: string, map: YAMLMap, field: Record<string, JsonValue>, isJson: boolean): string | undefined {
  const first = map.items[0]?.key as Node | undefined;
  if (!first) return undefined;
  const [at] = rangeOf(first);
  const [name, value] = Object.entries(field)[0]!;
  const put = map.flow
    ? `${isJson ? JSON.stringify(name) : name}: ${JSON.stringify(value)}, `
    : `${stringify(field, { version: '1.1', lineWidth: 0 }).trimEnd()}\n`.replace(/\n/g, `\n${' '.repeat(columnOf(text, at))}`);
  return text.slice(0, at) + put + text.slice(at);
}

function withoutPair(text: string, map: YAMLMap, pair: Pair): string | undefined {
  const next = map.items[map.items.indexOf(pair) + 1];
  if (map.flow || map.items.length === 1) return undefined;
  const [start] = rangeOf(pair.key as Node);
  // The first field of an item stands behind its dash, and the next takes its place.
  if (text.slice(lineStart(text, start), start).trim() !== '') return next && text.slice(0, start) + text.slice(rangeOf(next.key as Node)[0]);
  return text.slice(0, lineStart(text, start)) + text.slice(endOf(text, pair.value as Node | null, rangeOf(pair.key as Node)[1]));
}

function withoutItem(text: string, list: YAMLSeq, item: Node): string | undefined {
  const [start] = rangeOf(item);
  const begin = lineStart(text, start);
  if (list.flow || list.items.length === 1 || text.slice(begin, start).trim() !== '-') return undefined;
  return text.slice(0, begin) + text.slice(endOf(text, item, start));
}

/** Where the line begins that comes after a value. */
function endOf(text: string, node: Node | null, fallback: number): number {
  const end = Math.max(node?.range?.[1] ?? fallback, fallback);
  if (text[end - 1] === '\n') return end;
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}
