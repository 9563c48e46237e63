import { distance } from 'fastest-levenshtein';

/** A shared word has to be this long to count. */
const LONG_WORD = 4;

/** Names of Kubernetes are no longer; of a longer text swapped letters are not looked for, as that takes the square of its length. */
const LONGEST_NAME = 253;

/** The name that was probably meant: one with few letters changed, or with a word in common at the front or at the end. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const own = words(name);
  let best: string | undefined;
  let bestCost = Infinity;
  for (const candidate of new Set(candidates)) {
    const cost = costOf(name, own, candidate, bestCost);
    if (cost < bestCost || (cost === bestCost && best !== undefined && candidate < best)) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** How many letters have to be added, removed, changed or swapped with their neighbour. Capitals do not count. */
export function spelling(name: string, candidate: string): number {
  const [from, to] = [name.toLowerCase(), candidate.toLowerCase()];
  const least = distance(from, to);
  if (from.length > LONGEST_NAME) return least;
  for (let i = 1; i < from.length && least > 1; i++) {
    if (from[i] === from[i - 1]) continue;
    const swapped = from.slice(0, i - 1) + from[i]! + from[i - 1]! + from.slice(i + 1);
    // A swap is one step instead of two, and cannot spare more.
    if (1 + distance(swapped, to) < least) return least - 1;
  }
  return least;
}

/** What a candidate costs, if it may be less than what is known already: there may be thousands of candidates. */
function costOf(name: string, own: readonly string[], candidate: string, known: number): number {
  const [shortest, longest] = [Math.min(name.length, candidate.length), Math.max(name.length, candidate.length)];
  const most = Math.floor(shortest / 3);
  // A swap of neighbours spares one step, so no candidate is nearer than its distance without it less one.
  const least = longest - shortest > most ? Infinity : distance(name.toLowerCase(), candidate.toLowerCase()) - 1;
  if (least <= most && least / longest <= known) {
    const steps = spelling(name, candidate);
    if (steps <= most) return steps / longest;
  }
  // Word matches count after every matter of spelling.
  return known > 1 && shareWord(own, words(candidate)) ? 1 + spelling(name, candidate) / longest : Infinity;
}

function shareWord(left: readonly string[], right: readonly string[]): boolean {
  return isLongPair(left[0], right[0]) || isLongPair(left.at(-1), right.at(-1));
}

function isLongPair(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b && a.length >= LONG_WORD;
}

function words(name: string): string[] {
  return name.split(/(?=[A-Z])|[^A-Za-z0-9]+/).map((word) => word.toLowerCase()).filter(Boolean);
}
