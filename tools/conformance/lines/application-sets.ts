import type { ConformanceLines } from '../line';

/** ApplicationSets: applicationset in argoproj/argo-cd. */
export const APPLICATION_SETS: ConformanceLines = {
};
