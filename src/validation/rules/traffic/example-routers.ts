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
