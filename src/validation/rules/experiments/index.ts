import type { Rule } from '../../rule';
import { duration } from './duration';
import { hasAnEnd } from './has-an-end';
import { namesUnique } from './names-unique';
import { progressDeadline } from './progress-deadline';
import { requiredAnalysisEnds } from './required-analysis-ends';
import { selectorMatchesTemplate } from './selector-matches-template';
import { specRef } from './spec-ref';
import { weightsFit } from './weights-fit';

/** The rules of this folder, sorted by id. */
export const EXPERIMENTS_RULES: readonly Rule[] = [
  duration,
  hasAnEnd,
  namesUnique,
  progressDeadline,
  requiredAnalysisEnds,
  selectorMatchesTemplate,
  specRef,
  weightsFit,
];
