import type { ConformanceLines } from '../line';

/** Applications at the API: server/application and util/argo in argoproj/argo-cd. */
export const APPLICATIONS: ConformanceLines = {
};
