import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { containersOfPods, type PodsAt } from './pods-of';

/** A volume of the node's own file system. */
export interface HostVolume {
  readonly pointer: Pointer;
  readonly name: string;
  /** Without a slash at the end. */
  readonly path: string;
  /** The containers that may write to it. */
  readonly writers: readonly string[];
}

/** The volumes of the node that pods have. */
export function hostVolumesOf(pods: PodsAt): HostVolume[] {
  return objectsField(pods.spec, 'volumes').flatMap(([index, volume]) => {
    const path = textField(objectField(volume, 'hostPath'), 'path');
    if (path === '') return [];
    const name = textField(volume, 'name');
    return [{
      pointer: pointer(`${pods.pointer}/spec/volumes`, index, 'hostPath', 'path'),
      name,
      path: path.replace(/(?<=.)\/+$/, ''),
      writers: containersOfPods(pods).filter(({ container }) => writes(container, name)).map(({ container }) => textField(container, 'name')),
    }];
  });
}

function writes(container: JsonObject, volume: string): boolean {
  return objectsField(container, 'volumeMounts').some(([, mount]) => textField(mount, 'name') === volume && mount.readOnly !== true);
}
