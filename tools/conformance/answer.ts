import type { RuleDescription } from '../../src/validation/rule';
import type { ConformanceLine, ConformanceSection } from './line';

/** One line of the page: the check, and how it is answered. */
export interface ConformanceAnswer {
  readonly id: string;
  readonly line: ConformanceLine;
  /** Rules that answer it, sorted by id. */
  readonly rules: readonly string[];
  /** Nothing answers it yet. */
  readonly open: boolean;
}

/** Joins the lines of sections with the rules that answer them. */
export class ConformanceAnswers {
  private readonly lines = new Map<string, ConformanceLine>();
  private readonly implementing = new Map<string, string[]>();

  public constructor(sections: readonly ConformanceSection[], rules: readonly RuleDescription[]) {
    for (const { lines } of sections) {
      for (const [id, line] of Object.entries(lines)) {
        if (this.lines.has(id)) throw new Error(`${id} has two lines`);
        this.lines.set(id, typeof line === 'string' ? { check: line } : line);
      }
    }
    for (const rule of rules) {
      for (const id of rule.implements) this.implementing.set(id, [...this.implementing.get(id) ?? [], rule.id]);
    }
  }

  /** Every id that has a line, in the order of the page. */
  public get ids(): readonly string[] {
    return [...this.lines.keys()];
  }

  /** The answer to one check. */
  public of(id: string): ConformanceAnswer {
    const line = this.lines.get(id);
    if (!line) throw new Error(`${id} has no line in tools/conformance/lines`);
    const others = (line.as ?? []).map((other) => this.of(other));
    const rules = new Set([...this.implementing.get(id) ?? [], ...line.rules ?? [], ...others.flatMap((other) => other.rules)]);
    const answered = rules.size > 0 || line.unwritable !== undefined || line.cluster !== undefined || others.some((other) => !other.open);
    return { id, line, rules: [...rules].sort(), open: !answered };
  }
}
