/** What we know about one upstream check beside the rules that name it in `implements`. */
export interface ConformanceLine {
  /** What upstream checks, or, in the list of what nobody checks, what goes wrong. */
  readonly check: string;
  /** Other ids that say the same: who answers those answers this one. */
  readonly as?: readonly string[];
  /** Rules that answer it without naming it, such as the schema rules, which answer for every required field. */
  readonly rules?: readonly string[];
  /** The type or the constructor that makes it unwritable. */
  readonly unwritable?: string;
  /** Why manifests cannot show it. Never beside rules or types: what they leave over is said in `rest`. */
  readonly cluster?: string;
  /** What the rules or the types leave to the cluster. */
  readonly rest?: string;
}

/** Lines by the id of the check. A text alone is `check`. */
export type ConformanceLines = Readonly<Record<string, string | ConformanceLine>>;

/** Lines that belong together, under one heading of the page. */
export interface ConformanceSection {
  readonly title: string;
  /** Who enforces these, and when. */
  readonly intro: string;
  readonly lines: ConformanceLines;
}
