/** How tightly an operator between two values binds, and from which side. */
export interface BinaryOperator {
  readonly precedence: number;
  readonly rightToLeft?: boolean;
}

const COMPARISON = ['==', '!=', '<', '>', '>=', '<=', 'in', 'matches', 'contains', 'startsWith', 'endsWith'];

/** @see parser/operator/operator.go in antonmedv/expr */
export const BINARY_OPERATORS: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ['|', { precedence: 0 }],
  ['or', { precedence: 10 }], ['||', { precedence: 10 }],
  ['and', { precedence: 15 }], ['&&', { precedence: 15 }],
  ...COMPARISON.map((operator) => [operator, { precedence: 20 }] as const),
  ['..', { precedence: 25 }],
  ['+', { precedence: 30 }], ['-', { precedence: 30 }],
  ['*', { precedence: 60 }], ['/', { precedence: 60 }], ['%', { precedence: 60 }],
  ['**', { precedence: 100, rightToLeft: true }], ['^', { precedence: 100, rightToLeft: true }],
  ['??', { precedence: 500 }],
]);

/** Operators before a value. `not a > b` is therefore `(not a) > b`. */
export const UNARY_OPERATORS: ReadonlyMap<string, number> = new Map([['not', 50], ['!', 50], ['-', 90], ['+', 90]]);
