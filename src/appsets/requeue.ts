import { type DurationLike, secondsOf } from '../manifests/duration';

/** How often a generator asks again. */
export interface RequeueOption {
  /**
   * How often Argo CD looks for changes. With `'never'` something else has to tell it, such as a webhook.
   * @default - every 3 minutes for Git and decisions on clusters, every 30 minutes for the others
   */
  readonly requeueAfter?: DurationLike | 'never';
}

/** Seconds between two looks, 0 for never. */
export function requeueSeconds({ requeueAfter }: RequeueOption): number | undefined {
  if (requeueAfter === undefined) return undefined;
  return requeueAfter === 'never' ? 0 : secondsOf(requeueAfter, 'requeueAfter');
}
