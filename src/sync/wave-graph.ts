/**
 * Vertices that have to come one after another, and the wave of each: the length of the longest path that leads to it, or its
 * floor where that is higher. Vertices are plain strings, so the graph serves objects, groups of them and Applications alike.
 */
export class WaveGraph {
  private readonly followers = new Map<string, { readonly to: string; readonly distance: 0 | 1 }[]>();
  private readonly floors = new Map<string, number>();

  /** Adds a vertex that is never in a wave below its floor, or with `-Infinity` where the others put it. What is said first counts. */
  public addVertex(vertex: string, floor = 0): void {
    if (this.followers.has(vertex)) return;
    this.followers.set(vertex, []);
    this.floors.set(vertex, floor);
  }

  /** Whether the vertex is there. */
  public has(vertex: string): boolean {
    return this.followers.has(vertex);
  }

  /** Says that `after` is in a later wave than `before`; with distance 0, in the same one or a later one. */
  public addEdge(before: string, after: string, distance: 0 | 1 = 1): void {
    this.addVertex(before);
    this.addVertex(after);
    this.followers.get(before)!.push({ to: after, distance });
  }

  /** The wave of every vertex, or the path of a cycle: its first vertex again at the end. */
  public waves(): { readonly waves: ReadonlyMap<string, number> } | { readonly cycle: readonly string[] } {
    const open = new Map<string, number>();
    for (const vertex of this.followers.keys()) open.set(vertex, 0);
    for (const edges of this.followers.values()) {
      for (const { to } of edges) open.set(to, open.get(to)! + 1);
    }
    const waves = new Map(this.floors);
    const ready = [...open].filter(([, count]) => count === 0).map(([vertex]) => vertex);
    let done = 0;
    for (; done < ready.length; done++) {
      const vertex = ready[done]!;
      for (const { to, distance } of this.followers.get(vertex)!) {
        waves.set(to, Math.max(waves.get(to)!, waves.get(vertex)! + distance));
        open.set(to, open.get(to)! - 1);
        if (open.get(to) === 0) ready.push(to);
      }
    }
    if (done === this.followers.size) return { waves };
    return { cycle: this.cycleAmong(new Set([...open].filter(([, count]) => count > 0).map(([vertex]) => vertex))) };
  }

  // Every vertex that is left has a predecessor that is left, so walking backwards must come round.
  private cycleAmong(left: ReadonlySet<string>): readonly string[] {
    const predecessor = new Map<string, string>();
    for (const from of left) {
      for (const { to } of this.followers.get(from)!) {
        if (left.has(to) && !predecessor.has(to)) predecessor.set(to, from);
      }
    }
    const seen = new Set<string>();
    let vertex = [...left].sort()[0]!;
    while (!seen.has(vertex)) {
      seen.add(vertex);
      vertex = predecessor.get(vertex)!;
    }
    const walked = [...seen];
    const cycle = walked.slice(walked.indexOf(vertex)).reverse();
    // Any vertex may be first; the smallest is the same in every run.
    const first = cycle.indexOf([...cycle].sort()[0]!);
    return [...cycle.slice(first), ...cycle.slice(0, first + 1)];
  }
}
