import type { ConformanceLines } from '../line';

/** argocd-cm and its kin: util/settings and util/lua in argoproj/argo-cd. */
export const ARGO_CD_SETTINGS: ConformanceLines = {
};
