import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { DESTINATION_RULE } from './destinations';

/** Fields of which a policy has at least one: that of a port first, then what only that of a host has. */
const PORT_FIELDS = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls'];
const FIELDS = [...PORT_FIELDS, 'portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget'];

function policyExample(policy: string): string {
  return joinDocuments(exampleServices('web'), `${exampleDestinationRule('stable')}  trafficPolicy:\n    ${policy}\n`);
}

/** Finds traffic policies that Istio does not take. */
export const istioTrafficPolicy = defineRule({
  id: 'istio/traffic-policy',
  severity: 'error',
  kinds: [DESTINATION_RULE],
  since: '0.1.0',
  implements: ['IS-063', 'IS-064', 'IS-065', 'IS-066', 'IS-069'],
  title: 'a traffic policy says something, and nothing twice',
  rationale: 'Istio refuses empty policies and pools, local failures that are counted without being told apart, an upgrade to HTTP/2 '
    + 'beside the protocol of the client, a cookie without a name, and a tunnel beside the proxy protocol.',
  bad: policyExample('connectionPool: {}'),
  good: policyExample('connectionPool: { tcp: { maxConnections: 100 } }'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    for (const policy of [spec.at('trafficPolicy'), ...spec.at('subsets').items.map((subset) => subset.at('trafficPolicy'))]) {
      if (!policy.exists) continue;
      checkPolicy(context, policy, FIELDS);
      if (policy.at('tunnel').exists && policy.at('proxyProtocol').exists) {
        report(context, policy.at('tunnel'), 'tunnel and proxyProtocol are both set', 'one of the two');
      }
      for (const port of policy.at('portLevelSettings').items) {
        if (!port.at('port').exists) report(context, port, 'these settings of a port have no port', 'port.number');
        checkPolicy(context, port, PORT_FIELDS);
      }
    }
  },
});

function checkPolicy(context: RuleContext, policy: Place, fields: readonly string[]): void {
  if (!fields.some((field) => policy.at(field).exists)) report(context, policy, 'this policy says nothing', fields.join(', '));
  const [outlier, pool, cookie] = [policy.at('outlierDetection'), policy.at('connectionPool'), policy.at('loadBalancer', 'consistentHash', 'httpCookie')];
  const failures = outlier.at('consecutiveLocalOriginFailures');
  if (typeof failures.value === 'number' && failures.value > 0 && outlier.at('splitExternalLocalOriginErrors').value !== true) {
    report(context, failures, 'consecutiveLocalOriginFailures is set, and local failures are not told apart', 'splitExternalLocalOriginErrors: true');
  }
  for (const field of ['maxEjectionPercent', 'minHealthPercent']) {
    const percent = outlier.at(field);
    if (typeof percent.value === 'number' && (percent.value < 0 || percent.value > 100)) report(context, percent, `${field} is ${percent.value}`, '0 to 100');
  }
  if (pool.exists && !pool.at('http').exists && !pool.at('tcp').exists) report(context, pool, 'connectionPool says nothing', 'http or tcp');
  for (const [field, value] of [...pool.at('http').fields, ...pool.at('tcp').fields]) {
    if (typeof value.value === 'number' && value.value < 0) report(context, value, `${field} is ${value.value}`, '0 or more');
  }
  if (pool.at('http', 'h2UpgradePolicy').text === 'UPGRADE' && pool.at('http', 'useClientProtocol').value === true) {
    report(context, pool.at('http', 'useClientProtocol'), 'useClientProtocol contradicts the upgrade to HTTP/2', 'one of the two');
  }
  if (cookie.exists && cookie.at('name').text === '') report(context, cookie, 'the cookie of consistentHash has no name', 'name');
}

function report(context: RuleContext, at: Place, message: string, expected: string): void {
  context.report(at.pointer, message, { expected, fix: `write ${expected}, or remove it` });
}
