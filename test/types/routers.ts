import {
  ApisixRouteRef, AppMeshServiceRef, CanaryRollout, CanaryStep, DestinationRuleRef, GatewayRoute, IngressRef, TraefikServiceRef,
  TrafficRouter, VirtualServiceRef,
} from 'cdk8s-argo';
import type { ContainerProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

const containers: ContainerProps[] = [{ image: 'registry.example.com/web:2.1.0', portNumber: 8080 }];
const weights = [CanaryStep.setWeight(20), CanaryStep.setCanaryScale({ replicas: 1 })] as const;
const exact = CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'yes' }] });
const prefix = CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', prefix: 'y' }] });
const mirror = CanaryStep.setMirrorRoute({ route: 'mirror', match: [{ path: { prefix: '/' } }] });
const share = CanaryStep.experiment({ templates: [{ name: 'canary', specRef: 'canary', weight: 5 }], duration: '10m' });

/** What each router can do decides on the steps that compile. */
export function istioNginxAlbSteps(scope: Construct): void {
  new CanaryRollout(scope, 'Istio', { containers, trafficRouting: TrafficRouter.istio(), steps: [...weights, exact, prefix, mirror] });
  new CanaryRollout(scope, 'Alb', { containers, trafficRouting: TrafficRouter.alb(), steps: [...weights, exact] });
  new CanaryRollout(scope, 'Nginx', { containers, trafficRouting: TrafficRouter.nginx({}), steps: weights });
  const tcp = TrafficRouter.istio({ tcp: [{ port: 5432 }] });
  new CanaryRollout(scope, 'Tcp', { containers, trafficRouting: tcp, steps: weights });
  // @ts-expect-error a load balancer matches exact values alone
  new CanaryRollout(scope, 'AlbPrefix', { containers, trafficRouting: TrafficRouter.alb(), steps: [prefix] });
  // @ts-expect-error a load balancer mirrors nothing
  new CanaryRollout(scope, 'AlbMirror', { containers, trafficRouting: TrafficRouter.alb(), steps: [mirror] });
  // @ts-expect-error NGINX routes by header through annotations alone: canaryByHeader
  new CanaryRollout(scope, 'NginxHeader', { containers, trafficRouting: TrafficRouter.nginx({}), steps: [exact] });
  // @ts-expect-error NGINX mirrors nothing for Argo Rollouts
  new CanaryRollout(scope, 'NginxMirror', { containers, trafficRouting: TrafficRouter.nginx({}), steps: [mirror] });
  // @ts-expect-error connections have no headers
  new CanaryRollout(scope, 'TcpHeader', { containers, trafficRouting: tcp, steps: [exact] });
  const connections = TrafficRouter.istio({ virtualService: VirtualServiceRef.fromName('db', { tcpRoutes: [{ port: 5432 }] }) });
  // @ts-expect-error connections of a VirtualService that is made elsewhere have no headers either
  new CanaryRollout(scope, 'TcpRef', { containers, trafficRouting: connections, steps: [exact] });
  // @ts-expect-error all routers of a list have to be able to do it
  new CanaryRollout(scope, 'Both', { containers, trafficRouting: [TrafficRouter.istio(), TrafficRouter.alb()], steps: [mirror] });
}

