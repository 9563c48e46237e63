/** The versions that manifests are written for. Fields, defaults and rules differ between them. */
export interface Targets {
  /** Version of Kubernetes in the clusters. */
  readonly kubernetes: '1.36' | '1.27';
  /** Version of Argo Rollouts. */
  readonly argoRollouts: '1.9';
  /** Version of Argo CD. */
  readonly argoCd: '3.5';
  /** Version of Istio. */
  readonly istio: '1.30';
}

/** What is assumed when an app says nothing. */
export const DEFAULT_TARGETS: Targets = { kubernetes: '1.36', argoRollouts: '1.9', argoCd: '3.5', istio: '1.30' };
