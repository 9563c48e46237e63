import { JqError, TooDeepJq } from './jq-error';
import { checkNames } from './names';
import { parseJq } from './parser';
import { type JqStep, notAPlace, stepsOf } from './paths';
import type { JqNode } from './tree';

/** What is wrong with a jq path expression. */
export interface JqProblem {
  /** It does not compile, or it compiles and deletes nothing. */
  readonly kind: 'syntax' | 'no-place';
  readonly message: string;
}

/**
 * What Argo CD would have against a jq path expression of an ignored difference. It compiles `del(...)` around it, so the expression has to
 * give places in the object, not values; nothing when it may do so.
 * @see util/argo/normalizers/diff_normalizer.go in argoproj/argo-cd
 */
export function jqProblem(expression: string): JqProblem | undefined {
  if (expression.trim() === '') return { kind: 'syntax', message: 'the expression is empty' };
  try {
    const value = notAPlace(compileJq(expression));
    if (!value) return undefined;
    return { kind: 'no-place', message: `character ${value.at + 1} makes a value, and there is no place of a value to delete` };
  } catch (error) {
    if (error instanceof JqError) return { kind: 'syntax', message: `character ${error.at + 1}: ${error.reason}` };
    if (error instanceof TooDeepJq) return undefined;
    throw error;
  }
}

/** The steps that a jq path expression takes from the object, for each place that it gives; none when it does not compile. */
export function jqSteps(expression: string): ReadonlyArray<readonly JqStep[]> {
  try {
    return stepsOf(compileJq(expression));
  } catch (error) {
    if (error instanceof JqError || error instanceof TooDeepJq) return [];
    throw error;
  }
}

/** The tree of a jq path expression. Throws JqError. */
function compileJq(expression: string): JqNode {
  const root = parseJq(expression);
  // Argo CD writes its closing parenthesis behind the expression.
  if (expression.includes('#')) {
    try {
      parseJq(`del(${expression})`);
    } catch {
      throw new JqError('a comment at the end hides the parenthesis that Argo CD puts there. leave it out', expression.indexOf('#'));
    }
  }
  checkNames(root);
  return root;
}
