import { GatewayRoute } from '../../src/traffic/gateway-api/gateway-route';
import type { RouterAbility } from '../../src/traffic/router-ability';
import type { ITrafficRouter } from '../../src/traffic/router-binding';
import { TrafficRouter } from '../../src/traffic/traffic-router';

const ROUTERS: ReadonlyArray<readonly [string, ITrafficRouter]> = [
  ['`TrafficRouter.istio`', TrafficRouter.istio()],
  ['`TrafficRouter.nginx`', TrafficRouter.nginx({ hosts: ['example.com'] })],
  ['`TrafficRouter.alb`', TrafficRouter.alb()],
  ['`TrafficRouter.gatewayApi`, HTTP', TrafficRouter.gatewayApi({ routes: [GatewayRoute.http({ parentRefs: [{ name: 'public' }] })] })],
  ['`TrafficRouter.gatewayApi`, gRPC', TrafficRouter.gatewayApi({ routes: [GatewayRoute.grpc({ parentRefs: [{ name: 'public' }] })] })],
  ['`TrafficRouter.traefik`', TrafficRouter.traefik({ apiVersion: 'traefik.io/v1alpha1', hosts: ['example.com'] })],
  ['`TrafficRouter.apisix`', TrafficRouter.apisix({ rules: [{ name: 'web', hosts: ['example.com'], paths: ['/*'] }] })],
  ['`TrafficRouter.ambassador`', TrafficRouter.ambassador({ mappings: [{ prefix: '/' }] })],
  ['`TrafficRouter.appMesh`', TrafficRouter.appMesh({})],
  ['`TrafficRouter.smi`', TrafficRouter.smi({})],
  ['`TrafficRouter.podRatio`', TrafficRouter.podRatio()],
];

const COLUMNS: ReadonlyArray<readonly [string, RouterAbility]> = [
  ['exact traffic', 'canaryScale'],
  ['header routes', 'headerRoutes'],
  ['headers by prefix or regex', 'headerPatterns'],
  ['mirror routes', 'mirrorRoutes'],
  ['traffic for experiments', 'experimentWeights'],
];

/** A table of what the routers can do, read from the routers themselves. */
export function routerMatrix(): string {
  return [
    `| router | ${COLUMNS.map(([title]) => title).join(' | ')} |`,
    `|---|${COLUMNS.map(() => '---').join('|')}|`,
    ...ROUTERS.map(([name, { abilities }]) => `| ${name} | ${COLUMNS.map(([, ability]) => (ability in abilities ? 'yes' : '')).join(' | ')} |`),
  ].join('\n');
}