/** A VirtualService is described here or made elsewhere. */
export function istioObjects(): void {
  TrafficRouter.istio({ virtualService: VirtualServiceRef.fromName('web') });
  TrafficRouter.istio({ splitBy: 'subset', destinationRule: DestinationRuleRef.fromName('web', { stableSubset: 'a', canarySubset: 'b' }) });
  TrafficRouter.istio({ http: {}, tls: [{ sniHosts: ['web.example.com'] }] });
  // @ts-expect-error one that is made elsewhere has its own hosts
  TrafficRouter.istio({ virtualService: VirtualServiceRef.fromName('web'), hosts: ['web.example.com'] });
  // @ts-expect-error one or several
  TrafficRouter.istio({ virtualService: VirtualServiceRef.fromName('web'), virtualServices: [{ name: 'web' }] });
  // @ts-expect-error each of several has a name
  TrafficRouter.istio({ virtualServices: [{ hosts: ['web.example.com'] }] });
  // @ts-expect-error a VirtualService that is made elsewhere is named by VirtualServiceRef.fromName
  TrafficRouter.istio({ virtualService: { name: 'web', routes: ['primary'] } });
  // @ts-expect-error subsets need a DestinationRule, hosts have none
  TrafficRouter.istio({ destinationRule: { trafficPolicy: {} } });
  // @ts-expect-error ping and pong are Services, and subsets divide a single one
  TrafficRouter.istio({ splitBy: 'subset', pingPong: true });
  // @ts-expect-error a route beside the primary one has a name
  TrafficRouter.istio({ httpBefore: [{ match: [{ uri: { prefix: '/old' } }], redirect: { uri: '/' } }] });
  // @ts-expect-error a route leads somewhere
  TrafficRouter.istio({ httpBefore: [{ name: 'nowhere', match: [{ uri: { prefix: '/old' } }] }] });
  // @ts-expect-error the destinations of the primary route are the router's
  TrafficRouter.istio({ http: { route: [{ destination: { host: 'web' } }] } });
  // @ts-expect-error a tcp route is found by its port
  TrafficRouter.istio({ tcp: [{ servicePort: 5432 }] });
  // @ts-expect-error routes of requests stand in a VirtualService with requests
  TrafficRouter.istio({ tcp: [{ port: 5432 }], httpBefore: [] });
}

/** An Ingress is described here or made elsewhere. */
export function ingresses(): void {
  TrafficRouter.nginx({ stableIngress: IngressRef.fromName('edge'), canaryByCookie: 'beta' });
  TrafficRouter.alb({ ingress: IngressRef.fromName('edge'), port: 8080 });
  // @ts-expect-error one that is made elsewhere has its own hosts
  TrafficRouter.nginx({ stableIngress: IngressRef.fromName('edge'), hosts: ['web.example.com'] });
  // @ts-expect-error one or several
  TrafficRouter.nginx({ stableIngress: IngressRef.fromName('edge'), stableIngresses: [IngressRef.fromName('edge')] });
  // @ts-expect-error an Ingress that is made elsewhere is named by IngressRef.fromName
  TrafficRouter.nginx({ stableIngress: 'edge' });
  // @ts-expect-error the weight is the controller's
  TrafficRouter.nginx({ additionalIngressAnnotations: { 'canary-weight': '20' } });
  // @ts-expect-error a value or a pattern
  TrafficRouter.nginx({ canaryByHeader: { header: 'x-beta', value: 'yes', pattern: 'y.*' } });
  // @ts-expect-error a load balancer counts to 100
  TrafficRouter.alb({ maxTrafficWeight: 1000 });
  // @ts-expect-error ping and pong stand behind a root Service
  TrafficRouter.alb({ pingPong: true, rootService: false });
  // @ts-expect-error a duration is written 1h
  TrafficRouter.alb({ stickiness: 3600 });
  // @ts-expect-error an Ingress that is made elsewhere has its own scheme
  TrafficRouter.alb({ ingress: IngressRef.fromName('edge'), scheme: 'internal' });
}

