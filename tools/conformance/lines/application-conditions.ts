import type { ConformanceLines } from '../line';

/** What the application controller reports: controller in argoproj/argo-cd. */
export const APPLICATION_CONDITIONS: ConformanceLines = {
};
