import type { Construct } from 'constructs';
import { type DurationLike, durationText, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';

/** How Prometheus fetches metrics. */
export interface ScrapeProps {
  /**
   * Path of the metrics.
   * @default '/metrics'
   */
  readonly path?: string;
  /**
   * How often.
   * @default - as the Prometheus is configured
   */
  readonly interval?: DurationLike;
  /**
   * How long an answer may take; not longer than the interval.
   * @default - as the Prometheus is configured
   */
  readonly scrapeTimeout?: DurationLike;
  /** @default 'http' */
  readonly scheme?: 'http' | 'https';
  /**
   * Labels of the pods that become labels of their metrics, beside `rollouts-pod-template-hash`, which tells the canary
   * from the stable version: in queries it is `rollouts_pod_template_hash`.
   * @default - none
   */
  readonly podTargetLabels?: readonly string[];
}

/** The label of the pods that differs between two versions; the controller sets it. */
const POD_TEMPLATE_HASH = 'rollouts-pod-template-hash';

/** The labels of the pods that their metrics get. */
export function podTargetLabelsOf({ podTargetLabels = [] }: ScrapeProps): readonly string[] {
  return [...new Set([POD_TEMPLATE_HASH, ...podTargetLabels])];
}

/** What the endpoints of both kinds of monitor share. */
export interface ScrapeEndpointWire {
  readonly path?: string;
  readonly interval?: string;
  readonly scrapeTimeout?: string;
  readonly scheme?: 'http' | 'https';
}

/** The endpoint, without its port. */
export function scrapeEndpoint(monitor: Construct, { path, interval, scrapeTimeout, scheme }: ScrapeProps): ScrapeEndpointWire {
  if (path !== undefined && !path.startsWith('/')) {
    throw fail(monitor, `the path of the metrics is ${JSON.stringify(path)}. start it with a slash, such as /metrics`);
  }
  if (interval && scrapeTimeout && secondsOf(scrapeTimeout, 'scrapeTimeout') > secondsOf(interval, 'interval')) {
    throw fail(monitor, 'scrapeTimeout is longer than interval, and Prometheus refuses that. shorten scrapeTimeout');
  }
  return {
    path,
    interval: interval && durationText(interval, 'interval'),
    scrapeTimeout: scrapeTimeout && durationText(scrapeTimeout, 'scrapeTimeout'),
    scheme,
  };
}
