import type { Construct } from 'constructs';
import { fail } from '../render/construct-error';
import { type ControllerWrites, declareControllerWrites } from '../render/controller-writes';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget, TrafficRouting } from './router-binding';

/** The routers of a rollout as a list. */
export function routersOf(routing: TrafficRouting): readonly ITrafficRouter[] {
  return 'bind' in routing ? [routing] : routing;
}

/** Binds every router of a rollout, and puts together what they contribute. */
export function bindRouters(scope: Construct, routing: TrafficRouting, target: TrafficRouterTarget): TrafficRouterConfig {
  const routers = routersOf(routing);
  const names = routers.map(({ routerName }) => routerName);
  const twice = names.find((name, i) => name !== 'plugin' && names.indexOf(name) < i);
  if (twice !== undefined) {
    throw fail(scope, `trafficRouting has the router ${twice} two times, and a Rollout has room for one of a kind. ` +
      'give the one router all the objects that it is to change');
  }
  const [first, ...others] = routers.map((router) => {
    const config = router.bind(scope, target);
    for (const writes of config.controllerWrites ?? []) checkWrites(scope, router, writes);
    declareControllerWrites(scope, config.controllerWrites ?? []);
    return config;
  });
  if (!first) throw fail(scope, 'trafficRouting is empty. name a router, or say TrafficRouter.podRatio()');
  return others.reduce((all, config, i) => together(scope, all, config, routers[i + 1]!), first);
}

function checkWrites(scope: Construct, { routerName }: ITrafficRouter, { kind, name, jqPathExpressions }: ControllerWrites): void {
  const wrong = jqPathExpressions.find((path) => !/^\s*[.(]/.test(path));
  if (wrong !== undefined) {
    throw fail(scope, `controllerWrites of ${routerName} gives ${JSON.stringify(wrong)} for ${kind}/${name}, which is no jq path. ` +
      'give one that begins at the object, such as .spec.backends[]?.weight');
  }
}

function together(scope: Construct, all: TrafficRouterConfig, config: TrafficRouterConfig, router: ITrafficRouter): TrafficRouterConfig {
  if (!all.trafficRouting || !config.trafficRouting) {
    throw fail(scope, 'TrafficRouter.podRatio() stands beside a router. pods are either counted or routed to: remove one of the two');
  }
  const [one, other] = [all, config].map(({ trafficRouting }) => trafficRouting?.maxTrafficWeight ?? 100);
  if (one !== other) {
    throw fail(scope, `all of the traffic is ${one} for one router and ${other} for ${router.routerName}. the steps can only count in one way: ` +
      'leave maxTrafficWeight out, or give it to every router');
  }
  for (const role of ['stableService', 'canaryService'] as const) {
    if (all[role] !== config[role]) {
      throw fail(scope, `the routers want different Services as ${role}: ${all[role]?.name ?? 'none'}, and ${config[role]?.name ?? 'none'} for ` +
        `${router.routerName}. choose the same way of splitting for all of them`);
    }
  }
  const plugins = { ...all.trafficRouting.plugins, ...config.trafficRouting.plugins };
  return {
    ...all,
    trafficRouting: { ...all.trafficRouting, ...config.trafficRouting, plugins: Object.keys(plugins).length > 0 ? plugins : undefined },
  };
}
