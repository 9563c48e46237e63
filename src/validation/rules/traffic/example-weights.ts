import { exampleVirtualService } from '../rollouts/example-rollout';

/** A VirtualService whose route has these weights in Git. */
export function exampleWeights(stable: number, canary: number): string {
  return exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-stable
        weight: ${stable}
      - destination:
          host: web-canary
        weight: ${canary}
`);
}
