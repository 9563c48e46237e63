import { exampleVirtualService } from '../rollouts/example-rollout';

/** A DestinationRule `web` with these subsets of the Service `web`. */
export function exampleDestinationRule(...subsets: readonly string[]): string {
  return `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
spec:
  host: web
  subsets:
${subsets.map((subset) => `    - name: ${subset}\n      labels:\n        app: web\n`).join('')}`;
}

/** A VirtualService that splits one Service by the subsets `stable` and `canary`. */
export function exampleSubsetRoute(): string {
  return exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web
          subset: stable
        weight: 100
      - destination:
          host: web
          subset: canary
        weight: 0
`).replace('- web-stable', '- web');
}
