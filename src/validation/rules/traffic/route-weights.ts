import type { JsonObject } from '../../../manifests/json';
import { numberField } from '../rollouts/fields';
import type { SplitSide } from './istio-routing';

/** The weights of a route in Git, as far as a rollout is about them. */
export interface RouteWeights {
  readonly all: readonly number[];
  readonly total: number;
  readonly canary: number;
  /** Whether they are ones that the controller could write. Further destinations keep their share, which it takes from the stable side. */
  readonly settled: boolean;
}

/** Reads the weights of a route. One that is left out is 0. */
export function routeWeights(destinations: readonly JsonObject[], sides: readonly SplitSide[]): RouteWeights {
  const all = destinations.map((destination) => numberField(destination, 'weight') ?? 0);
  const sumOf = (isCounted: (destination: JsonObject) => boolean): number =>
    destinations.reduce((sum, destination, index) => sum + (isCounted(destination) ? all[index] ?? 0 : 0), 0);
  const total = sumOf(() => true);
  return {
    all,
    total,
    canary: sumOf((destination) => sides.some((side) => side.role === 'canary' && side.matches(destination))),
    settled: total === 100 || sumOf((destination) => sides.some((side) => side.matches(destination))) === 100,
  };
}
