import type { ConformanceLines } from '../line';

/** argocd-notifications-cm: pkg in argoproj/notifications-engine. */
export const ARGO_CD_NOTIFICATIONS: ConformanceLines = {
};
