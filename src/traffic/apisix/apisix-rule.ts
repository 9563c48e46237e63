import { InputError } from '../../manifests/input-error';

/** A plugin of APISIX that requests of a rule pass. */
export interface ApisixPlugin {
  /** Its name, such as `limit-count`. */
  readonly name: string;
  /** @default - none */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Requests that APISIX leads to the rollout, and splits by its weights. */
export interface ApisixRule {
  /** Name of the rule: the Rollout finds it by it. */
  readonly name: string;
  /**
   * Hosts that clients use. One level may be a wildcard: `*.example.com`.
   * @default - any host
   */
  readonly hosts?: readonly [string, ...string[]];
  /**
   * Paths: exact, or the beginning of one with `*` at its end.
   * @default ['/*']
   */
  readonly paths?: readonly [string, ...string[]];
  /**
   * Methods of HTTP.
   * @default - any method
   */
  readonly methods?: readonly [string, ...string[]];
  /**
   * Which of several rules for one path wins: the one with the largest number. A header route gets one more than this.
   * @default 0
   */
  readonly priority?: number;
  /**
   * Whether connections may become websockets.
   * @default false
   */
  readonly websocket?: boolean;
  /**
   * What requests pass on their way.
   * @default - none
   */
  readonly plugins?: readonly ApisixPlugin[];
}

/** Throws when the rules of a route cannot be told apart, or match nothing. */
export function checkApisixRules(rules: readonly ApisixRule[]): void {
  const names = rules.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw new InputError(`two rules are named ${JSON.stringify(twice)}, and Argo Rollouts would only find the first. give each a name of its own`);
  }
  for (const { name, paths = [] as readonly string[] } of rules) {
    if (name === '') throw new InputError('a rule has an empty name, and Argo Rollouts finds it by its name. write one such as storefront');
    const path = paths.find((text) => !text.startsWith('/'));
    if (path !== undefined) {
      throw new InputError(`the path ${JSON.stringify(path)} of rule ${name} does not begin with a slash. write one such as /shop or /shop/*`);
    }
  }
}