/** Routes of requests take header routes; connections, and routes that keep out, do not. */
export function gatewayApiSteps(scope: Construct): void {
  const parentRefs = [{ name: 'public' }] as const;
  const http = GatewayRoute.http({ parentRefs });
  const quiet = GatewayRoute.http({ parentRefs, headerRoutes: false });
  const grpc = GatewayRoute.grpc({ parentRefs });
  const tcp = GatewayRoute.tcp({ parentRefs });
  new CanaryRollout(scope, 'Http', { containers, trafficRouting: TrafficRouter.gatewayApi({ routes: [http] }), steps: [...weights, exact, prefix, share] });
  new CanaryRollout(scope, 'Grpc', { containers, trafficRouting: TrafficRouter.gatewayApi({ routes: [grpc, tcp] }), steps: [exact, prefix] });
  new CanaryRollout(scope, 'Named', {
    containers, trafficRouting: TrafficRouter.gatewayApi({ routes: [GatewayRoute.fromName('HTTPRoute', 'web')] }), steps: [exact, share],
  });
  // @ts-expect-error Argo Rollouts 1.9 refuses mirror steps for plugins
  new CanaryRollout(scope, 'Mirror', { containers, trafficRouting: TrafficRouter.gatewayApi({ routes: [http] }), steps: [mirror] });
  // @ts-expect-error connections have no headers
  new CanaryRollout(scope, 'TcpHeader', { containers, trafficRouting: TrafficRouter.gatewayApi({ routes: [tcp] }), steps: [exact] });
  // @ts-expect-error the only route keeps out of header routes
  new CanaryRollout(scope, 'Quiet', { containers, trafficRouting: TrafficRouter.gatewayApi({ routes: [quiet] }), steps: [exact] });
  // @ts-expect-error the plugin gives pods of experiments to HTTPRoutes alone
  new CanaryRollout(scope, 'GrpcShare', { containers, trafficRouting: TrafficRouter.gatewayApi({ routes: [grpc] }), steps: [share] });
  const selected = TrafficRouter.gatewayApi({ routes: [GatewayRoute.fromLabels('HTTPRoute', { app: 'web' })] });
  // @ts-expect-error header routes are never added to routes that are found by their labels
  new CanaryRollout(scope, 'Selected', { containers, trafficRouting: selected, steps: [exact] });
}

/** What is said of a route fits its kind. */
export function gatewayRoutes(): void {
  const parentRefs = [{ name: 'public' }] as const;
  // @ts-expect-error there is at least one route
  TrafficRouter.gatewayApi({ routes: [] });
  // @ts-expect-error a route hangs on something
  GatewayRoute.http({ hostnames: ['web.example.com'] });
  // @ts-expect-error connections have no host names
  GatewayRoute.tcp({ parentRefs, hostnames: ['web.example.com'] });
  // @ts-expect-error which server names
  GatewayRoute.tls({ parentRefs });
  // @ts-expect-error both Services are the backends of every rule
  GatewayRoute.http({ parentRefs, rules: [{ backendRefs: [{ name: 'web-canary', port: 80 }] }] });
  // @ts-expect-error a redirect would never reach the rollout
  GatewayRoute.http({ parentRefs, rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }] }] });
  // @ts-expect-error connections have no headers to keep out of
  GatewayRoute.fromName('TCPRoute', 'db', { headerRoutes: false });
}

/** Proxies and meshes that split by weight alone, and those that can do a little more. */
export function proxySteps(scope: Construct): void {
  const traefik = TrafficRouter.traefik({ apiVersion: 'traefik.io/v1alpha1', hosts: ['web.example.com'] });
  const apisix = TrafficRouter.apisix({ rules: [{ name: 'all' }] });
  const ambassador = TrafficRouter.ambassador({ mappings: [{ prefix: '/' }] });
  new CanaryRollout(scope, 'Traefik', { containers, trafficRouting: traefik, steps: weights });
  new CanaryRollout(scope, 'Apisix', { containers, trafficRouting: apisix, steps: [...weights, exact, prefix] });
  new CanaryRollout(scope, 'Smi', { containers, trafficRouting: TrafficRouter.smi(), steps: [...weights, share] });
  // @ts-expect-error Traefik gets no header routes from Argo Rollouts
  new CanaryRollout(scope, 'TraefikHeader', { containers, trafficRouting: traefik, steps: [exact] });
  // @ts-expect-error APISIX mirrors nothing for Argo Rollouts
  new CanaryRollout(scope, 'ApisixMirror', { containers, trafficRouting: apisix, steps: [mirror] });
  // @ts-expect-error APISIX sends nothing to pods of experiments
  new CanaryRollout(scope, 'ApisixShare', { containers, trafficRouting: apisix, steps: [share] });
  // @ts-expect-error Ambassador gets no header routes from Argo Rollouts
  new CanaryRollout(scope, 'AmbassadorHeader', { containers, trafficRouting: ambassador, steps: [exact] });
  // @ts-expect-error App Mesh sends nothing to pods of experiments
  new CanaryRollout(scope, 'AppMeshShare', { containers, trafficRouting: TrafficRouter.appMesh(), steps: [share] });
  // @ts-expect-error a TrafficSplit has no headers
  new CanaryRollout(scope, 'SmiHeader', { containers, trafficRouting: TrafficRouter.smi(), steps: [exact] });
}

