import type { ConformanceLines } from '../line';

/** Experiments: utils/conditions/experiments.go in argoproj/argo-rollouts. */
export const EXPERIMENTS: ConformanceLines = {
  'AR-148': { check: 'a template of an Experiment has a selector', rules: ['schema/required'] },
  'AR-149': 'the selector of a template asks for something',
  'AR-150': 'minReadySeconds of a template is no longer than progressDeadlineSeconds',
  'AR-151': 'a template has a name',
  'AR-152': 'templates have names of their own',
  'AR-153': 'the analysis templates of an Experiment exist',
  'AR-154': 'a template of an experiment step takes the pods of canary or stable',
};
