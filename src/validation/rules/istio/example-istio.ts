/** A Gateway `public` that serves this host by HTTP. */
export function exampleGateway(host: string, name = 'public'): string {
  return `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: ${name}
spec:
  selector:
    istio: ingressgateway
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - "${host}"
`;
}

/** A VirtualService of web.example.com at the gateway `public`, with more fields. */
export function examplePublicRoute(fields = 'http:\n  - route:\n      - destination:\n          host: web'): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
spec:
  hosts:
    - web.example.com
  gateways:
    - shop/public
${fields.trim().split('\n').map((line) => `  ${line}`).join('\n')}
`;
}
