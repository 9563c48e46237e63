import type { ConformanceLines } from '../line';

/** Secrets of clusters and repositories: util/db in argoproj/argo-cd. */
export const REGISTRATIONS: ConformanceLines = {
};
