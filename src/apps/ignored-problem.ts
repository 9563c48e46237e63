import { pointerProblem } from '../languages/ignored-pointers';
import { groupProblem, kindProblem } from '../languages/kind-patterns';
import type { IgnoredDifference } from './ignored-difference';

/** Why an ignored difference would ignore nothing. Its texts may hold parameters of an ApplicationSet. */
export function ignoredProblem(ignored: readonly IgnoredDifference[] = []): string | undefined {
  for (const { group = '', kind, name = '', namespace = '', jsonPointers = [] } of ignored) {
    const entry = `ignoreDifferences of ${kind}`;
    const noSuch = groupProblem(group) ?? kindProblem(kind);
    if (noSuch) return `${entry} would match nothing: ${noSuch.message}. ${noSuch.fix}`;
    for (const [field, text] of Object.entries({ name, namespace })) {
      if (text.includes('{{') || !/[*?[\]{}]/.test(text)) continue;
      return `${entry} would match nothing: ${field} is ${JSON.stringify(text)}, and Argo CD takes no pattern there. leave ${field} out, or write an entry for each`;
    }
    for (const pointer of jsonPointers) {
      const problem = pointerProblem(pointer);
      if (problem) return `${entry} has the pointer ${pointer}. ${problem.message}. ${problem.fix}`;
    }
  }
  return undefined;
}
