import { distance } from 'fastest-levenshtein';

/** A shared word has to be this long to count. */
const LONG_WORD = 4;

/** The name that was probably meant: one with few letters changed, or with a word in common at the front or at the end. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestCost = Infinity;
  for (const candidate of [...candidates].sort()) {
    const cost = costOf(name, candidate);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** How many letters have to be added, removed, changed or swapped with their neighbour. Capitals do not count. */
export function spelling(name: string, candidate: string): number {
  const [from, to] = [name.toLowerCase(), candidate.toLowerCase()];
  let least = distance(from, to);
  for (let i = 1; i < from.length && least > 1; i++) {
    if (from[i] === from[i - 1]) continue;
    const swapped = from.slice(0, i - 1) + from[i]! + from[i - 1]! + from.slice(i + 1);
    least = Math.min(least, 1 + distance(swapped, to));
  }
  return least;
}

function costOf(name: string, candidate: string): number {
  const steps = spelling(name, candidate);
  const longest = Math.max(name.length, candidate.length);
  if (steps <= Math.floor(Math.min(name.length, candidate.length) / 3)) return steps / longest;
  // Word matches count after every matter of spelling.
  return shareWord(name, candidate) ? 1 + steps / longest : Infinity;
}

function shareWord(a: string, b: string): boolean {
  const left = words(a);
  const right = words(b);
  return isLongPair(left[0], right[0]) || isLongPair(left.at(-1), right.at(-1));
}

function isLongPair(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b && a.length >= LONG_WORD;
}

function words(name: string): string[] {
  return name.split(/(?=[A-Z])|[^A-Za-z0-9]+/).map((word) => word.toLowerCase()).filter(Boolean);
}
