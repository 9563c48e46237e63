import type { ConformanceLines } from '../line';

/** What the repo server refuses: reposerver/repository in argoproj/argo-cd. */
export const MANIFEST_GENERATION: ConformanceLines = {
};
