import { groupOf, type Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import { FIELD_OWNERS } from './field-owners';
import type { WrittenEntry } from './ignore-difference';

/** The replicas of a Deployment that its Rollout scales down (rollout/workloadref.go in argoproj/argo-rollouts). */
export function workloadEntries(rollout: Manifest): WrittenEntry[] {
  const workload = Place.root(rollout).at('spec', 'workloadRef');
  const { text: scaleDown } = workload.at('scaleDown');
  if (workload.at('kind').text !== 'Deployment' || (scaleDown !== 'onsuccess' && scaleDown !== 'progressively')) return [];
  return [{
    group: groupOf(workload.at('apiVersion').text),
    kind: 'Deployment',
    name: workload.at('name').text,
    namespace: rollout.metadata.namespace,
    jqPathExpressions: ['.spec.replicas'],
    owner: FIELD_OWNERS.workloadReplicas,
  }];
}
