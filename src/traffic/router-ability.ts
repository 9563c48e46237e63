/**
 * What a router can do beside splitting traffic by weight. Steps and props that need an ability compile only with a router
 * that has it.
 *
 * - `canaryScale`: the number of pods is decided apart from the traffic. Every router can; pod ratios cannot.
 * - `headerRoutes`: requests with a header of this exact value go to the canary.
 * - `headerPatterns`: the value of the header may be a prefix or a regular expression.
 * - `mirrorRoutes`: copies of requests go to the canary.
 * - `experimentWeights`: the pods of an experiment get traffic.
 *
 * @see pkg/apis/rollouts/validation/validation.go and rollout/trafficrouting in argoproj/argo-rollouts
 */
export type RouterAbility = 'canaryScale' | 'headerRoutes' | 'headerPatterns' | 'mirrorRoutes' | 'experimentWeights';

/** The abilities of a router, as a value: `{ canaryScale: true, headerRoutes: true }`. */
export type RouterAbilities<Can extends RouterAbility> = Readonly<Record<Can, true>>;

/** What every router can do. */
export const EVERY_ROUTER: RouterAbilities<'canaryScale'> = { canaryScale: true };

/** How messages say that something needs an ability. */
export const ABILITY_IN_WORDS: Readonly<Record<RouterAbility, string>> = {
  canaryScale: 'decide on the number of canary pods apart from the traffic',
  headerRoutes: 'route by a header',
  headerPatterns: 'route by a prefix or a regular expression of a header',
  mirrorRoutes: 'mirror requests',
  experimentWeights: 'send traffic to the pods of an experiment',
};
