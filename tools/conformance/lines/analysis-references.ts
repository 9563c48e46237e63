import type { ConformanceLines } from '../line';

/** Analysis templates that a Rollout names: pkg/apis/rollouts/validation/validation_references.go in argoproj/argo-rollouts. */
export const ANALYSIS_REFERENCES: ConformanceLines = {
  'AR-075': 'metrics of templates that run together have names of their own',
  'AR-076': 'a dry run is asked for once a metric',
  'AR-077': 'the retention of measurements is said once a metric',
  'AR-078': 'templates that run together agree on the values of arguments',
  'AR-079': { check: 'every argument has a value in the end', unwritable: '`AnalysisCheck.withArgs` does not compile without a required argument' },
  'AR-080': 'dry runs and retentions of steps do not repeat those of templates',
  'AR-081': 'metrics of a template resolve with arguments that it declares',
  'AR-082': 'an analysis that a release waits for ends',
  'AR-083': 'background analysis passes arguments where a template needs some',
  'AR-084': 'background analysis passes each argument that a template needs',
};
