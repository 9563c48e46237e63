/**
 * About how many ways a backtracking matcher may try on a text of this length, from any start. Go's matcher never goes back, so
 * an expression that is cheap there, such as `(a+)+$`, may run for years in JavaScript. Infinity where a repeated group may
 * itself match in several ways.
 */
export function regexpSteps(source: string, length: number): number {
  return (length + 1) * new Ways(source, length).alternatives();
}

/** How many ways there are through an expression. */
class Ways {
  private at = 0;

  public constructor(private readonly source: string, private readonly length: number) {}

  public alternatives(): number {
    let sum = 0;
    let ways = 1;
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.source[this.at] === '|') {
        this.at += 1;
        sum += ways;
        ways = 1;
      } else {
        ways *= this.repeated(this.atom());
      }
    }
    return sum + ways;
  }

  private atom(): number {
    if (this.take(/\((?:\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]+(?=\))))?/y) !== undefined) {
      const ways = this.alternatives();
      this.at += 1;
      return ways;
    }
    if (this.take(/\\[^]|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]])*\]?/y) === undefined) this.at += 1;
    return 1;
  }

  private repeated(ways: number): number {
    const sign = this.take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (sign === undefined) return ways;
    if (sign.startsWith('?')) return ways + 1;
    const [, least, most = least] = /^\{(\d+)(?:,(\d*))?\}/.exec(sign) ?? [];
    if (!most) return ways === 1 ? this.length + 1 : Infinity;
    return ways ** Number(most) * Math.min(Number(most) - Number(least) + 1, this.length + 1);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.source)?.[0];
    this.at += taken?.length ?? 0;
    return taken;
  }
}
