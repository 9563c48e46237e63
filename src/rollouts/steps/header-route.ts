import { InputError } from '../../manifests/input-error';
import type { CanaryStepWire } from '../wire';
import { type ExactMatch, type PatternMatch, textMatchToKube } from './text-match';

/** A header, and the value that leads a request to the canary. */
export type ExactHeaderMatch = ExactMatch & {
  /** Name of the header. */
  readonly header: string;
};

/** A header, and how its value has to look for a request to go to the canary. */
export type HeaderMatch = ExactHeaderMatch | (PatternMatch & {
  /** Name of the header. */
  readonly header: string;
});

/** Which requests go to the canary whatever the weight is. */
export interface HeaderRoute<M extends HeaderMatch = HeaderMatch> {
  /**
   * Name of the route. The controller makes it and takes it away again when the release ends, or when the canary has no pods: put
   * `setCanaryScale` or a weight before this step. No route in Git may have this name.
   */
  readonly route: string;
  /**
   * Which requests. Routers differ in what several headers mean: with Istio a request needs one of them. The Gateway API, ALB and APISIX
   * want all of them, where ALB takes any of several values of one header, and the Gateway API refuses a header that comes twice. A route
   * for each header means one of them with every router.
   */
  readonly match: readonly [M, ...M[]];
}

/** The wire form of a header route. */
export function headerRouteToKube({ route, match }: HeaderRoute): CanaryStepWire {
  return {
    setHeaderRoute: {
      name: checkedRoute(route),
      match: match.map((item) => {
        return { headerName: checkedHeader(item.header), headerValue: textMatchToKube(item, `the header ${item.header} of route ${route}`) };
      }),
    },
  };
}

/** The name of a route, if it can be one. */
export function checkedRoute(route: string): string {
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(route)) {
    throw new InputError(`the route ${JSON.stringify(route)} is no name. write lower-case letters, digits and inner hyphens, such as beta-users`);
  }
  return route;
}

const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** The name of a header, if it can be one. */
export function checkedHeader(header: string): string {
  if (!HEADER.test(header)) throw new InputError(`the header ${JSON.stringify(header)} is no header name. write one such as x-beta`);
  return header;
}
