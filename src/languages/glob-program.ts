/** Whether one character fits. */
export type CharacterTest = (character: string) => boolean;

/** A step reads one character, or as many as fit, or goes on at other steps. */
type Step = { readonly reads: CharacterTest; readonly again: boolean } | { readonly goesTo: number[] };

interface OpenChoice {
  readonly start: number;
  readonly ends: number[];
}

/**
 * What a glob reads, step by step. All ways through it are gone at once, character by character, so that no glob takes longer than
 * its length times that of the text.
 */
export class GlobProgram {
  private readonly steps: Step[] = [];
  private readonly open: OpenChoice[] = [];

  /** How many choices are open. */
  public get depth(): number {
    return this.open.length;
  }

  /** Whether a choice was begun just now. */
  public get isAtStart(): boolean {
    return this.open.at(-1)?.start === this.steps.length - 1;
  }

  /** Adds one character. */
  public one(reads: CharacterTest): void {
    this.steps.push({ reads, again: false });
  }

  /** Adds any number of characters. */
  public any(reads: CharacterTest): void {
    this.steps.push({ reads, again: true });
  }

  /** Begins a choice. */
  public begin(): void {
    this.open.push({ start: this.steps.length, ends: [] });
    this.steps.push({ goesTo: [this.steps.length + 1] });
  }

  /** Begins the next alternative of the innermost choice. */
  public otherwise(): void {
    const { start, ends } = this.open.at(-1)!;
    ends.push(this.steps.length);
    this.steps.push({ goesTo: [] });
    this.targetsOf(start).push(this.steps.length);
  }

  /** Ends the innermost choice. */
  public end(): void {
    for (const end of this.open.pop()!.ends) this.targetsOf(end).push(this.steps.length);
  }

  /** Whether a whole text fits. */
  public fits(text: string): boolean {
    let at = this.reached([0]);
    for (const character of text) {
      const next: number[] = [];
      for (const index of at) {
        const step = this.steps[index];
        if (step && 'reads' in step && step.reads(character)) next.push(step.again ? index : index + 1);
      }
      if (next.length === 0) return false;
      at = this.reached(next);
    }
    return at.has(this.steps.length);
  }

  /** The steps that stand next, with those that are reached without a character. */
  private reached(from: readonly number[]): ReadonlySet<number> {
    // A set goes on to what is added meanwhile.
    const reached = new Set(from);
    for (const index of reached) {
      const step = this.steps[index];
      if (!step) continue;
      if ('goesTo' in step) for (const target of step.goesTo) reached.add(target);
      else if (step.again) reached.add(index + 1);
    }
    return reached;
  }

  private targetsOf(index: number): number[] {
    const step = this.steps[index]!;
    return 'goesTo' in step ? step.goesTo : [];
  }
}
