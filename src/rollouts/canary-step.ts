import { type AnalysisTarget, BoundAnalysis } from '../analysis/bound-analysis';
import { type DurationLike, durationText } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import type { JsonObject } from '../manifests/json';
import { currentUserFrame } from '../manifests/user-frame';
import type { RouterAbility } from '../traffic/router-ability';
import { checksOf, refuseConflictsOf, rolloutAnalysisToKube, type TreatedChecks } from './rollout-analysis';
import { type CanaryScale, canaryScaleToKube } from './steps/canary-scale';
import { refuseExperimentConflicts } from './steps/experiment-conflicts';
import { checkExperiment, experimentToKube, type ExperimentPods, type ExperimentStepProps } from './steps/experiment-step';
import { checkedRoute, type ExactHeaderMatch, type HeaderMatch, type HeaderRoute, headerRouteToKube } from './steps/header-route';
import { type MirrorRoute, mirrorRouteToKube } from './steps/mirror-route';
import type { CanaryStepWire } from './wire';

/** How `CanaryStep.ramp` waits between two weights. */
export interface RampOptions {
  /** How long each weight is held. */
  readonly pause: DurationLike;
}

/** What a step is known by, beside what it renders. */
interface StepFacts<Needs extends RouterAbility> {
  readonly needs?: readonly Needs[];
  readonly analyses?: readonly BoundAnalysis[];
  readonly weight?: number;
  readonly line?: string;
  readonly setsRoute?: string;
  readonly removesRoute?: string;
}

/**
 * One step of a canary: exactly one action. `Needs` is what the router has to be able to do for it, so a step that the router
 * of a rollout would refuse or ignore does not compile there.
 *
 * @see rollout/canary.go in argoproj/argo-rollouts
 */
export class CanaryStep<out Needs extends RouterAbility = RouterAbility> {
  /**
   * Sends this share of the traffic to the canary: a whole percentage, 0 to 100, or up to the `maxTrafficWeight` of a router
   * that has one. The last step is followed by all of it unasked.
   */
  public static setWeight(weight: number): CanaryStep<never> {
    if (!Number.isInteger(weight) || weight < 0) {
      throw new InputError(`setWeight is ${weight}, which is not a percentage. give a whole number from 0 to 100`);
    }
    // Whether it is too much depends on the router, and the report should name this line.
    return new CanaryStep(() => ({ setWeight: weight }), { weight, line: weight > 100 ? currentUserFrame() : undefined });
  }

  /** Waits for this long: `90s`, `5m`, `1h` or a cdk8s `Duration`. */
  public static pause(duration: DurationLike): CanaryStep<never> {
    const text = durationText(duration, 'the duration of a pause');
    return new CanaryStep(() => ({ pause: { duration: text } }));
  }

  /**
   * Waits until a person promotes the rollout, for ever if nobody does. Argo CD shows the Application as Suspended, and
   * nothing of a later sync wave is applied meanwhile.
   */
  public static pauseUntilPromoted(): CanaryStep<never> {
    return new CanaryStep(() => ({ pause: {} }));
  }

  /**
   * Decides on the number of canary pods apart from the traffic, until a later step decides again. Handy to try out a few pods
   * before they get traffic, or to have all of them ready for a mirror.
   */
  public static setCanaryScale(scale: CanaryScale): CanaryStep<'canaryScale'> {
    const wire = canaryScaleToKube(scale);
    return new CanaryStep(() => wire, { needs: ['canaryScale'] });
  }

  /** Runs checks and goes on when all succeed; when one fails the rollout is aborted and the stable version gets all traffic. */
  public static analysis(...checks: readonly [BoundAnalysis, ...BoundAnalysis[]]): CanaryStep<never>;
  /** Runs checks, and says which of their metrics only look on (`dryRun`) and how many measurements are kept. */
  public static analysis(analysis: TreatedChecks): CanaryStep<never>;
  public static analysis(...given: readonly BoundAnalysis[] | readonly [TreatedChecks]): CanaryStep<never> {
    const analysis = isTreated(given) ? given[0] : given;
    refuseConflictsOf(analysis);
    return new CanaryStep((target) => ({ analysis: rolloutAnalysisToKube(analysis, target) }), { analyses: checksOf(analysis) });
  }

  /** Runs extra pods of the old and the new version side by side, and goes on when the experiment succeeded. */
  public static experiment(props: ExperimentStepProps<ExperimentPods>): CanaryStep<never>;
  /** Runs extra pods that get a share of the traffic, and goes on when the experiment succeeded. */
  public static experiment(props: ExperimentStepProps): CanaryStep<'experimentWeights'>;
  public static experiment(props: ExperimentStepProps): CanaryStep<'experimentWeights'> {
    checkExperiment(props);
    refuseExperimentConflicts(props.analyses ?? [], { dryRun: props.dryRun });
    return new CanaryStep((target) => ({ experiment: experimentToKube(props, target) }), {
      needs: props.templates.some(({ weight }) => weight !== undefined) ? ['experimentWeights'] : [],
      analyses: props.analyses?.map(({ check }) => check),
    });
  }

