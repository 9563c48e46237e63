import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { objectField, textField } from '../rollouts/fields';
import { containersOfPods, podsOf } from './pods-of';

/** What a container may do on its node, as far as it and its pod say. */
export interface SecuredContainer {
  readonly pointer: Pointer;
  readonly name: string;
  /** The security context of the container; it wins over that of the pod. */
  readonly own: JsonObject | undefined;
  readonly ofPod: JsonObject | undefined;
}

/** Init containers, then containers, of pods on Linux: on Windows most of a security context is refused. */
export const securedContainersOf = readOnce((entry: ManifestEntry): readonly SecuredContainer[] =>
  podsOf(entry).filter(({ spec }) => textField(objectField(spec, 'os'), 'name') !== 'windows').flatMap((pods) =>
    containersOfPods(pods).map(({ pointer, container }) => ({
      pointer, name: textField(container, 'name'), own: objectField(container, 'securityContext'), ofPod: objectField(pods.spec, 'securityContext'),
    }))));

/** What is in force under a key that both may have. */
export function inForce({ own, ofPod }: SecuredContainer, key: string): unknown {
  return own?.[key] ?? ofPod?.[key];
}
