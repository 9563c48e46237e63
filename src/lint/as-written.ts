import type { Finding } from '../validation/finding';
import type { Positions } from './positions';
import { isJson, type SourceDocument } from './source-document';

/** A finding about a number or a word that should be a text, with the text that is written there and what YAML makes of it. */
export function asWritten(finding: Finding, positions: Positions, base: string, { file }: SourceDocument): Finding {
  const { edit, fix } = finding;
  if (edit?.op !== 'set' || typeof edit.value !== 'string' || fix !== `put it in quotes: ${JSON.stringify(edit.value)}` || isJson(file)) return finding;
  const word = positions.wordAt(base + finding.pointer);
  if (word === undefined || word === edit.value) return finding;
  return { ...finding, fix: `put what is written in quotes: ${JSON.stringify(word)}. without them YAML reads it as ${edit.value}` };
}
