import { InputError } from '../../manifests/input-error';
import type { CanaryStepWire } from '../wire';
import { checkedHeader, checkedRoute } from './header-route';
import { type TextMatch, textMatchToKube } from './text-match';

/** Which requests are mirrored: those that fit everything that is said here. */
export type RequestMatch = {
  /** @default - any method */
  readonly method?: TextMatch;
  /** @default - any path */
  readonly path?: TextMatch;
  /**
   * By name of the header.
   * @default - any headers
   */
  readonly headers?: Readonly<Record<string, TextMatch>>;
} & ({ readonly method: TextMatch } | { readonly path: TextMatch } | { readonly headers: Readonly<Record<string, TextMatch>> });

/** Copies of which requests go to the canary. Their answers are thrown away. */
export interface MirrorRoute {
  /**
   * Name of the route. The controller makes it and takes it away again, at the latest when the release ends, so no route in Git
   * may have this name.
   */
  readonly route: string;
  /** Requests that match one of these. */
  readonly match: readonly [RequestMatch, ...RequestMatch[]];
  /**
   * Share of the matching requests that is copied: 1 to 100.
   * @default 100
   */
  readonly percentage?: number;
}

/** The wire form of a mirror route. */
export function mirrorRouteToKube({ route, match, percentage }: MirrorRoute): CanaryStepWire {
  if (percentage !== undefined && (!Number.isInteger(percentage) || percentage < 1 || percentage > 100)) {
    throw new InputError(`the route ${route} mirrors ${percentage} percent. give a whole number from 1 to 100, and take the route away with removeMirrorRoute`);
  }
  return {
    setMirrorRoute: {
      name: checkedRoute(route),
      percentage,
      match: match.map(({ method, path, headers }) => ({
        method: method && textMatchToKube(method, `the method of route ${route}`),
        path: path && textMatchToKube(path, `the path of route ${route}`),
        headers: headers && Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [checkedHeader(name), textMatchToKube(value, `the header ${name} of route ${route}`)]),
        ),
      })),
    },
  };
}
