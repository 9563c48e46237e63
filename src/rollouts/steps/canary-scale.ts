import { InputError } from '../../manifests/input-error';
import type { CanaryStepWire } from '../wire';

/** How many canary pods there are, apart from the traffic they get. */
export type CanaryScale =
  | {
    /** This many pods. */
    readonly replicas: number;
    readonly weight?: undefined;
    readonly matchTrafficWeight?: undefined;
  }
  | {
    /** This percentage of the replicas, rounded up. */
    readonly weight: number;
    readonly replicas?: undefined;
    readonly matchTrafficWeight?: undefined;
  }
  | {
    /** As the traffic asks for: undoes an earlier scale. */
    readonly matchTrafficWeight: true;
    readonly replicas?: undefined;
    readonly weight?: undefined;
  };

/** The wire form of a scale. */
export function canaryScaleToKube({ replicas, weight, matchTrafficWeight }: CanaryScale): CanaryStepWire {
  if ([replicas, weight, matchTrafficWeight].filter((value) => value !== undefined).length !== 1) {
    throw new InputError('setCanaryScale takes exactly one of replicas, weight and matchTrafficWeight');
  }
  if (replicas !== undefined && (!Number.isInteger(replicas) || replicas < 0)) {
    throw new InputError(`setCanaryScale has replicas ${replicas}. give a whole number, 0 or more`);
  }
  if (weight !== undefined && (!Number.isInteger(weight) || weight < 0 || weight > 100)) {
    throw new InputError(`setCanaryScale has weight ${weight}. give a whole percentage of the replicas, 0 to 100`);
  }
  return { setCanaryScale: { replicas, weight, matchTrafficWeight } };
}
