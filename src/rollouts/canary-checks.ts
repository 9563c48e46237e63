import type { Construct } from 'constructs';
import { ConstructError, fail } from '../render/construct-error';
import { ABILITY_IN_WORDS, type RouterAbility } from '../traffic/router-ability';
import type { ITrafficRouter } from '../traffic/router-binding';
import type { CanaryStep } from './canary-step';

/** The routes that the steps set, each once, in the order of the steps: the controller puts them before all others. */
export function managedRoutesOf(steps: readonly CanaryStep[]): string[] {
  return [...new Set(steps.flatMap(({ setsRoute }) => (setsRoute === undefined ? [] : [setsRoute])))];
}

/** Throws when a step asks for what its place or its router does not have. */
export function checkCanarySteps(
  scope: Construct,
  steps: readonly CanaryStep[],
  routers: readonly ITrafficRouter[],
  maxTrafficWeight = 100,
): void {
  const set = new Map<string, RouterAbility>();
  steps.forEach((step, i) => {
    checkAbilities(scope, step, i, routers);
    if (step.weight !== undefined && step.weight > maxTrafficWeight) {
      throw new ConstructError(scope, `steps[${i}] sets the weight ${step.weight}, and all of the traffic is ${maxTrafficWeight}. ` +
        `give a whole number from 0 to ${maxTrafficWeight}`, step._line);
    }
    if (step.setsRoute !== undefined) {
      const [kind] = step.needs as readonly [RouterAbility];
      if ((set.get(step.setsRoute) ?? kind) !== kind) {
        throw fail(scope, `steps[${i}] uses the name ${step.setsRoute} for a header route and for a mirror route, and the second replaces the first. ` +
          'give each its own name');
      }
      set.set(step.setsRoute, kind);
    }
    if (step.removesRoute !== undefined && !set.has(step.removesRoute)) {
      throw fail(scope, `steps[${i}] removes the route ${step.removesRoute}, which no step before it sets. ` +
        `${set.size > 0 ? `set are: ${[...set.keys()].join(', ')}` : 'set it first, or leave the step out'}`);
    }
  });
}

// The compiler has said so already, unless the program was not compiled against exact types.
function checkAbilities(scope: Construct, step: CanaryStep, index: number, routers: readonly ITrafficRouter[]): void {
  for (const need of step.needs) {
    const unable = routers.find(({ abilities }) => !(need in abilities));
    if (!unable) continue;
    throw fail(scope, `steps[${index}] needs a router that can ${ABILITY_IN_WORDS[need]}, and ${unable.routerName} cannot. ` +
      'Argo Rollouts would refuse or ignore it: leave the step out, or choose another router');
  }
}
