import { isIP } from 'node:net';
import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { listField, objectField, objectsField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

const TYPES = ['Ingress', 'Egress'];

/** A policy that lets this range in. */
function lettingIn(cidr: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  policyTypes:
    - Ingress
  ingress:
    - from:
        - ipBlock:
            cidr: ${cidr}
`;
}

/** Finds network policies that the API server refuses. */
export const networkPolicy = defineRule({
  id: 'manifests/network-policy',
  severity: 'error',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  since: '0.1.0',
  implements: [],
  title: 'a network policy is about Ingress or Egress, with ranges of addresses',
  rationale: 'The API server refuses the policy, and the sync fails. A single address is a range of one: 203.0.113.7/32.',
  bad: lettingIn('203.0.113.7'),
  good: lettingIn('203.0.113.7/32'),
  check({ manifest }, context) {
    const spec = specOf(manifest);
    listField(spec, 'policyTypes').forEach((type, index) => {
      if (typeof type !== 'string' || TYPES.includes(type)) return;
      context.report(pointer('/spec/policyTypes', index), `there is no type "${type}" of network policies`, { received: type, expected: TYPES.join(', '), fix: 'write one of these' });
    });
    for (const [direction, side] of [['ingress', 'from'], ['egress', 'to']] as const) {
      for (const [index, rule] of objectsField(spec, direction)) {
        for (const [position, peer] of objectsField(rule, side)) {
          const block = objectField(peer, 'ipBlock');
          if (block) reportRanges(context, pointer('/spec', direction, index, side, position, 'ipBlock'), block);
        }
      }
    }
  },
});

function reportRanges(context: RuleContext, at: Pointer, block: JsonObject): void {
  const ranges = [[pointer(at, 'cidr'), block.cidr], ...listField(block, 'except').map((range, index) => [pointer(at, 'except', index), range])] as const;
  for (const [where, range] of ranges) {
    if (typeof range !== 'string' || isRange(range)) continue;
    const version = isIP(range);
    context.report(where as Pointer, `"${range}" is no range of addresses`, {
      received: range, expected: 'an address and its prefix length, such as 10.0.0.0/8', fix: version ? `write ${range}/${version === 4 ? 32 : 128}` : 'write a range',
    });
  }
}

function isRange(text: string): boolean {
  const [, address = '', length] = /^(.+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(length) <= (version === 4 ? 32 : 128);
}
