import { type ArgoApp, CanaryStep, ExperimentValue } from 'cdk8s-argo';
import { comparison } from './comparison';
import { chartFor, web } from './web';

/** Pods of both versions get the same small share of the traffic, and are compared with each other. */
export function experiment(app: ArgoApp): void {
  const chart = chartFor(app, 'experiment');
  const compared = comparison(chart).withArgs({
    baseline: ExperimentValue.podTemplateHash('baseline'), candidate: ExperimentValue.podTemplateHash('candidate'),
  });
  web(chart, [
    CanaryStep.experiment({
      templates: [
        { name: 'baseline', specRef: 'stable', weight: 5 },
        { name: 'candidate', specRef: 'canary', weight: 5 },
      ],
      analyses: [{ name: 'compare', check: compared, requiredForCompletion: true }],
    }),
    ...CanaryStep.ramp([20, 60], { pause: '10m' }),
  ]);
}
