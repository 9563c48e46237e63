import type { ManifestEntry } from '../manifests/manifest-set';
import { referencesOf } from '../manifests/references';
import { FIELD_OWNERS } from './field-owners';
import type { WrittenEntry } from './ignore-difference';

const SWITCHED: ReadonlySet<string> = new Set(['active service', 'preview service', 'stable service', 'canary service', 'ping service', 'pong service']);

/**
 * The hash in the selectors of the Services that a Rollout switches. A client-side apply leaves it alone. A server-side one replaces
 * the selector, which is one value to the API server (rollout/bluegreen.go in argoproj/argo-rollouts says what a missing hash means).
 */
export function serviceEntries(rollout: ManifestEntry): WrittenEntry[] {
  return referencesOf(rollout).filter(({ role }) => SWITCHED.has(role)).map(({ name }) => ({
    kind: 'Service',
    name,
    namespace: rollout.manifest.metadata.namespace,
    jqPathExpressions: ['.spec.selector."rollouts-pod-template-hash"'],
    owner: FIELD_OWNERS.serviceHash,
    onlyServerSide: true,
  }));
}
