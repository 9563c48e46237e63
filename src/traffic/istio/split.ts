import type { Service } from 'cdk8s-plus-27';

/** Where one side of the split goes. */
export interface SplitDestination {
  readonly service: Service;
  /** @default - the Service as a whole */
  readonly subset?: string;
}

/** A further share of the traffic, which Argo Rollouts takes from the stable side and otherwise leaves alone. */
export interface IstioAdditionalSubset {
  /** Name of a subset of another DestinationRule of the same host. In the managed one Argo Rollouts would remove it. */
  readonly name: string;
  /** Share of the traffic in per cent, 1 to 99. */
  readonly weight: number;
}

/** The destinations of a route whose weights move. */
export interface Split {
  readonly stable: SplitDestination;
  readonly canary: SplitDestination;
  readonly additional: readonly IstioAdditionalSubset[];
  /** What callers inside the mesh call. */
  readonly defaultHost: string;
}