  /**
   * Leads requests with these headers to the canary, whatever the weight is. Works from the second revision on, and while
   * a canary pod is available: put a weight or a scale before it.
   */
  public static setHeaderRoute(route: HeaderRoute<ExactHeaderMatch>): CanaryStep<'headerRoutes'>;
  /** Leads requests with these headers to the canary. Prefixes and regular expressions are not known to every router. */
  public static setHeaderRoute(route: HeaderRoute): CanaryStep<'headerRoutes' | 'headerPatterns'>;
  public static setHeaderRoute(route: HeaderRoute<HeaderMatch>): CanaryStep<'headerRoutes' | 'headerPatterns'> {
    const wire = headerRouteToKube(route);
    const patterns = route.match.some(({ exact }) => exact === undefined);
    return new CanaryStep(() => wire, { needs: patterns ? ['headerRoutes', 'headerPatterns'] : ['headerRoutes'], setsRoute: route.route });
  }

  /** Takes a header route away before the end of the release, where it ends by itself. */
  public static removeHeaderRoute(route: string): CanaryStep<'headerRoutes'> {
    const name = checkedRoute(route);
    return new CanaryStep(() => ({ setHeaderRoute: { name } }), { needs: ['headerRoutes'], removesRoute: name });
  }

  /** Sends copies of requests to the canary, whose answers nobody sees. */
  public static setMirrorRoute(route: MirrorRoute): CanaryStep<'mirrorRoutes'> {
    const wire = mirrorRouteToKube(route);
    return new CanaryStep(() => wire, { needs: ['mirrorRoutes'], setsRoute: route.route });
  }

  /** Takes a mirror route away before the end of the release, where it ends by itself. */
  public static removeMirrorRoute(route: string): CanaryStep<'mirrorRoutes'> {
    const name = checkedRoute(route);
    return new CanaryStep(() => ({ setMirrorRoute: { name } }), { needs: ['mirrorRoutes'], removesRoute: name });
  }

  /**
   * Runs a step plugin, which the Rollouts controller has to be configured with. Say what its configuration looks like:
   * `CanaryStep.plugin<MyConfig>('my-org/my-step', { ... })`.
   */
  public static plugin<Config extends object = JsonObject>(name: string, config?: Config): CanaryStep<never> {
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) {
      throw new InputError(`the step plugin is named ${JSON.stringify(name)}. plugins are named namespace/name, such as my-org/my-step`);
    }
    const copy = config && (structuredClone(config) as JsonObject);
    return new CanaryStep(() => ({ plugin: { name, config: copy } }));
  }

  /** Weights with a pause after each: `ramp([20, 50], { pause: '10m' })` is weight 20, 10 minutes, weight 50, 10 minutes. */
  public static ramp(weights: readonly [number, ...number[]], options: RampOptions): CanaryStep<never>[] {
    const lowered = weights.findIndex((weight, i) => i > 0 && weight <= weights[i - 1]!);
    if (lowered > 0) {
      throw new InputError(`ramp goes from ${weights[lowered - 1]} to ${weights[lowered]}. order the weights from small to large`);
    }
    return weights.flatMap((weight) => [CanaryStep.setWeight(weight), CanaryStep.pause(options.pause)]);
  }

  /** What the router has to be able to do. */
  public readonly needs: readonly Needs[];
  /** The checks that the step runs. */
  public readonly analyses: readonly BoundAnalysis[];
  /** The weight that the step sets. */
  public readonly weight?: number;
  /** @internal The user's line, of a step that only some routers can do. */
  public readonly _line?: string;
  /** The managed route that the step sets. */
  public readonly setsRoute?: string;
  /** The managed route that the step removes. */
  public readonly removesRoute?: string;

  private constructor(private readonly produce: (target: AnalysisTarget) => CanaryStepWire, facts: StepFacts<Needs> = {}) {
    this.needs = facts.needs ?? [];
    this.analyses = facts.analyses ?? [];
    this.weight = facts.weight;
    this._line = facts.line;
    this.setsRoute = facts.setsRoute;
    this.removesRoute = facts.removesRoute;
  }

  /** @internal */
  public _toKube(target: AnalysisTarget): CanaryStepWire {
    return this.produce(target);
  }
}

function isTreated(given: readonly BoundAnalysis[] | readonly [TreatedChecks]): given is readonly [TreatedChecks] {
  return given.length === 1 && !(given[0] instanceof BoundAnalysis);
}
