import { InputError } from '../../manifests/input-error';
import type { HttpRouteWire, WeightedDestinationWire } from './wire';

/** The route whose weights move: what Istio does with its requests, in the fields of Istio's HTTPRoute. */
export type IstioHttpRoute = Pick<HttpRouteWire, 'match' | 'timeout' | 'retries' | 'headers' | 'corsPolicy' | 'fault' | 'rewrite' | 'mirrors'>;

/**
 * A route beside the one whose weights move, in the fields of Istio's HTTPRoute. Argo Rollouts leaves it alone, so a destination
 * may be the canary Service: that gives testers a way in.
 */
export type IstioOtherHttpRoute = HttpRouteWire & {
  /** Tells the routes apart. No step may set a route of this name. */
  readonly name: string;
} & (
  | Required<Pick<HttpRouteWire, 'route'>>
  | Required<Pick<HttpRouteWire, 'redirect'>>
  | Required<Pick<HttpRouteWire, 'directResponse'>>
  | Required<Pick<HttpRouteWire, 'delegate'>>
);

/** The http section of a VirtualService. */
export interface IstioHttpRoutes {
  /**
   * The route whose weights move: `match`, `timeout`, `retries` and so on.
   * @default - all requests, with the settings of the mesh
   */
  readonly http?: IstioHttpRoute;
  /**
   * Routes that are tried first. Each needs a `match`, or nothing would come past it.
   * @default - none
   */
  readonly httpBefore?: readonly IstioOtherHttpRoute[];
  /**
   * Routes for requests that the route whose weights move does not match.
   * @default - none
   */
  readonly httpAfter?: readonly IstioOtherHttpRoute[];
}

/** The name of the route whose weights move. With a name other routes can stand beside it. */
export const PRIMARY = 'primary';

/** Throws when two routes have one name, or a route can never be reached. */
export function checkHttpRoutes({ http, httpBefore = [], httpAfter = [] }: IstioHttpRoutes): void {
  const seen = new Set([PRIMARY]);
  for (const { name } of [...httpBefore, ...httpAfter]) {
    if (seen.has(name)) {
      const hint = name === PRIMARY ? 'that is the name of the route whose weights move: ' : '';
      throw new InputError(`two http routes are named ${name}, and Argo Rollouts would mix them up. ${hint}give each a name of its own`);
    }
    seen.add(name);
  }
  const all = [...httpBefore, { name: PRIMARY, ...http }, ...httpAfter];
  const greedy = all.findIndex(({ match }) => match === undefined || match.length === 0);
  if (greedy >= 0 && greedy < all.length - 1) {
    const cure = greedy === httpBefore.length ? 'say by http.match what it takes, or move the others to httpBefore' : 'give it a match';
    throw new InputError(`the http route ${all[greedy]!.name} has no match and takes every request, so ${all[greedy + 1]!.name} is never reached. ${cure}`);
  }
}

/** The names of the routes that stay in Git. */
export function httpRouteNames({ httpBefore = [], httpAfter = [] }: IstioHttpRoutes): string[] {
  return [PRIMARY, ...[...httpBefore, ...httpAfter].map(({ name }) => name)];
}

/** The http section, in the order in which Istio tries the routes. */
export function httpRoutesToKube(
  { http, httpBefore = [], httpAfter = [] }: IstioHttpRoutes, route: readonly WeightedDestinationWire[],
): HttpRouteWire[] {
  return [...httpBefore, { name: PRIMARY, ...http, route }, ...httpAfter];
}
