import { ARGO_CD_ERRORS } from './argo-cd-errors';
import { ROLLOUTS_ERRORS } from './rollouts-errors';
import type { SeedError } from './seed-error';

/** The errors that manifests of the seeds show. */
export const SEED_ERRORS: readonly SeedError[] = [...ROLLOUTS_ERRORS, ...ARGO_CD_ERRORS];

/** The errors of the list that no manifest shows, and why. */
export const NOT_SHOWN: Readonly<Record<string, string>> = {
  E52: 'the step of a pipeline is no manifest: what it clones, pushes and does again is said in its own language',
  E55: 'whether {$.result} is an object with a status, or the text itself, is decided by the service that answers',
};
