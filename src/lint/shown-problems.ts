import type { InputProblem } from './input-problem';

/** Of one file, and of all. */
const MOST = { ofFile: 5, ofAll: 50 };

/** The problems that a person is shown: a generator that goes wrong makes thousands of one sort, and the first ones tell which. */
export function shownProblems(problems: readonly InputProblem[]): readonly InputProblem[] {
  const counts = new Map<string, number>();
  for (const { file } of problems) counts.set(file, (counts.get(file) ?? 0) + 1);
  const seen = new Map<string, number>();
  const kept = problems.flatMap((problem): InputProblem[] => {
    const { file } = problem;
    const number = (seen.get(file) ?? 0) + 1;
    seen.set(file, number);
    if (number <= MOST.ofFile) return [problem];
    const rest = counts.get(file)! - MOST.ofFile;
    return number === MOST.ofFile + 1 ? [{ file, message: `${rest} more part${rest === 1 ? '' : 's'} of it cannot be read. --format json has all of them` }] : [];
  });
  if (kept.length <= MOST.ofAll) return kept;
  const shown = kept.slice(0, MOST.ofAll);
  const files = new Set(kept.slice(MOST.ofAll).map(({ file }) => file)).size;
  return [...shown, { file: `${files} more file${files === 1 ? '' : 's'}`, message: 'cannot be read. --format json has all of them' }];
}
