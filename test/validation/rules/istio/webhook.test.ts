import type { Rule } from '../../../../src/validation/rule';
import { istioClientTls } from '../../../../src/validation/rules/istio/client-tls';
import { istioCors } from '../../../../src/validation/rules/istio/cors';
import { istioDestinationRuleValues } from '../../../../src/validation/rules/istio/destination-rule-values';
import { istioDestinationValues } from '../../../../src/validation/rules/istio/destination-values';
import { istioDurations } from '../../../../src/validation/rules/istio/durations';
import { istioExportTo } from '../../../../src/validation/rules/istio/export-to';
import { istioGatewayNames } from '../../../../src/validation/rules/istio/gateway-names';
import { istioGatewayServers } from '../../../../src/validation/rules/istio/gateway-servers';
import { istioHttpFaults } from '../../../../src/validation/rules/istio/http-faults';
import { istioHttpHeaders } from '../../../../src/validation/rules/istio/http-headers';
import { istioHttpMatch } from '../../../../src/validation/rules/istio/http-match';
import { istioHttpRetries } from '../../../../src/validation/rules/istio/http-retries';
import { istioHttpRewrites } from '../../../../src/validation/rules/istio/http-rewrites';
import { istioHttpRouteAction } from '../../../../src/validation/rules/istio/http-route-action';
import { istioLocality } from '../../../../src/validation/rules/istio/locality';
import { istioTlsRoutes } from '../../../../src/validation/rules/istio/tls-routes';
import { istioTrafficPolicy } from '../../../../src/validation/rules/istio/traffic-policy';
import { istioUnreachableRoutes } from '../../../../src/validation/rules/istio/unreachable-routes';
import { istioVirtualServiceHosts } from '../../../../src/validation/rules/istio/virtual-service-hosts';
import { pointersOf } from '../rollouts/run-rule';

/* What the webhook of Istio accepts and refuses, a spec a line, with the places of the findings. */

