import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleCanary, exampleIngress, exampleServices, joinDocuments } from './example-rollout';
import { isSet, objectField, objectsField, textField } from './fields';
import { describeRouters, hasRouter, ROLLOUT, trafficRoutingOf } from './rollout-strategy';

const SERVICES = exampleServices('web-stable', 'web-canary');

/** An experiment that gets traffic from this router. */
function experimentExample(router: string): string {
  return exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  ${router}
steps:
  - experiment:
      duration: 5m
      templates:
        - name: candidate
          specRef: canary
          weight: 5
`);
}

/** Finds experiments whose share the router cannot send. */
export const experimentWeight = defineRule({
  id: 'rollouts/experiment-weight',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-050'],
  title: 'weighted experiments come with a router that has them',
  rationale: 'Only SMI, ALB, Istio and plugins can send a share of the traffic to the pods of an experiment. With another router the '
    + 'Rollout is InvalidSpec.',
  bad: joinDocuments(experimentExample('nginx: { stableIngress: web }'), SERVICES, exampleIngress('web-stable')),
  good: joinDocuments(experimentExample('smi: {}'), SERVICES),
  check(entry, context) {
    const routing = trafficRoutingOf(entry.manifest);
    if (!routing || hasRouter(routing, 'alb', 'smi', 'istio', 'plugins')) return;
    for (const at of canarySteps(entry.manifest)) {
      for (const [index, template] of objectsField(objectField(at.step, 'experiment'), 'templates')) {
        if (!isSet(template, 'weight')) continue;
        const path = pointer(at.pointer, 'experiment', 'templates', index, 'weight');
        context.report(
          path,
          `experiment template ${textField(template, 'name')} asks for traffic that ${describeRouters(routing)} cannot send`,
          {
            received: describeRouters(routing), expected: 'smi, alb, istio or plugins', fix: 'remove weight, or use another router',
          },
        );
      }
    }
  },
});
