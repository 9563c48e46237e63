import type { ConformanceLines } from '../line';

/** argocd-rbac-cm: util/rbac in argoproj/argo-cd. */
export const RBAC: ConformanceLines = {
};
