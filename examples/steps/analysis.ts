import { type ArgoApp, CanaryStep } from 'cdk8s-argo';
import { errorRate } from './error-rate';
import { latency } from './latency';
import { chartFor, web } from './web';

/** A check between two weights: the rollout goes on when it succeeded. Its second metric only looks on for now. */
export function analysis(app: ArgoApp): void {
  const chart = chartFor(app, 'analysis');
  web(chart, [
    CanaryStep.setWeight(10),
    CanaryStep.pause('5m'),
    CanaryStep.analysis({ checks: [errorRate(chart), latency(chart)], dryRun: ['p99-latency'] }),
    CanaryStep.setWeight(50),
    CanaryStep.pause('10m'),
  ]);
}
