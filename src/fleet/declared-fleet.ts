import type { IConstruct } from 'constructs';
import type { Fleet } from './fleet';

const fleets = new WeakMap<IConstruct, Fleet>();

/** Says which clusters the app of this construct delivers to. */
export function declareFleet(scope: IConstruct, fleet: Fleet): void {
  fleets.set(scope.node.root, fleet);
}

/** The clusters that the app of this construct delivers to, if somebody has said. */
export function fleetOf(scope: IConstruct): Fleet | undefined {
  return fleets.get(scope.node.root);
}
