import type { Rule } from '../../rule';
import { duration } from './duration';
import { hasAnEnd } from './has-an-end';
import { namesUnique } from './names-unique';
import { noNegativeNumbers } from './no-negative-numbers';
import { placeholders } from './placeholders';
import { progressDeadline } from './progress-deadline';
import { requiredAnalysisEnds } from './required-analysis-ends';
import { selectorMatchesTemplate } from './selector-matches-template';
import { serviceName } from './service-name';
import { specRef } from './spec-ref';
import { stepSelector } from './step-selector';
import { templateName } from './template-name';
import { weightsFit } from './weights-fit';

/** The rules of this folder, sorted by id. */
export const EXPERIMENTS_RULES: readonly Rule[] = [
  duration,
  hasAnEnd,
  namesUnique,
  noNegativeNumbers,
  placeholders,
  progressDeadline,
  requiredAnalysisEnds,
  selectorMatchesTemplate,
  serviceName,
  specRef,
  stepSelector,
  templateName,
  weightsFit,
];
