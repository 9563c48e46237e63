import { defineRule } from '../../rule';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

const ROLLOUT = exampleCanary(`
steps:
  - setWeight: 25
  - analysis:
      templates:
        - templateName: error-rate
`);

function template(name: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: ${name}
spec:
  metrics:
    - name: error-rate
      count: 5
      interval: 1m
      failureLimit: 1
      successCondition: result[0] < 0.05
      provider:
        prometheus:
          address: http://prometheus.monitoring:9090
          query: sum(rate(errors_total[5m])) / sum(rate(requests_total[5m]))
`;
}

/** Finds analysis templates that a Rollout, an Experiment or another template names and nobody makes. */
export const analysisTemplatesExist = defineRule({
  id: 'references/analysis-templates-exist',
  severity: 'error',
  kinds: [
    'argoproj.io/Rollout',
    'argoproj.io/Experiment',
    'argoproj.io/AnalysisTemplate',
    'argoproj.io/ClusterAnalysisTemplate',
  ],
  since: '0.1.0',
  implements: ['AR-055', 'AR-056', 'AR-057', 'AR-153', 'E19', 'E20'],
  needsCompleteSet: true,
  title: 'every analysis template that is named exists',
  rationale:
    'The controller refuses to reconcile a Rollout whose analysis templates, or those nested in them, are not there: it turns '
    + 'Degraded with InvalidSpec. A cluster-wide template is only found with clusterScope: true.',
  bad: joinDocuments(ROLLOUT, template('error-rates')),
  good: joinDocuments(ROLLOUT, template('error-rate')),
  check(entry, context) {
    reportMissing(
      entry,
      context,
      ({ kind }) => kind === 'AnalysisTemplate' || kind === 'ClusterAnalysisTemplate',
      'a Rollout that needs it turns Degraded and starts no pod',
    );
  },
});