/** Objects of proxies are described here or made elsewhere. */
export function proxyObjects(): void {
  // @ts-expect-error which of Traefik's groups the controller looks in has to be said
  TrafficRouter.traefik({ hosts: ['web.example.com'] });
  // @ts-expect-error hosts or a rule, not both
  TrafficRouter.traefik({ apiVersion: 'traefik.io/v1alpha1', hosts: ['web.example.com'], match: 'Host(`web.example.com`)' });
  // @ts-expect-error a TraefikService that is made elsewhere has its own hosts
  TrafficRouter.traefik({ apiVersion: 'traefik.io/v1alpha1', hosts: ['a.example.com'], traefikService: TraefikServiceRef.fromName('web') });
  // @ts-expect-error a rule has a name: the Rollout finds it by it
  TrafficRouter.apisix({ rules: [{ hosts: ['web.example.com'] }] });
  // @ts-expect-error which rules lead to the rollout
  ApisixRouteRef.fromName('web');
  // @ts-expect-error a Mapping with a weight is refused by the controller
  TrafficRouter.ambassador({ mappings: [{ prefix: '/', weight: 50 }] });
  // @ts-expect-error in this version a Mapping without a hostname belongs to no Host
  TrafficRouter.ambassador({ apiVersion: 'getambassador.io/v3alpha1', mappings: [{ prefix: '/' }] });
  // @ts-expect-error calls and connections have one route
  TrafficRouter.appMesh({ protocol: 'tcp', routes: [{ name: 'all' }] });
  // @ts-expect-error both nodes
  AppMeshServiceRef.fromName('web', { stableNode: 'web-stable' });
}

/** A plugin can do what its author says. */
export function plugins(scope: Construct): void {
  const able = TrafficRouter.plugin('example/edge', { zone: 'eu' }, { abilities: { headerRoutes: true, experimentWeights: true } });
  const plain = TrafficRouter.plugin('example/edge', { zone: 'eu' } satisfies { zone: string }, { maxTrafficWeight: 1000 });
  new CanaryRollout(scope, 'Able', { containers, trafficRouting: able, steps: [...weights, exact, share] });
  new CanaryRollout(scope, 'Plain', { containers, trafficRouting: plain, steps: weights });
  interface Config {
    readonly zone: string;
  }
  const typed = TrafficRouter.plugin<Config, 'headerRoutes'>('example/edge', { zone: 'eu' }, { abilities: { headerRoutes: true } });
  new CanaryRollout(scope, 'Typed', { containers, trafficRouting: typed, steps: [exact] });
  // @ts-expect-error the field is zone
  TrafficRouter.plugin('example/edge', { zones: 'eu' } satisfies Config);
  // @ts-expect-error with one type argument there are no abilities: satisfies says the type of the configuration
  TrafficRouter.plugin<Config>('example/edge', { zone: 'eu' }, { abilities: { headerRoutes: true } });
  // @ts-expect-error nobody said that it knows prefixes
  new CanaryRollout(scope, 'Prefix', { containers, trafficRouting: able, steps: [prefix] });
  // @ts-expect-error nobody said that it routes by header
  new CanaryRollout(scope, 'Header', { containers, trafficRouting: plain, steps: [exact] });
  // @ts-expect-error Argo Rollouts 1.9 refuses mirror steps for plugins, whatever they can do
  TrafficRouter.plugin('example/edge', {}, { abilities: { mirrorRoutes: true } });
  // @ts-expect-error plugins are named namespace/name
  TrafficRouter.plugin('edge', {});
  const route = { apiVersion: 'edge.example.com/v1', kind: 'EdgeRoute', name: 'web' };
  TrafficRouter.plugin('example/edge', {}, { controllerWrites: [{ ...route, jqPathExpressions: [`.spec.routes[]? | select(.name == "beta")`] }] });
  // @ts-expect-error a jq path begins at the object, with a dot
  TrafficRouter.plugin('example/edge', {}, { controllerWrites: [{ ...route, jqPathExpressions: ['/spec/weight'] }] });
  // @ts-expect-error what is written is said field by field
  TrafficRouter.plugin('example/edge', {}, { controllerWrites: [{ ...route, jqPathExpressions: [] }] });
}
