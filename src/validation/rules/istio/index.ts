import type { Rule } from '../../rule';
import { istioCors } from './cors';
import { istioDestinationPort } from './destination-port';
import { istioDestinationPortNeeded } from './destination-port-needed';
import { istioDestinationRuleValues } from './destination-rule-values';
import { istioDestinationValues } from './destination-values';
import { istioExportTo } from './export-to';
import { istioGatewayHost } from './gateway-host';
import { istioGatewayNames } from './gateway-names';
import { istioGatewayServers } from './gateway-servers';
import { istioGatewaysApart } from './gateways-apart';
import { istioHttpFaults } from './http-faults';
import { istioHttpHeaders } from './http-headers';
import { istioHttpMatch } from './http-match';
import { istioHttpRetries } from './http-retries';
import { istioHttpRewrites } from './http-rewrites';
import { istioHttpRouteAction } from './http-route-action';
import { istioSubsetDeclared } from './subset-declared';
import { istioTlsRoutes } from './tls-routes';
import { istioTrafficPolicy } from './traffic-policy';
import { istioUnreachableRoutes } from './unreachable-routes';
import { istioVirtualServiceHosts } from './virtual-service-hosts';

/** The rules of this folder, sorted by id. */
export const ISTIO_RULES: readonly Rule[] = [
  istioCors,
  istioDestinationPort,
  istioDestinationPortNeeded,
  istioDestinationRuleValues,
  istioDestinationValues,
  istioExportTo,
  istioGatewayHost,
  istioGatewayNames,
  istioGatewayServers,
  istioGatewaysApart,
  istioHttpFaults,
  istioHttpHeaders,
  istioHttpMatch,
  istioHttpRetries,
  istioHttpRewrites,
  istioHttpRouteAction,
  istioSubsetDeclared,
  istioTlsRoutes,
  istioTrafficPolicy,
  istioUnreachableRoutes,
  istioVirtualServiceHosts,
];
