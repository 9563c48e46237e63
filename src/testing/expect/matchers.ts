import { InputError } from '../../manifests/input-error';
import { type AnalysisPhase, isPhase } from '../../simulation/analysis/phase';
import type { Severity } from '../../validation/finding';
import type { RuleId } from '../../validation/rule-id';
import { FailedExpectation } from '../failed-expectation';
import type { WantedFinding } from '../finding-query';
import type { JudgingOptions, ValidityOptions } from '../judging';
import type { ManifestKind, ResourceQuery, WantedResource } from '../wanted';
import { type MatcherResult, resultOf } from './matcher-result';
import { toMatchSyncPlan } from './sync-plan-matcher';
import { manifestsOf } from './tested';
import { endedAs, isTrialResult, trialText } from './trial-text';

function toBeValid(received: unknown, wanted: Severity | ValidityOptions = 'error'): MatcherResult {
  return resultOf(() => manifestsOf(received).isValid(wanted), () => {
    const severity = typeof wanted === 'string' ? wanted : wanted.severity ?? 'error';
    throw new FailedExpectation(`${severity === 'error' ? 'an error' : `a finding as bad as ${severity}`} was wanted, and there is none`);
  });
}

function toHaveFinding(received: unknown, wanted: RuleId | WantedFinding, options?: JudgingOptions): MatcherResult {
  const manifests = manifestsOf(received);
  return resultOf(() => manifests.hasFinding(wanted, options), () => manifests.hasNoFinding(wanted, options));
}

function toHaveResource<Kind extends ManifestKind>(
  received: unknown, resource: ResourceQuery<Kind>, wanted?: WantedResource<Kind>,
): MatcherResult {
  const manifests = manifestsOf(received);
  return resultOf(() => manifests.hasResource(resource, wanted), () => manifests.hasNoResource(resource, wanted));
}

function toHavePhase(received: unknown, phase: AnalysisPhase, message?: string | RegExp): MatcherResult {
  if (!isTrialResult(received)) throw new InputError('expect was given no result of a trial. give it trial.measure({ ... })');
  if (!isPhase(phase)) throw new InputError(`there is no phase ${JSON.stringify(phase)}. write one as Argo Rollouts does, such as Successful or Failed`);
  const says = message === undefined ? '' : ` with a message like ${typeof message === 'string' ? JSON.stringify(message) : String(message)}`;
  const pass = endedAs(received, phase, message);
  return { pass, message: () => `the analysis was ${pass ? 'not ' : ''}to end as ${phase}${says}. it ended as\n\n${trialText(received)}` };
}

/** Functions that `expect.extend` takes. They use nothing of who calls them. */
export const MATCHERS = { toBeValid, toHaveFinding, toHaveResource, toMatchSyncPlan, toHavePhase };