function object(kind: string, spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: web, namespace: shop }\nspec: ${spec}\n`;
}

type Case = readonly [rule: Rule, spec: string, ...places: string[]];

const WEB = 'route: [{ destination: { host: web } }]';
const http = (route: string) => `{ hosts: [web], http: [{ ${route} }] }`;
const routed = (fields: string) => http(`${fields}, ${WEB}`);

const VIRTUAL_SERVICES: readonly Case[] = [
  [istioVirtualServiceHosts, `{ hosts: [web, 10.0.0.1, "*.example.com"], http: [{ ${WEB} }] }`],
  [istioVirtualServiceHosts, `{ http: [{ ${WEB} }] }`],
  [istioVirtualServiceHosts, `{ gateways: [g], http: [{ ${WEB} }], tcp: [{ ${WEB} }] }`, '/spec/gateways', '/spec/tcp'],
  [istioVirtualServiceHosts, '{ hosts: [web] }', '/spec'],
  [istioVirtualServiceHosts, `{ hosts: ["https://web"], http: [{ ${WEB} }] }`, '/spec/hosts/0'],
  [istioVirtualServiceHosts, `{ hosts: ["*"], http: [{ ${WEB} }] }`, '/spec/hosts/0'],
  [istioVirtualServiceHosts, `{ hosts: ["*"], gateways: [g, mesh], http: [{ ${WEB} }] }`, '/spec/hosts/0'],
  [istioVirtualServiceHosts, `{ hosts: ["*"], gateways: [g], http: [{ ${WEB} }] }`],
  [istioVirtualServiceHosts, `{ hosts: [a.b, a.b], http: [{ ${WEB} }] }`, '/spec/hosts/1'],
  [istioVirtualServiceHosts, `{ hosts: ["{{host}}"], http: [{ ${WEB} }] }`],
  [istioGatewayNames, '{ gateways: [mesh, g, ns/g, g.ns.svc.cluster.local] }'],
  [istioGatewayNames, '{ gateways: [/g, ns/, ns/a/b, "*"] }', '/spec/gateways/0', '/spec/gateways/1', '/spec/gateways/2', '/spec/gateways/3'],
  [istioGatewayNames, http('match: [{ gateways: [ns/] }]'), '/spec/http/0/match/0/gateways/0'],
  [istioHttpRouteAction, http('name: a'), '/spec/http/0'],
  [istioHttpRouteAction, http('directResponse: { status: 200 }')],
  [istioHttpRouteAction, http(`directResponse: { status: 200 }, ${WEB}`), '/spec/http/0/route'],
  [istioHttpRouteAction, http('redirect: { uri: / }, fault: {}, rewrite: {}'), '/spec/http/0/fault', '/spec/http/0/rewrite'],
  [istioHttpRouteAction, http('redirect: { uri: / }, directResponse: { status: 200 }'), '/spec/http/0/directResponse'],
  [istioHttpRouteAction, http('delegate: { name: a }')],
  [istioHttpRouteAction, http(`delegate: { name: a }, ${WEB}`), '/spec/http/0/route'],
  [istioHttpRouteAction, '{ http: [{ delegate: { name: a }, redirect: { uri: / } }] }', '/spec/http/0/delegate'],
  [istioHttpRouteAction, routed('mirror: { host: a }, mirrors: [{ destination: { host: a } }]'), '/spec/http/0/mirror'],
  [istioDestinationValues, http('route: [{ destination: { host: "*" } }]'), '/spec/http/0/route/0/destination/host'],
  [istioDestinationValues, http('route: [{ destination: { host: "*.example.com" } }]')],
  [istioDestinationValues, http('route: [{ destination: { host: 10.0.0.1 } }]'), '/spec/http/0/route/0/destination/host'],
  [istioDestinationValues, http('route: [{ destination: { host: web, subset: a.b, port: {} }, weight: -1 }]'),
    '/spec/http/0/route/0/destination/subset', '/spec/http/0/route/0/destination/port', '/spec/http/0/route/0/weight'],
  [istioUnreachableRoutes, `{ http: [{ ${WEB} }, { match: [{ uri: { exact: /a } }] }] }`, '/spec/http/1'],
  [istioUnreachableRoutes, '{ http: [{ match: [{ uri: { exact: /a }, port: 80 }] }, { match: [{ name: x, port: 80, uri: { exact: /a } }] }] }', '/spec/http/1/match/0'],
  [istioUnreachableRoutes, '{ http: [{ match: [{ uri: { exact: /a } }] }, { match: [{ uri: { prefix: /a } }] }, { route: [] }] }'],
  [istioUnreachableRoutes, '{ tcp: [{ match: [{ port: 80 }] }, { match: [{ port: 81 }] }] }'],
  [istioHttpMatch, http('match: [{ headers: { "": {}, ":path": { exact: / }, "@request.auth.claims.sub": { exact: a } } }]'),
    '/spec/http/0/match/0/headers/', '/spec/http/0/match/0/headers/@request.auth.claims.sub'],
  [istioHttpMatch, http('match: [{ uri: { prefix: "" }, method: { prefix: "" }, authority: { regex: "(?=a)b" } }]'),
    '/spec/http/0/match/0/method/prefix', '/spec/http/0/match/0/authority/regex'],
  [istioHttpMatch, http('match: [{ withoutHeaders: { a: { regex: "*" } }, queryParams: { q: { regex: "" } }, port: 70000 }]'),
    '/spec/http/0/match/0/queryParams/q/regex', '/spec/http/0/match/0/port'],
  [istioHttpMatch, http('match: [{ uri: { regex: "(?i)/a/\\\\d+" }, sourceNamespace: a.b }]'), '/spec/http/0/match/0/sourceNamespace'],
  [istioHttpHeaders, routed('headers: { request: { set: { Host: a, x-a: b }, remove: [Host] } }'), '/spec/http/0/headers/request/remove/0'],
  [istioHttpHeaders, http('route: [{ headers: { response: { add: { ":path": a } } }, destination: { host: web } }]'), '/spec/http/0/route/0/headers/response/add/:path'],
  [istioHttpHeaders, routed('rewrite: { authority: a }, headers: { request: { set: { host: b } } }'), '/spec/http/0/headers/request/set/host'],
  [istioHttpRewrites, routed('rewrite: {}'), '/spec/http/0/rewrite'],
  [istioHttpRewrites, routed('rewrite: { uri: /, uriRegexRewrite: { match: a } }'), '/spec/http/0/rewrite/uriRegexRewrite', '/spec/http/0/rewrite/uriRegexRewrite'],
  [istioHttpRewrites, http('redirect: { scheme: ftp }'), '/spec/http/0/redirect/scheme'],
  [istioHttpRewrites, http('redirect: {}'), '/spec/http/0/redirect'],
  [istioHttpRewrites, http('redirect: { port: 8443 }')],
  [istioHttpRewrites, http('directResponse: { status: 99 }'), '/spec/http/0/directResponse/status'],
  [istioHttpRetries, routed('retries: { attempts: 0 }')],
  [istioHttpRetries, routed('retries: { perTryTimeout: 1s }'), '/spec/http/0/retries'],
  [istioHttpRetries, routed('retries: { attempts: -1 }'), '/spec/http/0/retries/attempts'],
  [istioHttpRetries, routed('retries: { attempts: 1, retryOn: "5xx, reset" }'), '/spec/http/0/retries/retryOn'],
  [istioHttpFaults, routed('fault: {}'), '/spec/http/0/fault'],
  [istioHttpFaults, routed('fault: { delay: { exponentialDelay: 1s } }'), '/spec/http/0/fault/delay/exponentialDelay'],
  [istioHttpFaults, routed('mirrors: [{ percentage: { value: 101 } }], mirrorPercentage: { value: 0 }'), '/spec/http/0/mirrors/0/percentage/value'],
  [istioCors, routed('corsPolicy: { allowOrigins: [{}, { exact: a }], allowHeaders: ["*", "a b"] }'),
    '/spec/http/0/corsPolicy/allowHeaders/1', '/spec/http/0/corsPolicy/allowOrigins/0'],
  [istioTlsRoutes, `{ hosts: ["*.a.b"], tls: [{ match: [{ sniHosts: [x.a.b, "*.x.a.b", a.b] }], ${WEB} }] }`, '/spec/tls/0/match/0/sniHosts/2'],
  [istioTlsRoutes, '{ hosts: [a.b], tls: [{ match: [{}] }], tcp: [{ match: [{ port: 80 }] }] }', '/spec/tls/0', '/spec/tcp/0', '/spec/tls/0/match/0'],
  [istioTlsRoutes, `{ hosts: [a.b], tls: [{ ${WEB} }] }`, '/spec/tls/0'],
  [istioExportTo, '{ exportTo: [., shop] }', '/spec/exportTo/1'],
  [istioExportTo, '{ exportTo: ["*"] }'],
  [istioExportTo, '{ exportTo: [~] }'],
  [istioExportTo, '{ exportTo: ["~"] }', '/spec/exportTo/0'],
  [istioDurations, routed('timeout: 1m30.5s, retries: { perTryTimeout: 250ms }, corsPolicy: { maxAge: 24h }')],
  [istioDurations, routed('timeout: 1.0000005s, retries: { perTryTimeout: 100us }, corsPolicy: { maxAge: 1.5s }'),
    '/spec/http/0/timeout', '/spec/http/0/retries/perTryTimeout', '/spec/http/0/corsPolicy/maxAge'],
];

const DESTINATION_RULES: readonly Case[] = [
  [istioDurations, '{ trafficPolicy: { outlierDetection: { interval: 1us } } }', '/spec/trafficPolicy/outlierDetection/interval'],
  [istioClientTls, '{ trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }'],
  [istioClientTls, '{ trafficPolicy: { tls: { mode: SIMPLE, credentialName: a, insecureSkipVerify: true } } }', '/spec/trafficPolicy/tls/insecureSkipVerify'],
  [istioClientTls, '{ trafficPolicy: { portLevelSettings: [{ tls: { mode: SIMPLE, credentialName: a, caCertificates: b } }] } }',
    '/spec/trafficPolicy/portLevelSettings/0/tls/credentialName'],
  [istioClientTls, '{ subsets: [{ trafficPolicy: { tls: { mode: MUTUAL } } }] }', '/spec/subsets/0/trafficPolicy/tls'],
  [istioLocality, '{ trafficPolicy: { loadBalancer: { localityLbSetting: { failover: [{ from: a, to: b }, { from: a, to: a }, { from: a/b, to: c }] } } } }',
    '/spec/trafficPolicy/loadBalancer/localityLbSetting/failover/1', '/spec/trafficPolicy/loadBalancer/localityLbSetting/failover/2'],
  [istioLocality, '{ trafficPolicy: { loadBalancer: { localityLbSetting: { distribute: [{ from: a, to: { a: 100, b: 0 } }] } } } }',
    '/spec/trafficPolicy/loadBalancer/localityLbSetting/distribute/0/to'],
  [istioExportTo, '{ exportTo: [.], workloadSelector: {} }'],
  [istioExportTo, '{ exportTo: ["*"], workloadSelector: {} }', '/spec/exportTo'],
  [istioDestinationRuleValues, '{ host: "*.example.com", subsets: [{ name: v1, labels: { app.kubernetes.io/name: web, empty: "" } }] }'],
  [istioDestinationRuleValues, '{ host: "web:80", subsets: [{ name: v1.2, labels: { "a b": c, d: "{{x}}" } }] }',
    '/spec/host', '/spec/subsets/0/name', '/spec/subsets/0/labels/a b', '/spec/subsets/0/labels/d'],
  [istioTrafficPolicy, '{ trafficPolicy: {} }', '/spec/trafficPolicy'],
  [istioTrafficPolicy, '{ trafficPolicy: { retryBudget: {} } }'],
  [istioTrafficPolicy, '{ subsets: [{ name: a, trafficPolicy: { portLevelSettings: [{}] } }] }',
    '/spec/subsets/0/trafficPolicy/portLevelSettings/0', '/spec/subsets/0/trafficPolicy/portLevelSettings/0'],
  [istioTrafficPolicy, '{ trafficPolicy: { outlierDetection: { consecutiveLocalOriginFailures: 1, maxEjectionPercent: 101 } } }',
    '/spec/trafficPolicy/outlierDetection/consecutiveLocalOriginFailures', '/spec/trafficPolicy/outlierDetection/maxEjectionPercent'],
  [istioTrafficPolicy, '{ trafficPolicy: { connectionPool: { http: { maxRetries: -1, h2UpgradePolicy: UPGRADE, useClientProtocol: true } } } }',
    '/spec/trafficPolicy/connectionPool/http/maxRetries', '/spec/trafficPolicy/connectionPool/http/useClientProtocol'],
  [istioTrafficPolicy, '{ trafficPolicy: { loadBalancer: { consistentHash: { httpCookie: { ttl: 0s } } } } }', '/spec/trafficPolicy/loadBalancer/consistentHash/httpCookie'],
];

const server = (fields: string) => `{ servers: [{ ${fields} }] }`;
const GATEWAYS: readonly Case[] = [
  [istioGatewayServers, server('port: { number: 443, name: a, protocol: https }, hosts: ["*", ns/*.a.b, ./a.b, 10.0.0.1], tls: {}')],
  [istioGatewayServers, '{ servers: [] }', '/spec'],
  [istioGatewayServers, server('port: { number: 80, name: a, protocol: HTTP }, hosts: [web, /a.b]'), '/spec/servers/0/hosts/0', '/spec/servers/0/hosts/1'],
  [istioGatewayServers, server('port: { number: 80, name: a, protocol: HTTP3 }, hosts: ["*"]'), '/spec/servers/0/port/protocol'],
  [istioGatewayServers, server('port: { number: 80, name: a, protocol: HTTP }, hosts: ["*"], tls: { httpsRedirect: true }')],
  [istioGatewayServers, server('port: { number: 80, name: a, protocol: HTTP }, hosts: ["*"], tls: { privateKey: /k }'), '/spec/servers/0/tls'],
];

describe.each([
  ['VirtualService', VIRTUAL_SERVICES], ['DestinationRule', DESTINATION_RULES], ['Gateway', GATEWAYS],
])('%s', (kind, cases) => {
  test.each(cases.map(([rule, spec, ...places]) => [rule.id, spec, places, rule] as const))('%s of %s: %j', (_id, spec, places, rule) => {
    expect(pointersOf(rule, object(kind, spec))).toEqual(places);
  });
});
