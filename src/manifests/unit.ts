/** Where a unit is applied. Two units with equal destinations can name each other's objects. */
export interface UnitDestination {
  /** The cluster, by API server URL or by its name in Argo CD; `''` while nobody has said. */
  readonly cluster: string;
}

/** What one Argo CD Application deploys: by default one chart. */
export interface Unit {
  /** Unique in a synth, and its folder below the output folder: `web-staging`, `apps/web`. */
  readonly id: string;
  /** Namespace of objects that name none, `''` while nobody has said. */
  readonly namespace: string;
  readonly destination: UnitDestination;
}
