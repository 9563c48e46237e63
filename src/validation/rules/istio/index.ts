import type { Rule } from '../../rule';
import { istioDestinationPort } from './destination-port';
import { istioDestinationPortNeeded } from './destination-port-needed';
import { istioGatewayHost } from './gateway-host';
import { istioGatewaysApart } from './gateways-apart';
import { istioSubsetDeclared } from './subset-declared';

/** The rules of this folder, sorted by id. */
export const ISTIO_RULES: readonly Rule[] = [
  istioDestinationPort,
  istioDestinationPortNeeded,
  istioGatewayHost,
  istioGatewaysApart,
  istioSubsetDeclared,
];
