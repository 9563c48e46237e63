import type { Rule } from '../../rule';
import { istioClientTls } from './client-tls';
import { istioCors } from './cors';
import { istioDestinationPort } from './destination-port';
import { istioDestinationPortNeeded } from './destination-port-needed';
import { istioDestinationRuleValues } from './destination-rule-values';
import { istioDestinationValues } from './destination-values';
import { istioDurations } from './durations';
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
import { istioLocality } from './locality';
import { istioOwnAnnotations } from './own-annotations';
import { istioSubsetDeclared } from './subset-declared';
import { istioSubsetHasRule } from './subset-has-rule';
import { istioSubsetLabels } from './subset-labels';
import { istioTlsRoutes } from './tls-routes';
import { istioTrafficPolicy } from './traffic-policy';
import { istioUnreachableRoutes } from './unreachable-routes';
import { istioVirtualServiceHosts } from './virtual-service-hosts';

/** The rules of this folder, sorted by id. */
export const ISTIO_RULES: readonly Rule[] = [
  istioClientTls,
  istioCors,
  istioDestinationPort,
  istioDestinationPortNeeded,
  istioDestinationRuleValues,
  istioDestinationValues,
  istioDurations,
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
  istioLocality,
  istioOwnAnnotations,
  istioSubsetDeclared,
  istioSubsetHasRule,
  istioSubsetLabels,
  istioTlsRoutes,
  istioTrafficPolicy,
  istioUnreachableRoutes,
  istioVirtualServiceHosts,
];
