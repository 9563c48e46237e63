import { exampleCanary, exampleIngress, exampleServices, joinDocuments } from '../rollouts/example-rollout';

/** An HTTPRoute `web` with these rules. */
export function exampleHttpRoute(rules = exampleRouteRule('web-stable', 'web-canary')): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs:
    - group: gateway.networking.k8s.io
      kind: Gateway
      name: public
      namespace: gateways
  hostnames:
    - web.example.com
  rules:
${rules}`;
}

/** A rule of an HTTPRoute: all requests to the first of these Services, none to the others. */
export function exampleRouteRule(...services: readonly string[]): string {
  return `    - matches:
        - path:
            type: PathPrefix
            value: /
      backendRefs:
${services.map((service, index) => exampleBackend(service, index === 0 ? 100 : 0)).join('')}`;
}

function exampleBackend(service: string, weight: number): string {
  return `        - group: ""
          kind: Service
          name: ${service}
          port: 80
          weight: ${weight}
`;
}

/** A Rollout that splits between web-stable and web-canary with this router, and both Services. */
export function exampleRouted(router: string, steps = '- setWeight: 25'): string {
  return joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
${indented(router, 2)}
steps:
${indented(steps, 2)}
`), exampleServices('web-stable', 'web-canary'));
}

/** An Ingress `web` whose only path leads to a Service by an annotation of the AWS controller. */
export function exampleAlbIngress(service: string): string {
  return exampleIngress(service).replace('ingressClassName: nginx', 'ingressClassName: alb').replace('name: http', 'name: use-annotation');
}

function indented(text: string, by: number): string {
  return text.trim().split('\n').map((line) => ' '.repeat(by) + line).join('\n');
}

/** An object of a router of this kind, with this spec. */
export function exampleRouterObject(apiVersion: string, kind: string, spec: string, name = 'web'): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
spec:
${indented(spec, 2)}
`;
}
