/** One thing that comes after another, and who said so, in words: `main.ts:41`, `by addDependency`. */
export interface Arrow {
  readonly before: string;
  readonly after: string;
  /** `''` when nobody knows. */
  readonly why: string;
}

/** What the edges of a graph say, for the message about a circle. */
export class Arrows {
  private readonly byEnds = new Map<string, Map<string, () => Arrow>>();

  /** Notes what an edge says; what is said first counts. */
  public note(from: string, to: string, arrow: () => Arrow): void {
    let followers = this.byEnds.get(from);
    if (!followers) this.byEnds.set(from, followers = new Map<string, () => Arrow>());
    if (!followers.has(to)) followers.set(to, arrow);
  }

  /** What the edges of a path say; those within a group say nothing. */
  public along(path: readonly string[]): readonly Arrow[] {
    return path.slice(1).flatMap((vertex, i) => this.byEnds.get(path[i]!)?.get(vertex)?.() ?? []);
  }
}

/** What is wrong with arrows that come back to where they begin, each with the reason that it is there. */
export function circleProblem(arrows: readonly Arrow[]): string {
  const [only] = arrows;
  if (only && arrows.length === 1) {
    const wish = `${only.after} is to come after ${only.before}${inBrackets(only.why)}`;
    return only.before === only.after
      ? `${wish}, which is the same. take out the order`
      : `${wish}, and the one is a part of the other. take out the order, or order the parts among each other`;
  }
  // Any arrow may be first; that from the smallest name is the same in every run.
  const start = arrows.indexOf([...arrows].sort((a, b) => (a.before < b.before ? -1 : 1))[0]!);
  const round: Arrow[] = [];
  for (const arrow of [...arrows.slice(start), ...arrows.slice(0, start)]) {
    // What comes after the whole comes after its parts, whatever their order.
    const whole = round.at(-1)?.after;
    if (whole === undefined || ![arrow.before, arrow.after].every((name) => `${name}/`.startsWith(`${whole}/`))) round.push(arrow);
  }
  const names = round.flatMap(({ before, after }) => [before, after]).filter((name, i, all) => name !== all[i - 1]);
  if (names[0] !== names.at(-1)) names.push(names[0]!);
  const reasons = round.filter(({ why }) => why !== '').map(({ before, after, why }) => `${after} after ${before}${inBrackets(why)}`);
  return `the order goes round in a circle: ${names.join(' -> ')}. ${reasons.length > 0 ? `it says ${reasons.join(', ')}. ` : ''}take out one of these orders`;
}

/** A reason behind what it is the reason of. */
export function inBrackets(why: string): string {
  return why === '' ? '' : ` (${why})`;
}
