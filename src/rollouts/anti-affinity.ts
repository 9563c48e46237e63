import { InputError } from '../manifests/input-error';
import type { AntiAffinityWire } from './wire';

/** Keeps pods of the old and of the new version on different nodes while an update is under way. */
export class AntiAffinity {
  /** The scheduler tries, with a weight of 1 to 100 among other preferences. */
  public static preferred(weight = 100): AntiAffinity {
    if (!Number.isInteger(weight) || weight < 1 || weight > 100) {
      throw new InputError(`the weight of an anti-affinity is ${weight}. give a whole number from 1 to 100`);
    }
    return new AntiAffinity({ preferredDuringSchedulingIgnoredDuringExecution: { weight } });
  }

  /** A pod that finds no such node is not scheduled, so the cluster needs room for both versions. */
  public static required(): AntiAffinity {
    return new AntiAffinity({ requiredDuringSchedulingIgnoredDuringExecution: {} });
  }

  private constructor(private readonly wire: AntiAffinityWire) {}

  /** @internal */
  public _toKube(): AntiAffinityWire {
    return this.wire;
  }
}
