import { provenanceOf } from '../validation/finding';
import type { LintResult } from './lint-files';
import type { LintScope } from './lint-scope';

/** What is wanted of a result. */
export interface AskedPart {
  readonly result: LintResult;
  /** How many findings are of files that nobody asked for. */
  readonly elsewhere: number;
  /** How many files that nobody asked for cannot be read. */
  readonly unread: number;
}

/** What a result says of the files that are asked for. */
export function askedPart(all: LintResult, scope: LintScope): AskedPart {
  const findings = all.findings.filter(({ file, object }) => scope.asksFor(object?.document.file.path ?? file));
  const problems = all.problems.filter(({ file }) => scope.asksFor(file));
  const others = all.problems.filter((problem) => !problems.includes(problem));
  return {
    result: {
      ...all, findings, problems,
      waived: all.waived.filter(({ finding }) => scope.asksFor(provenanceOf(finding).file ?? '')),
      suppressed: all.suppressed.filter(({ file, object }) => scope.asksFor(object?.document.file.path ?? file)),
    },
    elsewhere: all.findings.length - findings.length,
    unread: new Set(others.map(({ file }) => file)).size,
  };
}
