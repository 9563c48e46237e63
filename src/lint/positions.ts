import { load } from 'js-yaml';
import { READING } from '../languages/kubernetes-yaml/read-document';
import { type Pointer, segmentsOf } from '../manifests/pointer';
import { isJson, placeIn, type SourceDocument } from './source-document';

/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A part of a document in the order of its text: keys and values of a map alternate. */
interface Part {
  readonly line: number;
  readonly column: number;
  readonly parts: Part[];
  kind?: string | null;
  result?: unknown;
}

/**
 * Where pointers lead in a document: to the key of a field, to the begin of an item. What is not there leads to what is nearest above it.
 * The document is read once more, so this is for those that something is to be said about.
 */
export class Positions {
  private readonly root?: Part;

  public constructor(private readonly document: SourceDocument) {
    // A tab in JSON is one character, and no indentation to js-yaml.
    this.root = partsOf(isJson(document.file) ? document.text.replaceAll('\t', ' ') : document.text);
  }

  public of(path: Pointer): Position {
    const { place } = this.find(path);
    return placeIn(this.document, place?.line ?? 0, place?.column ?? 0);
  }

  /** The number or the word at a place as it is written, such as `0x1F` or `yes`; undefined for other texts and for what is not there. */
  public wordAt(path: Pointer): string | undefined {
    const { part, isThere } = this.find(path);
    if (!isThere || part?.kind !== 'scalar') return undefined;
    const [, word] = /^[ \t]*([\w.+-]+)(?=[ \t]*(?:[,\]}\r#]|$))/.exec(this.lines[part.line]?.slice(part.column) ?? '') ?? [];
    return word;
  }

  private get lines(): readonly string[] {
    return this.document.text.split('\n');
  }

  private find(path: Pointer): { readonly place?: Part; readonly part?: Part; readonly isThere: boolean } {
    let part = this.root;
    let place = part && this.firstIn(part);
    for (const segment of segmentsOf(path)) {
      if (part?.kind === 'mapping') {
        const { parts } = part;
        const at = parts.findIndex((key, index) => index % 2 === 0 && String(key.result) === segment);
        if (at < 0) return { place, part, isThere: false };
        [place, part] = [parts[at], parts[at + 1]];
      } else if (part?.kind === 'sequence') {
        const item = part.parts[Number(segment)];
        if (!item) return { place, part, isThere: false };
        [place, part] = [item, item];
      } else return { place, part, isThere: false };
    }
    return { place, part, isThere: true };
  }

  /** A map begins where its first key does, and not at the line that separates it from the document before. */
  private firstIn(part: Part): Part {
    return part.parts[0] ?? part;
  }
}

function partsOf(text: string): Part | undefined {
  const root: Part = { line: 0, column: 0, parts: [] };
  const open: Part[] = [root];
  const listener = (event: 'open' | 'close', state: ListenedState): void => {
    if (event === 'open') {
      const part: Part = { line: state.line, column: state.position - state.lineStart, parts: [] };
      open.at(-1)!.parts.push(part);
      open.push(part);
      return;
    }
    const part = open.pop()!;
    part.kind = state.kind;
    part.result = state.result;
    // A scalar is tried as the first key of a map, and stands in itself then.
    if (part.kind === 'scalar') part.parts.length = 0;
    // And so is a map or list in brackets: what is in it is in the only part then.
    const [inner] = part.parts;
    if (part.parts.length === 1 && typeof part.result === 'object' && inner!.result === part.result) part.parts.splice(0, 1, ...inner!.parts);
  };
  try {
    load(text, { ...READING, listener });
  } catch {
    // It was read before, so this is JSON that is no YAML: its first line is all that is known.
    return undefined;
  }
  return root.parts[0];
}

/** What js-yaml's parser knows of where it is. */
interface ListenedState {
  readonly line: number;
  readonly position: number;
  readonly lineStart: number;
  readonly kind: string | null;
  readonly result: unknown;
}
