/** An entry of an Application's `ignoreDifferences`. */
export interface IgnoreDifference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly jqPathExpressions: readonly string[];
}
