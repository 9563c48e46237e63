import { describe } from '../manifests/manifest';
import type { Finding } from '../validation/finding';
import type { InputProblem } from './input-problem';

/** What is said when the command itself fails at something: one line, with the place in the code for those who mend it. */
export function defectText(what: string, error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const [, place] = /[\\/]([\w-]+[\\/][\w-]+\.[jt]s:\d+):\d+\)?$/m.exec(stack ?? '') ?? [];
  const reason = (message.split('\n')[0] ?? '').replace(/[.\s]+$/, '') || 'an error without words';
  return `${what} failed: ${reason}${place === undefined ? '' : ` (${place})`}. this is a defect of cdk8s-argo, not of the file: report it with this line`;
}

/** A finding and where it is read. */
type Placed = Omit<InputProblem, 'message'> & { readonly finding: Finding };

/** Rules that failed at objects. One line a rule, at the first of them: a rule that fails at one object fails at others of its shape. */
export function defectsIn(findings: readonly Placed[]): readonly InputProblem[] {
  const byRule = new Map<string, Placed[]>();
  for (const placed of findings) {
    const { rule, isDefect } = placed.finding;
    if (isDefect === true) byRule.set(rule, [...byRule.get(rule) ?? [], placed]);
  }
  return [...byRule].map(([rule, failed]): InputProblem => {
    const [{ finding: { message, entry }, file, line, column }] = failed as [Placed];
    const others = failed.length === 1 ? '' : ` and ${failed.length - 1} more`;
    return {
      file, line, column,
      message: `${rule} did not look at ${entry ? describe(entry.id) : 'an object'}${others}: ${message.split('\n')[0]}. this is a defect of cdk8s-argo, not of the object: report it with the object`,
    };
  });
}
