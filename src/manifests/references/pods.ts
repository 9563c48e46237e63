import type { Place } from './place';
import type { ReferenceList } from './reference';

/** What the pods of a pod spec mount, read and run as. It is often made by others, so a missing one is no error. */
export function podReferences(list: ReferenceList, podSpec: Place): void {
  named(list, podSpec.at('serviceAccountName'), 'service account', 'ServiceAccount');
  for (const item of podSpec.at('imagePullSecrets').items) named(list, item.at('name'), 'image pull secret', 'Secret');
  for (const volume of podSpec.at('volumes').items) volumeReferences(list, volume);
  for (const key of ['initContainers', 'containers', 'ephemeralContainers']) {
    for (const container of podSpec.at(key).items) environmentReferences(list, container);
  }
}

function volumeReferences(list: ReferenceList, volume: Place): void {
  named(list, volume.at('persistentVolumeClaim', 'claimName'), 'volume claim', 'PersistentVolumeClaim');
  named(list, volume.at('configMap', 'name'), 'config map of a volume', 'ConfigMap', volume.at('configMap'));
  named(list, volume.at('secret', 'secretName'), 'secret of a volume', 'Secret', volume.at('secret'));
  for (const source of volume.at('projected', 'sources').items) {
    named(list, source.at('configMap', 'name'), 'config map of a volume', 'ConfigMap', source.at('configMap'));
    named(list, source.at('secret', 'name'), 'secret of a volume', 'Secret', source.at('secret'));
  }
}

function environmentReferences(list: ReferenceList, container: Place): void {
  for (const source of container.at('envFrom').items) {
    named(list, source.at('configMapRef', 'name'), 'config map of the environment', 'ConfigMap', source.at('configMapRef'));
    named(list, source.at('secretRef', 'name'), 'secret of the environment', 'Secret', source.at('secretRef'));
  }
  for (const variable of container.at('env').items) {
    const from = variable.at('valueFrom');
    named(list, from.at('configMapKeyRef', 'name'), 'config map of the environment', 'ConfigMap', from.at('configMapKeyRef'));
    named(list, from.at('secretKeyRef', 'name'), 'secret of the environment', 'Secret', from.at('secretKeyRef'));
  }
}

function named(list: ReferenceList, place: Place, role: string, kind: string, owner?: Place): void {
  list.add(place, role, { group: '', kind, elsewhere: true, optional: owner?.at('optional').value === true });
}
