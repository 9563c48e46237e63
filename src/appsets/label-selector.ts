/** A condition on one label, or on one parameter. */
export type LabelRequirement =
  | { readonly key: string; readonly operator: 'In' | 'NotIn'; readonly values: readonly [string, ...string[]] }
  | { readonly key: string; readonly operator: 'Exists' | 'DoesNotExist' };

/** What is taken: everything that fulfils all of it. What lacks a key fulfils `NotIn`. */
export interface LabelSelector {
  /**
   * Keys with the values that they have to have.
   * @default - none
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * More conditions.
   * @default - none
   */
  readonly matchExpressions?: readonly LabelRequirement[];
}

/** The wire form of a selector; one that selects by nothing is left out. */
export function selectorToKube(selector: LabelSelector | undefined): LabelSelector | undefined {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return undefined;
  return {
    matchLabels: Object.keys(matchLabels).length > 0 ? matchLabels : undefined,
    matchExpressions: matchExpressions.length > 0 ? matchExpressions : undefined,
  };
}
