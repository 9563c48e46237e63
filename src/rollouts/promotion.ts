import { type DurationLike, secondsOf } from '../manifests/duration';

/** When a blue-green rollout moves production to the new pods. Exactly one of three ways, so they cannot contradict. */
export class Promotion {
  /** A person promotes it. */
  public static manual(): Promotion {
    return new Promotion({ autoPromotionEnabled: false });
  }

  /** As soon as the new pods are ready and the pre-promotion analysis has succeeded. */
  public static automatic(): Promotion {
    return new Promotion({});
  }

  /** This long after the pre-promotion analysis has succeeded, or after the new pods are ready if there is none. */
  public static automaticAfter(delay: DurationLike): Promotion {
    return new Promotion({ autoPromotionSeconds: secondsOf(delay, 'the delay of the promotion') });
  }

  private constructor(private readonly wire: { readonly autoPromotionEnabled?: false; readonly autoPromotionSeconds?: number }) {}

  /** @internal */
  public _toKube(): { readonly autoPromotionEnabled?: boolean; readonly autoPromotionSeconds?: number } {
    return this.wire;
  }
}
