import { ARGO_CD_ERRORS } from './argo-cd-errors';
import { ROLLOUTS_ERRORS } from './rollouts-errors';
import type { CombinedError, SeedError } from './seed-error';

/** The errors that manifests of the articles show as they are. */
export const SEED_ERRORS: readonly SeedError[] = [...ROLLOUTS_ERRORS, ...ARGO_CD_ERRORS];

/** The errors that show when a manifest meets what its article says or forgets: what is added, and what finds it. */
export const COMBINED_ERRORS: readonly CombinedError[] = [
  { id: 'E21', what: 'an overlay that makes a second strategy of the blue-green base', files: ['10', '15'], given: 'Kustomize merges the overlay', rule: 'rollouts/one-strategy', at: 'Rollout/my-app /spec/strategy' },
  { id: 'E33', what: 'Services that lead to one version each, in a canary without a router', files: ['20'], given: 'both Services are there', rule: 'references/root-service', at: 'Rollout/api-service /spec/strategy/canary/stableService' },
  { id: 'E42', what: 'a server-side apply that takes the pod hashes out of the Services of a Rollout', files: ['19', '20'], given: 'both Services are there', rule: 'ownership/server-side-services', at: 'Application/api-service /spec/syncPolicy/syncOptions/1' },
  { id: 'E43', what: 'later waves that wait for a Rollout which a person promotes', files: ['11'], given: 'a pause without end, and an object in a later wave', rule: 'sync/paused-rollout-blocks', at: 'Rollout/my-app-canary /spec/strategy/canary/steps/1/pause' },
  { id: 'E53', what: 'a root that lies in the folder which it delivers', files: ['23'], given: 'it lies in the folder `argocd`', rule: 'apps/contains-itself', at: 'Application/root-app /spec/source/path' },
  { id: 'E53', what: 'waves of children that do not wait', files: ['24'], given: 'a second child in a later wave', rule: 'apps/child-order-needs-health', at: 'Application/later /metadata/annotations/argocd.argoproj.io~1sync-wave' },
  { id: 'E54', what: 'a hook whose account is applied after it', files: ['26'], given: 'the ServiceAccount is there', rule: 'sync/hook-comes-too-early', at: 'Job/db-migrate /spec/template/spec/serviceAccountName' },
];

/** The errors of the list that no manifest shows, and why. */
export const NOT_SHOWN: Readonly<Record<string, string>> = {
  E52: 'the step of a pipeline is no manifest: what it clones, pushes and does again is said in its own language',
  E55: 'whether {$.result} is an object with a status, or the text itself, is decided by the service that answers',
};

/** Errors that the files show alone, and not where all of them lie in one folder: why. A number says which files are meant. */
export const NOT_IN_ONE_FOLDER: Readonly<Record<string, string>> = {
  'E20': 'the check that this article does not define stands in file 03 of another one, so in one folder the Rollout finds it',
  'E30': 'the Rollout names a namespace and its checks name none: alone, they can only mean that one, but the folder names several',
  'E59 10': 'one of the three Rollouts names a namespace and two name none: alone, they can only mean that one, but the folder names several',
};
