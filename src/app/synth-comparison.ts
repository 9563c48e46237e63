import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type * as differ from 'diff';
import type { FileDifference } from '../output/comparison';
import { INDEX_FOLDER } from '../output/portable-path';

/** More than anybody reads at once. */
const MOST_FILES = 20;
const MOST_LINES = 200;
/** The time to find the lines that differ grows with the square of how many there are. */
const MOST_EDITS = 5000;

/** How the output folder differs from what the program makes. */
export class SynthComparison {
  /** @internal */
  public constructor(
    /** The output folder. */
    public readonly outdir: string,
    /** The files that are not as the program makes them, sorted by path; none when a synth would change nothing. */
    public readonly differences: readonly FileDifference[],
    /**
     * Manifests of others in the folders of charts, below the output folder: the program did not make them, and whoever delivers the folder
     * applies them too. They are no differences, as a synth leaves them alone.
     */
    public readonly foreign: readonly string[] = [],
  ) {}

  /** Whether a synth would change nothing. */
  public get upToDate(): boolean {
    return this.differences.length === 0;
  }

  /** The files that differ, and the lines that differ in them. */
  public toString(): string {
    if (this.upToDate) return `${this.outdir} is what the program makes`;
    const advice = 'synthesize, and commit what is written';
    if (!existsSync(this.outdir)) return `there is no ${this.outdir} (looked for ${resolve(this.outdir)}), and the program makes ${this.differences.length} files. ${advice}`;
    const list = this.differences.map(({ state, path }) => `  ${state.padEnd(7)}  ${this.outdir}/${path}`);
    const [sameText, otherText] = partition(this.differences.filter(({ state }) => state === 'changed'), isSameText);
    // The indexes say what the list says already.
    const changed = otherText.filter(({ path }) => !path.startsWith(`${INDEX_FOLDER}/`));
    const shown = changed.slice(0, MOST_FILES).map((difference) => this.linesOf(difference));
    const more = changed.length > MOST_FILES ? [`... and ${changed.length - MOST_FILES} more changed files`] : [];
    return [`${this.outdir} is not what the program makes. ${advice}`, ...list, ...shown, ...more, ...this.endingsOf(sameText)].join('\n');
  }

  private endingsOf(files: readonly FileDifference[]): string[] {
    if (files.length === 0) return [];
    const which = files.length === 1 ? `${this.outdir}/${files[0]!.path} differs` : `${files.length} of the changed files differ`;
    return [`${which} in line endings alone (CRLF). write "${this.outdir}/** text eol=lf" into .gitattributes, so that Git leaves them as they are, and synth again`];
  }

  private linesOf({ path, found = '', made = '' }: FileDifference): string {
    // Most synths compare nothing.
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = require('diff') as typeof differ;
    const name = `${this.outdir}/${path}`;
    const options = { headerOptions: FILE_HEADERS_ONLY, maxEditLength: MOST_EDITS };
    const lines = createTwoFilesPatch(name, name, found, made, 'committed', 'made now', options)?.trimEnd().split('\n');
    if (!lines) return `${name} differs in more than ${MOST_EDITS} lines`;
    const more = lines.length > MOST_LINES ? [`... and ${lines.length - MOST_LINES} more lines`] : [];
    return [...lines.slice(0, MOST_LINES), ...more].join('\n');
  }
}

function isSameText({ found = '', made = '' }: FileDifference): boolean {
  return found.replaceAll('\r\n', '\n') === made;
}

function partition<T>(items: readonly T[], chosen: (item: T) => boolean): [T[], T[]] {
  return [items.filter(chosen), items.filter((item) => !chosen(item))];
}
