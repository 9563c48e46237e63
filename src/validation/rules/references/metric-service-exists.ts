import { resolve } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { boundMetrics } from '../analysis/bound-metrics';
import { exampleProvider, exampleStepAnalysis, exampleTemplate } from '../analysis/example-analysis';
import { askedServices } from '../analysis/service-url';
import { ANALYSIS_RUN } from '../analysis/template-metrics';
import { canarySteps } from '../rollouts/canary-steps';
import { exampleServices } from '../rollouts/example-rollout';
import { isSet } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';

/** An analysis that asks this Service of its namespace. */
function serviceExample(service: string): string {
  const web = exampleProvider(`web:\n  url: http://${service}.shop.svc.cluster.local/healthz\n  jsonPath: "{$.status}"`, {
    name: 'health', fields: ['successCondition: result == "ok"'],
  });
  return exampleStepAnalysis('templates:\n  - templateName: smoke', exampleTemplate({ metrics: web }), exampleServices('web'));
}

/** Finds metrics that ask a Service that nobody makes, beside their Rollout. */
export const metricServiceExists = defineRule({
  id: 'references/metric-service-exists',
  severity: 'warning',
  kinds: [ROLLOUT, ANALYSIS_RUN],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'a Service that a metric asks in the namespace of its Rollout exists',
  rationale: 'The name is looked up with every measurement. One that no Service has makes each of them an error, and with the fifth one the '
    + 'release is aborted. Most often it is misspelt, or the Service of another kind of Rollout.',
  bad: serviceExample('wbe'),
  good: serviceExample('web'),
  check(entry, context) {
    // The Services of experiments come and go with them.
    if (canarySteps(entry.manifest).some(({ step }) => isSet(step, 'experiment'))) return;
    const said = new Set<string>();
    for (const bound of boundMetrics(entry, context.manifests)) {
      for (const { url, name, namespace, certain } of askedServices(bound, entry.id.namespace)) {
        if (!certain || namespace !== entry.id.namespace) continue;
        const reference = { group: '', kind: 'Service', namespace, name, pointer: bound.pointer, role: 'server of a metric' };
        const message = `${bound.label} asks the Service ${name}, which is not there`;
        if (said.has(message) || resolve(context.manifests, entry, reference)) continue;
        said.add(message);
        context.report(bound.pointer, message, {
          received: url,
          expected: `a Service of the namespace ${namespace}`,
          fix: 'correct the name, or acknowledge this when somebody else makes the Service',
        });
      }
    }
  },
});
