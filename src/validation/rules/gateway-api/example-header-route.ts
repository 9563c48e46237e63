import { exampleRouted } from '../traffic/example-routers';

/** A Rollout whose testers are led to the canary by the header x-beta, with these routes of the plugin. */
export function exampleHeaderRouted(routes = 'httpRoute: web'): string {
  const config = routes.split('\n').map((line) => `    ${line}`).join('\n');
  return exampleRouted(`
plugins:
  argoproj-labs/gatewayAPI:
${config}
managedRoutes:
  - name: beta
`, `
- setCanaryScale:
    replicas: 1
- setHeaderRoute:
    name: beta
    match:
      - headerName: x-beta
        headerValue:
          exact: "true"
- pause: {}
`);
}
