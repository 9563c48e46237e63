import type { Severity } from '../validation/finding';

/** How bad a severity is; 0 is the worst. */
export const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
