/** About where the reader of Argo CD begins to refuse what aliases make of a text. */
const MOST = 400_000;

/** How many characters of a text count as one value. */
const CHARACTERS = 32;

/** How deep maps and lists may be in each other. */
const DEEPEST = 500;

/** What is said of YAML that is nested too deeply. */
export const TOO_DEEP = `it is nested over ${DEEPEST} levels deep, more than can be checked. write it flatter`;

/** Why a value that was read is too much: a few lines with aliases of aliases are billions of values, or one without an end. */
export function sizeProblem(value: unknown, text: string): string | undefined {
  // Without aliases nothing is larger than its text.
  const most = MOST + text.length;
  let size = 0;
  const open: Array<readonly [value: unknown, depth: number]> = [[value, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [current, depth] = next;
    size += 1 + (typeof current === 'string' ? Math.floor(current.length / CHARACTERS) : 0);
    if (size > most) return `its aliases stand for over ${MOST} values, more than Argo CD reads. write less of it with aliases`;
    if (typeof current !== 'object' || current === null) continue;
    if (depth === DEEPEST) return text.includes('*') ? `${TOO_DEEP}, and without an alias of what it stands in` : TOO_DEEP;
    for (const inner of Object.values(current)) open.push([inner, depth + 1]);
  }
  return undefined;
}
