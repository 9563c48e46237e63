import type { MetricTreatment } from '../../analysis/analysis-options';
import { refuseConflicts } from '../../analysis/bound-analysis';
import { allKnown, metricNamesOf, treated } from '../../analysis/check-template';
import { failHere } from '../../render/construct-error';
import type { ExperimentAnalysis } from './experiment-step';

/**
 * Refuses analyses that an experiment cannot run, at the line that puts them together. Each is a run of its own, and what the
 * experiment says of metrics holds for every one of them: a run that lacks such a metric is an error.
 *
 * @see experiments/experiment.go in argoproj/argo-rollouts
 */
export function refuseExperimentConflicts(analyses: readonly ExperimentAnalysis[], treatment: MetricTreatment): void {
  for (const { name, check } of analyses) {
    const metrics = metricNamesOf(check._templates);
    for (const field of ['dryRun', 'measurementRetention'] as const) {
      const unknown = treated(treatment, field).find((metric) => !metrics.includes(metric));
      if (unknown === undefined || !allKnown(check._templates)) continue;
      throw failHere(check._check, `${field} of the experiment names the metric ${JSON.stringify(unknown)}, and the analysis ${name} has none of that name: ` +
        `its metrics are ${metrics.join(', ')}. argo rollouts wants the metric in every analysis: say ${field} in the check that measures it`);
    }
    refuseConflicts([check], treatment);
  }
}
